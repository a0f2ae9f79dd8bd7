/**
 * The proof before anything leaves: every value that was hidden is looked for in what is about to be written, as it was and as it
 * may have been encoded on the way. One pass over the text, whatever their number.
 */
import { decodePercent } from '../../read/url.ts';
import { isName } from '../policy.ts';
import { isVocabulary } from '../words.ts';
import type { HiddenValue } from './stand-ins.ts';

/** Forms are looked up by how they begin. */
const start = 6;
/** Bits of chance from which on a value is found nowhere but where it was put; below `fewest` it is in any text. */
const many = 50;
const fewest = 40;
/** Passwords and names are few, so fewer bits do. Shorter PINs can not be searched: any number holds them. */
const fewestOfPeople = 32;

/** Made of words that stand anywhere: hidden for what they may mean where they stood, and no proof of anything elsewhere. */
function isWords(value: string): boolean {
  return decodePercent(decodePercent(value))
    .split(/[^A-Za-z0-9]+/)
    .every((part) => part.length <= 4 || /^\d{1,8}$/.test(part) || isName(part));
}

function bitsOf(value: string): number {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].map((pattern) => pattern.test(value));
  const alphabet = [26, 26, 10, 20].reduce((sum, size, index) => sum + (classes[index] ? size : 0), 0);
  return value.length * Math.log2(alphabet || 1);
}

/** How a value is to be searched: anywhere, as a word of its own, or not at all. */
function wayOf({ value, kind, madeUp }: HiddenValue): 'anywhere' | 'alone' | 'never' {
  const ofPeople = kind === 'credential' || kind === 'person';
  if (madeUp || value.length < start || isVocabulary(value) || (!ofPeople && isWords(value))) return 'never';
  const bits = bitsOf(value);
  if (bits >= many) return 'anywhere';
  return bits >= (ofPeople ? fewestOfPeople : fewest) ? 'alone' : 'never';
}

/** Ways a value can stand in a file: as it is, percent-encoded once and twice, in JSON, in HTML. */
function writtenForms(value: string): string[] {
  const encoded = encodeURIComponent(value.toWellFormed());
  const inJson = JSON.stringify(value).slice(1, -1);
  const ascii = inJson.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    value,
    encoded,
    encoded.replaceAll('%20', '+'),
    encodeURIComponent(encoded),
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    ascii,
    html.replaceAll('"', '&quot;'),
    html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  ].flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
}

/** In base64 and base64url, at each of three offsets. */
function base64Forms(value: string): string[] {
  const bytes = new TextEncoder().encode(value.toWellFormed());
  return [0, 1, 2].map((offset) => base64At(bytes, offset)).flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
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
  const text = btoa(latin1(padded)).replace(/(?<!=)=+$/, '');
  const first = offset === 0 ? 0 : offset === 1 ? 2 : 3;
  const last = padded.length % 3 === 0 ? text.length : text.length - 1;
  return text.slice(first, last);
}

interface Sought {
  readonly form: string;
  readonly value: string;
  readonly alone: boolean;
}

/** Hidden values that stand in the text all the same. `open`: what the policy shows elsewhere on purpose, and so is no secret. */
export function findLeaks(text: string, hidden: Iterable<HiddenValue>, open: ReadonlySet<string>): string[] {
  const byStart = new Map<string, Sought[]>();
  const seek = (sought: Sought) => {
    if (sought.form.length < start) return;
    const key = sought.form.slice(0, start);
    const known = byStart.get(key);
    if (known) known.push(sought);
    else byStart.set(key, [sought]);
  };
  for (const one of hidden) {
    const way = wayOf(one);
    const { value } = one;
    if (way === 'never' || open.has(value)) continue;
    const plain = decodePercent(value);
    const values = plain !== value && wayOf({ ...one, value: plain }) === 'anywhere' ? [value, plain] : [value];
    for (const form of new Set(values.flatMap(writtenForms))) seek({ form, value, alone: way === 'alone' });
    for (const form of new Set(values.flatMap(base64Forms))) if (form.length >= 8) seek({ form, value, alone: false });
  }
  const found = new Set<string>();
  for (let at = 0; at + start <= text.length; at++)
    for (const { form, value, alone } of byStart.get(text.slice(at, at + start)) ?? [])
      if (!found.has(value) && text.startsWith(form, at) && (!alone || isAlone(text, at, at + form.length))) found.add(value);
  const shown = [...open].join('\n');
  return [...found].filter((value) => !standsIn(shown, value));
}

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** A letter before it may be the end of an encoded character. */
function isAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 6), from);
  return !isLetter(text[to]) && (!isLetter(text[from - 1]) || /%(?:25)*[0-9a-f]{2}$|\\[bfnrt]$|\\u[0-9a-f]{4}$|&#?\w+;$/i.test(before));
}

/** As a whole word of something that is shown. */
function standsIn(shown: string, value: string): boolean {
  for (let at = shown.indexOf(value); at >= 0; at = shown.indexOf(value, at + 1))
    if (!isLetter(shown[at - 1]) && !isLetter(shown[at + value.length])) return true;
  return false;
}
