import type { Runtime } from 'webextension-polyfill';
import { isMessage, type Message } from '../wire/messages.ts';
import { browser, isFirefox } from './browser.ts';
import { answerRelays } from './confined.ts';

const againMs = 300;

export async function sendToBackground(message: Message): Promise<void> {
  const send = () => browser.runtime.sendMessage(message);
  // A background that is just being ended answers nobody; the next one does (measured, Firefox ESR 153).
  await send().catch(() => new Promise((done) => setTimeout(done, againMs)).then(send));
}

/** Must be called in the background's first turn. */
export function onMessage(handle: (message: Message) => Promise<void>): void {
  if (isFirefox) answerRelays(browser);
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isMessage(message)) return undefined;
    return handle(message);
  });
}
