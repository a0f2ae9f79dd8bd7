/**
 * Firefox shows an answer to whoever stands in its way (`webRequest.filterResponseData`). What comes is passed on at
 * once and unchanged, whatever happens here; a copy is kept as far as it is small.
 */
import type { AnswerEvent, BeginEvent } from '../model/event.ts';
import { browser, isFirefox } from './browser.ts';

/** Token responses, metadata and keys are a few kB. */
export const largestAnswerBytes = 128_000;

/** Known in the worker's first turn: without the permissions the function is not there. False in Chromium. */
export function mayReadAnswers(): boolean {
  return isFirefox && typeof browser.webRequest.filterResponseData === 'function';
}

/**
 * After the permissions came. A background that runs has the function then, and is refused the filter by it as long as
 * it runs (measured, ESR 153): its page is loaded anew.
 */
function takeUpAnswers(): void {
  if (!mayReadAnswers()) return;
  try {
    // A filter for no request: it errs, and nothing comes of it.
    browser.webRequest.filterResponseData('0').onerror = () => undefined;
  } catch {
    location.reload();
  }
}

/** Must be called in the worker's first turn. */
export function onAnswersPermitted(listener: () => void): void {
  if (!isFirefox) return;
  browser.permissions.onAdded.addListener(({ permissions: added }) => {
    if (!(added as readonly string[] | undefined)?.includes('webRequestFilterResponse')) return;
    takeUpAnswers();
    listener();
  });
}

/** Null when it is no text; OAuth's JSON and forms are UTF-8 (RFC 8259 section 8.1, RFC 6749 section 5.1). */
export function textOfAnswer(chunks: readonly Uint8Array[]): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  } catch {
    return null;
  }
}

/** Requests whose answer is being read. Two listeners may hear of the same one. */
const reading = new Set<string>();

/** Must be called while the request is still held back: in a `blocking` listener. */
export function readAnswer(begin: BeginEvent, sink: (event: AnswerEvent) => unknown): void {
  const { request, at, url } = begin;
  const key = `${request} ${url}`;
  if (reading.has(key)) return;
  let filter: ReturnType<typeof browser.webRequest.filterResponseData>;
  try {
    filter = browser.webRequest.filterResponseData(request);
  } catch {
    return;
  }
  reading.add(key);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const letGo = () => {
    reading.delete(key);
    try {
      filter.disconnect();
    } catch {
      // It has ended by itself.
    }
  };
  filter.ondata = ({ data }) => {
    try {
      filter.write(data);
    } catch {
      letGo();
      return;
    }
    bytes += data.byteLength;
    if (bytes <= largestAnswerBytes) chunks.push(new Uint8Array(data));
    else {
      // The rest goes to the page without us.
      letGo();
      sink({ kind: 'answer', request, at, url, text: null, bytes });
    }
  };
  filter.onstop = () => {
    letGo();
    const text = textOfAnswer(chunks);
    if (text !== null) sink({ kind: 'answer', request, at, url, text, bytes });
  };
  // A redirect has no body, and a request that failed has none either.
  filter.onerror = () => void reading.delete(key);
}
