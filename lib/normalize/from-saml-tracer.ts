/**
 * JSON exports of the SAML-tracer extension, legacy ones (before 1.0) included. It records what webRequest shows: headers, posted
 * forms and fragments, but no times, no bodies of answers and no kinds of request. Its own decodings (`get`, `saml`) are not read.
 */
import { isObject, type JsonObject } from '../read/json.ts';
import { list, member, moment, text } from '../read/loose.ts';
import { type FileResult, readEntries } from './har/capture.ts';
import { traitsOf } from './har/traits.ts';
import { asEntry, hasReplacedCookies, headersOf, hopOf, isRequest } from './saml-tracer/request.ts';

const dayMs = 86_400_000;

/** `value` is the parsed JSON of a file. */
export function fromSamlTracer(value: unknown): FileResult | { readonly kind: 'other' } {
  if (!isObject(value) || Object.hasOwn(value, 'log')) return { kind: 'other' };
  const requests = list(member(value, 'requests'));
  if (!requests.some(isRequest)) return { kind: 'other' };
  const entries = entriesOf(requests);
  return readEntries(entries, {
    kind: 'saml-tracer',
    creator: 'SAML-tracer',
    traits: traitsOf({}, entries, { byExtension: true }),
    productOf: (asked) => asked,
    zoneOffsetMinutes: null,
    since: sinceOf(value),
  });
}

function entriesOf(requests: readonly unknown[]): readonly unknown[] {
  const readable = requests.filter(isObject);
  const withCookies = !readable.some((request) =>
    (['requestHeaders', 'responseHeaders'] as const).some((name) => hasReplacedCookies(headersOf(request, name))),
  );
  // Hops of one chain to one address are one to the recorder: it shows the last answer at each of them.
  const lastOf = new Map(readable.map((request) => [hopOf(request), request]));
  return requests.map((request) => {
    if (!isObject(request)) return request;
    const hop = hopOf(request);
    return asEntry(request, { withCookies, withAnswer: hop === null || lastOf.get(hop) === request });
  });
}

/** The file says when it was written, not when its requests were made. No trace is a day old; cookies were deleted with older dates. */
function sinceOf(file: JsonObject): number {
  return moment(Date.parse(text(member(file, 'timestamp'))) - dayMs) ?? 0;
}
