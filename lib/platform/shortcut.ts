/** The key that starts and stops watching. The user can change it in the browser's own settings. */
import { browser } from './browser.ts';

/** As the manifest calls it. */
const name = 'toggle-watching';

/** Must be called in the background's first turn. */
export function onShortcut(listener: () => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === name) listener();
  });
}

/** In the browser's words, null where it has none: the user took it away, or another extension had it first. */
export async function readShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find((command) => command.name === name)?.shortcut || null;
}
