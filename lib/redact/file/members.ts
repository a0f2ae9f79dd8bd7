/** Members of a file that may have any type. */
import type { JsonObject } from '../../read/json.ts';
import { member, text } from '../../read/loose.ts';
import { isVocabulary } from '../words.ts';

/** A word of the format, as programs write it. */
export const word = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

export function decoded(content: JsonObject): string | null {
  const body = text(member(content, 'text'));
  if (body === '') return null;
  if (text(member(content, 'encoding')).toLowerCase() !== 'base64') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(body.replace(/\s+/g, '')), (c) => c.charCodeAt(0)));
  } catch {
    return null;
  }
}

const pairs = /^[\w.~-]+=[^&<>\s]*(?:&[\w.~-]+=[^&<>\s]*)*$/;
const telling = /(?:^|&)(?:access_token|token_type|expires_in|scope|error|grant_type|code|client_id|redirect_uri|refresh_token)=/;

/** Apps send and token endpoints answer with a form, whatever type they say it has. */
export const isFormText = (text: string): boolean => text.length < 100_000 && pairs.test(text) && telling.test(text);

/** `net::ERR_FAILED`, `NS_ERROR_NET_RESET`; sentences may name anything. */
export function reason(value: unknown): string | undefined {
  const written = text(value);
  if (written === '') return undefined;
  const codes = written.match(/(?:net::)?[A-Z][A-Z0-9_]{4,60}/g) ?? [];
  return codes.find(isReason) ?? 'failed';
}

/** The browsers name their errors in many short words. */
function isReason(code: string): boolean {
  const name = code.replace('net::', '').toLowerCase();
  return isVocabulary(name) || (/^ns_(?:error|binding)_/.test(name) && name.split('_').every(isVocabulary));
}

/** HAR 1.2, and what Chrome and Firefox add. */
const measured =
  /^(?:blocked|dns|connect|send|wait|receive|ssl|onContentLoad|onLoad|_blocked_queueing|_blocked_proxy|_workerStart|_workerReady|_workerFetchStart|_workerRespondWithSettled|_queued|_startedDateTime)$/;

export function numbersOf(object: JsonObject | null): JsonObject {
  return object
    ? Object.fromEntries(Object.entries(object).filter(([name, value]) => typeof value === 'number' && measured.test(name)))
    : {};
}

export function clean(object: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** Members of a cookie that are texts, each shown in its own way. */
export function attributesOf(cookie: JsonObject, names: readonly string[], show: (name: string, value: string) => string): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = member(cookie, name);
      return typeof value === 'string' ? [[name, show(name.toLowerCase(), value)]] : [];
    }),
  );
}
