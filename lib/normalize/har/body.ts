/** Bodies of a HAR entry: posted forms as text or params, answers as text or base64. */
import type { Body, Field, Seen } from '../../model/exchange.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, number, text } from '../../read/loose.ts';
import { bytesOf } from '../../read/size.ts';
import { decodeForm, readPairs } from '../../read/url.ts';
import { readHeaders, valueFor } from './headers.ts';

const binaryMime = /^(?:image|audio|video|font)\/|octet-stream|wasm|zip|pdf/i;

/** Bodies larger than this hold no OAuth message and are not read. */
export const largestBodyChars = 2_000_000;

/** Programs and style sheets: how they begin tells whether they are what they are called, and nobody asks for more. */
const assetMime = /^(?:text|application)\/(?:x-)?(?:javascript|ecmascript|css)\b/i;
/** So much of them is kept. */
export const assetChars = 2_000;
/** A page, an object or a form, whatever its media type says. */
const looksLikeMessage = /^\s*(?:[<{[]|[a-z_]+=)/;

/** What is read of the text of an answer. `beginning`: more than `assetChars` of it, where it has so many. */
export function usedOf(content: JsonObject, status: number, beginning: () => string): 'nothing' | 'beginning' | 'all' {
  const mime = text(member(content, 'mimeType'));
  if (binaryMime.test(mime)) return 'nothing';
  if (status !== 200 || !assetMime.test(mime) || isBase64(content)) return 'all';
  const begins = beginning();
  return begins.length > assetChars && !looksLikeMessage.test(begins.slice(0, assetChars)) ? 'beginning' : 'all';
}

const isBase64 = (content: JsonObject) => text(member(content, 'encoding')).toLowerCase() === 'base64';

/** Some write it as text. */
export const statusOf = (response: JsonObject): number => number(Number(text(member(response, 'status')))) ?? 0;

export function readPostData(request: JsonObject): Seen<Body> {
  const postData = child(request, 'postData');
  const bytes = number(member(request, 'bodySize'));
  if (!postData) {
    const method = text(member(request, 'method')).toUpperCase();
    // HAR 1.2: -1 means "not known", which is what a recorder without bodies writes, or nothing at all.
    return method === 'POST' && bytes !== 0 ? { seen: false, why: 'body-not-exposed' } : { seen: true, value: { kind: 'empty' } };
  }
  const mime = text(member(postData, 'mimeType')) || (valueFor(readHeaders(member(request, 'headers')), 'content-type') ?? '');
  const body = text(member(postData, 'text'));
  if (body.length > largestBodyChars) return { seen: false, why: 'body-too-large' };
  const fields = readParams(member(postData, 'params'));
  if (/x-www-form-urlencoded/i.test(mime) || (mime === '' && fields.length > 0)) {
    if (body !== '')
      return {
        seen: true,
        value: { kind: 'form', fields: readPairs(body).map(({ name, value }) => ({ name, value })), bytes: bytesOf(body) },
      };
    if (fields.length > 0) return { seen: true, value: { kind: 'form', fields, bytes: null } };
  }
  if (/multipart\/form-data/i.test(mime)) {
    const parts = fields.length > 0 ? fields : readMultipart(body);
    if (parts.length > 0) return { seen: true, value: { kind: 'form', fields: parts, bytes: bytesOf(body) || null } };
  }
  if (body === '')
    return fields.length > 0
      ? { seen: true, value: { kind: 'form', fields, bytes: null } }
      : bytes !== null && bytes > 0
        ? { seen: false, why: 'body-not-exposed' }
        : { seen: true, value: { kind: 'empty' } };
  return { seen: true, value: { kind: 'text', mime, text: body, bytes: bytesOf(body) } };
}

/** Recorders disagree on whether `params` are decoded; a value that still looks percent-encoded as a whole is decoded. */
function readParams(value: unknown): Field[] {
  return list(value)
    .filter(isObject)
    .map((p) => ({ name: text(member(p, 'name')), value: text(member(p, 'value')) || text(member(p, 'fileName')) }))
    .filter((p) => p.name !== '')
    .map((p) =>
      /%[0-9a-f]{2}/i.test(p.value) && !/[\s:/?&=+]/.test(p.value) ? { name: decodeForm(p.name), value: decodeForm(p.value) } : p,
    );
}

function readMultipart(body: string): Field[] {
  const fields: Field[] = [];
  for (const part of body.split(/(?:^|\r?\n)--[^\r\n]+\r?\n/)) {
    const blank = /\r?\n\r?\n/.exec(part);
    const head = blank && /^content-disposition:[^\r\n]*?\bname="([^"]*)"(?:; filename="([^"]*)")?/i.exec(part.slice(0, blank.index));
    if (!blank || head?.[1] === undefined) continue;
    fields.push({ name: head[1], value: head[2] ?? part.slice(blank.index + blank[0].length).replace(/\r?\n$/, '') });
  }
  return fields;
}

export function readContent(response: JsonObject): Seen<Body> {
  const content = child(response, 'content');
  const mime = text(content ? member(content, 'mimeType') : '');
  const body = content ? text(member(content, 'text')) : '';
  const size = number(content ? member(content, 'size') : null);
  if (!content) return { seen: false, why: 'body-not-exposed' };
  // Some recorders write -1 where the size is not known.
  if (body === '') return size !== null && size !== 0 ? { seen: false, why: 'body-not-exposed' } : { seen: true, value: { kind: 'empty' } };
  const used = usedOf(content, statusOf(response), () => body);
  if (used === 'nothing') return { seen: true, value: { kind: 'empty' } };
  if (body.length > largestBodyChars) return { seen: false, why: 'body-too-large' };
  if (used === 'beginning') return { seen: true, value: { kind: 'text', mime, text: body.slice(0, assetChars), bytes: null } };
  if (isBase64(content)) {
    const decoded = decodeBase64(body);
    return decoded === null
      ? { seen: false, why: 'body-not-exposed' }
      : { seen: true, value: { kind: 'text', mime, text: decoded, bytes: bytesOf(decoded) } };
  }
  return { seen: true, value: { kind: 'text', mime, text: body, bytes: null } };
}

function decodeBase64(value: string): string | null {
  try {
    const raw = atob(value.replace(/\s+/g, ''));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(raw, (c) => c.charCodeAt(0)));
  } catch {
    return null;
  }
}
