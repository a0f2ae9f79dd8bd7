/** One request of a SAML-tracer export, written as the HAR entry that says the same. */
import { isObject, type JsonObject } from '../../read/json.ts';
import { list, member, text } from '../../read/loose.ts';

/** What the export profiles "hash" and "obfuscate" write in place of a value; equal or not, it is not what was sent. */
const replaced = /\{(?:hash:[^{}]*|obf:[^{}]*|overwritten)\}/;
const masked = '[masked]';

export interface Pair {
  readonly name: string;
  readonly value: string;
}

export function isRequest(value: unknown): value is JsonObject {
  return isObject(value) && typeof member(value, 'url') === 'string' && typeof member(value, 'method') === 'string';
}

/** `{name, value}`, or `[name, value]` in exports from before 1.0. */
export function headersOf(request: JsonObject, name: 'requestHeaders' | 'responseHeaders'): Pair[] {
  return list(member(request, name)).flatMap((item) => {
    if (Array.isArray(item)) return [{ name: text(item[0]), value: text(item[1]) }];
    return isObject(item) ? [{ name: text(member(item, 'name')), value: text(member(item, 'value')) }] : [];
  });
}

export const isCookieHeader = ({ name }: Pair): boolean => /^(?:set-)?cookie$/i.test(name);

/** The profiles replace the attributes of a Set-Cookie line together with its value: nothing is left that could be judged. */
export const hasReplacedCookies = (headers: readonly Pair[]): boolean =>
  headers.some((header) => isCookieHeader(header) && replaced.test(header.value));

/** The browser's number of the request, which a whole redirect chain shares, with its hop; null where there is none. */
export function hopOf(request: JsonObject): string | null {
  const id = text(member(request, 'requestId')) || text(member(request, 'id'));
  return id === '' ? null : JSON.stringify([id, text(member(request, 'method')), text(member(request, 'url'))]);
}

export interface EntryOptions {
  readonly withCookies: boolean;
  readonly withAnswer: boolean;
}

export function asEntry(request: JsonObject, { withCookies, withAnswer }: EntryOptions): JsonObject {
  const headers = (name: 'requestHeaders' | 'responseHeaders') =>
    headersOf(request, name).filter((header) => withCookies || !isCookieHeader(header));
  const form = formOf(member(request, 'post'));
  const statusLine = text(member(request, 'responseStatusText'));
  return {
    request: {
      method: member(request, 'method'),
      url: member(request, 'url'),
      headers: headers('requestHeaders'),
      ...(form === '' ? {} : { postData: { mimeType: 'application/x-www-form-urlencoded', text: form } }),
    },
    ...(withAnswer
      ? {
          response: {
            status: member(request, 'responseStatus'),
            statusText: statusLine,
            httpVersion: statusLine,
            headers: headers('responseHeaders'),
          },
        }
      : {}),
  };
}

/** Written the way a form is sent, since these fields are decoded and a HAR's may be either. */
function formOf(post: unknown): string {
  const written = (value: unknown) => encodeURIComponent((replaced.test(text(value)) ? masked : text(value)).toWellFormed());
  return list(post)
    .flatMap((field) => (Array.isArray(field) ? [`${written(field[0])}=${written(field[1])}`] : []))
    .join('&');
}
