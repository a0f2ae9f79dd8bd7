import type { Runtime } from 'webextension-polyfill';
import { isMessage, type Message } from '../wire/messages.ts';
import { browser } from './browser.ts';

export async function sendToBackground(message: Message): Promise<void> {
  await browser.runtime.sendMessage(message);
}

export function onMessage(handle: (message: Message) => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isMessage(message)) return undefined;
    return handle(message);
  });
}
