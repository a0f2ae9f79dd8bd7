/**
 * The proof before anything leaves: every value that was hidden is looked for in what is about to be written, as it was and as it
 * may have been encoded on the way. One pass over the text, whatever their number.
 */
import { decodePercent } from '../../read/url.ts';
import { isName } from '../policy.ts';

/** Shorter values stand in any text by chance. */
const shortest = 8;

/** Made of words that stand anywhere: hidden for what they may mean where they stood, and no proof of anything elsewhere. */
function isWords(value: string): boolean {
  const decoded = decodePercent(decodePercent(value));
  return decoded
    .split(/[^A-Za-z0-9]+/)
    .every((part) => part.length <= 4 || /^\d{1,8}$/.test(part) || (isName(part) && !/[A-Z]{5,}/.test(part)));
}

/** Ways a value can stand in a file: as it is, percent-encoded once and twice, in JSON, in HTML, in base64 at each of three offsets. */
function formsOf(value: string): string[] {
  const whole = value.toWellFormed();
  const encoded = encodeURIComponent(whole);
  const bytes = new TextEncoder().encode(whole);
  return [
    value,
    encoded,
    encoded.replaceAll('%20', '+'),
    encodeURIComponent(encoded),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(JSON.stringify(value).slice(1, -1)).slice(1, -1),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ...[0, 1, 2].map((offset) => base64At(bytes, offset)),
  ];
}

/** As `btoa` wants it, in pieces that fit into one call. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** The part of the base64 text that only this value decides, when `offset` bytes stand before it. */
function base64At(bytes: Uint8Array, offset: number): string {
  const padded = new Uint8Array(offset + bytes.length);
  padded.set(bytes, offset);
  const text = btoa(latin1(padded)).replace(/=+$/, '');
  const first = offset === 0 ? 0 : offset === 1 ? 2 : 3;
  const last = padded.length % 3 === 0 ? text.length : text.length - 1;
  return text.slice(first, last);
}

/** Hidden values that stand in the text all the same. `open`: what the policy shows elsewhere on purpose, and so is no secret. */
export function findLeaks(text: string, hidden: Iterable<string>, open: ReadonlySet<string>): string[] {
  const byStart = new Map<string, { readonly form: string; readonly value: string }[]>();
  for (const value of hidden) {
    if (value.length < shortest || open.has(value) || isWords(value)) continue;
    for (const form of new Set(formsOf(value))) {
      if (form.length < shortest) continue;
      const start = form.slice(0, shortest);
      const known = byStart.get(start);
      if (known) known.push({ form, value });
      else byStart.set(start, [{ form, value }]);
    }
  }
  const found = new Set<string>();
  for (let at = 0; at + shortest <= text.length; at++) {
    const candidates = byStart.get(text.slice(at, at + shortest));
    if (candidates) for (const { form, value } of candidates) if (text.startsWith(form, at)) found.add(value);
  }
  const shown = [...open].join('\n');
  return [...found].filter((value) => !shown.includes(value));
}
