/**
 * The page the engine runs in for the background, which is too light to hold it: an offscreen document in Chrome, whose service worker
 * can neither import it later nor start a worker; a hidden frame in Firefox, whose background is a page.
 */
import type { Runtime } from 'webextension-polyfill';
import type { Tallies } from '../model/tally.ts';
import { isJudgeMessage, type Question } from '../wire/judge.ts';
import { browser } from './browser.ts';

const page = '/judge.html';

/** Chrome's own; the types are Firefox's. */
interface WithOffscreen {
  readonly offscreen?: {
    createDocument(options: { readonly url: string; readonly reasons: readonly string[]; readonly justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
}

const { offscreen } = browser as unknown as WithOffscreen;
let frame: HTMLIFrameElement | null = null;

export async function openJudge(): Promise<void> {
  if (!offscreen) {
    frame ??= document.createElement('iframe');
    frame.src = browser.runtime.getURL(page);
    document.body.append(frame);
    return;
  }
  // One that an earlier life of the background left behind waits for nobody.
  await closeJudge();
  await offscreen.createDocument({
    url: page,
    reasons: ['WORKERS'],
    justification: 'Counts the problems of a login for the badge, in a worker, so that no page waits for it.',
  });
}

export async function closeJudge(): Promise<void> {
  frame?.remove();
  frame = null;
  // There may be none.
  await offscreen?.closeDocument().catch(() => undefined);
}

/** Must be called in the background's first turn. */
export function onJudge(
  takeCase: () => Promise<Question | null>,
  answer: (question: number, tallies: Tallies | null) => Promise<void>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isJudgeMessage(message)) return undefined;
    return message.kind === 'case' ? takeCase() : answer(message.question, message.tallies);
  });
}

export function askForCase(): Promise<Question | null> {
  return browser.runtime.sendMessage({ kind: 'case' });
}

export async function sendTallies(question: number, tallies: Tallies | null): Promise<void> {
  await browser.runtime.sendMessage({ kind: 'tallies', question, tallies });
}
