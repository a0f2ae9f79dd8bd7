/** What a request of a HAR posts, and which of its names are none: recorders write a word without `=` as a name without a value. */
import { isObject, type JsonObject } from '../../read/json.ts';
import { list, member, text as string } from '../../read/loose.ts';
import { decodeForm, readPairs } from '../../read/url.ts';
import { isFlag } from '../policy.ts';
import { unread } from './format.ts';
import type { FileHeaders } from './headers.ts';
import { clean, isFormText } from './members.ts';
import type { FileText } from './text.ts';

/** `leaveOut` is told of all that is not written. */
export function redactPosted(postData: JsonObject, text: FileText, headers: FileHeaders, leaveOut: (part: unknown) => void): JsonObject {
  leaveOut(unread(postData));
  const mime = string(member(postData, 'mimeType'));
  const body = string(member(postData, 'text'));
  const params = list(member(postData, 'params')).filter(isObject);
  const isForm = /x-www-form-urlencoded/i.test(mime) || (mime === '' && params.length > 0);
  return clean({
    mimeType: headers.contentType(mime.split(';', 1)[0] ?? ''),
    text: body === '' ? undefined : posted(body, isForm, text, leaveOut),
    params: params.length === 0 ? undefined : paramsOf(params, body, text, leaveOut),
  });
}

function posted(body: string, isForm: boolean, text: FileText, leaveOut: (part: unknown) => void): string {
  if ((isForm && !/^\s*[[{]/.test(body)) || isFormText(body)) return text.form(body);
  const json = text.json(body);
  if (json !== null) return json;
  leaveOut(body);
  return `${body.length} characters were left out`;
}

function paramsOf(params: readonly JsonObject[], body: string, text: FileText, leaveOut: (part: unknown) => void): JsonObject[] {
  const named = new Set(readPairs(body).flatMap((pair) => (pair.text.includes('=') ? [pair.name] : [])));
  return params.map((param) => {
    leaveOut(unread(param));
    const name = string(member(param, 'name'));
    // Recorders disagree on whether these are encoded.
    const value = string(member(param, 'value')) || string(member(param, 'fileName'));
    const decoded = /%[0-9a-f]{2}/i.test(value) && !/[\s:/?&=+]/.test(value) ? decodeForm(value) : value;
    return { name: named.has(name) ? text.name(name) : text.fieldName(name, value), value: text.value(name, decoded) };
  });
}

/** Names that stand before a `=` in the cookie headers of a request or a response; null where there are no such headers. */
export function cookieNames(message: JsonObject): ReadonlySet<string> | null {
  const lines = list(member(message, 'headers'))
    .filter(isObject)
    .filter((header) => /^(?:set-)?cookie$/i.test(string(member(header, 'name'))))
    .map((header) => string(member(header, 'value')));
  if (lines.length === 0) return null;
  return new Set(lines.flatMap((line) => line.split(/[;\n]/).flatMap((pair) => /^\s*([^=\s][^=]*|)=/.exec(pair)?.[1] ?? [])));
}

/** An empty cookie, and no word without a name: the headers tell, or else it is a word of the web. */
export function isNamed(name: string, names: ReadonlySet<string> | null): boolean {
  return names === null ? isFlag(name.toLowerCase()) : names.has(name);
}
