import type { Runtime } from 'webextension-polyfill';
import { isMessage, type Message } from '../wire/messages.ts';
import { browser, isFirefox } from './browser.ts';
import { answerRelays } from './confined.ts';

export async function sendToBackground(message: Message): Promise<void> {
  await browser.runtime.sendMessage(message);
}

/** Must be called in the background's first turn. */
export function onMessage(handle: (message: Message) => Promise<void>): void {
  if (isFirefox) answerRelays(browser);
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isMessage(message)) return undefined;
    return handle(message);
  });
}
