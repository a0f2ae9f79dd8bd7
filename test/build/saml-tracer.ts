/** Drawn traces as the SAML-tracer extension exports them. */
import { createHash } from 'node:crypto';
import type { Capture } from '../../lib/model/capture.ts';
import { fromSamlTracer } from '../../lib/normalize/from-saml-tracer.ts';
import { readPairs, readUrl } from '../../lib/read/url.ts';
import { type DrawnRequest, numbering, requestHeaders, typeOf } from './trace.ts';

export interface Pair {
  name: string;
  value: string;
}

export interface TracedRequest {
  method: string;
  url: string;
  requestId?: string;
  id?: string;
  requestHeaders: unknown;
  get?: [string, string][];
  post?: [string, string][];
  postData?: unknown;
  protocol?: string;
  saml?: string | null;
  responseStatus?: unknown;
  responseStatusText?: string;
  responseHeaders?: unknown;
}

export interface Export {
  requests: TracedRequest[];
  timestamp: string;
}

/** What the user may choose when exporting: everything, or hashes or words in place of cookies and posted values. */
export type Profile = 'none' | 'hash' | 'obfuscate';

export interface ExportOptions {
  readonly profile?: Profile;
  /** As written before version 1.0. */
  readonly legacy?: boolean;
}

const destinations: Readonly<Record<string, string>> = {
  main_frame: 'document',
  sub_frame: 'iframe',
  xmlhttprequest: 'empty',
  image: 'image',
};

function headersOf(drawn: DrawnRequest): Pair[] {
  const from = drawn.flags.get('from');
  return [
    { name: 'User-Agent', value: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36' },
    { name: 'Sec-Fetch-Dest', value: destinations[typeOf(drawn)] ?? 'empty' },
    ...requestHeaders(drawn),
    ...(from === undefined || drawn.headers.some((h) => h.name === 'Referer') ? [] : [{ name: 'Referer', value: from }]),
  ];
}

const pairsOf = (text: string) => readPairs(text).map(({ name, value }): [string, string] => [name, value]);

function traced(drawn: DrawnRequest, requestId: string): TracedRequest {
  const { method, url, body, answer } = drawn;
  const query = readUrl(url).query ?? [];
  const form = method === 'POST' && body !== null && !body.startsWith('{') ? pairsOf(body) : null;
  const came = answer.kind === 'answered' ? answer.status : answer.kind === 'failed' ? answer.received : null;
  const location = answer.kind === 'answered' ? answer.location : null;
  return {
    method,
    url,
    requestId,
    requestHeaders: headersOf(drawn),
    ...(method === 'GET' ? { get: query.map(({ name, value }): [string, string] => [name, value]) } : {}),
    ...(form ? { post: form, postData: Object.fromEntries(form.map(([name, value]) => [name, [value]])) } : {}),
    ...([...query, ...(form ?? []).map(([name]) => ({ name }))].some(({ name }) => /^SAML/.test(name))
      ? { protocol: 'SAML-P', saml: '<saml>CANARY</saml>' }
      : {}),
    responseStatus: came ?? '',
    responseStatusText: came === null ? '' : `HTTP/1.1 ${came} Said`,
    responseHeaders:
      came === null || answer.kind === 'pending'
        ? []
        : [...answer.headers, ...(location === null ? [] : [{ name: 'Location', value: location }])],
  };
}

/** The recorder finds a request again by its number, method and address: hops that share them share the last answer. */
function shareAnswers(requests: readonly TracedRequest[]): void {
  const key = ({ requestId, method, url }: TracedRequest) => `${requestId} ${method} ${url}`;
  const last = new Map(requests.map((request) => [key(request), request]));
  for (const request of requests) {
    const { responseStatus, responseStatusText, responseHeaders } = last.get(key(request)) ?? request;
    Object.assign(request, { responseStatus, responseStatusText, responseHeaders });
  }
}

function applyProfile(requests: readonly TracedRequest[], profile: Exclude<Profile, 'none'>): void {
  const known: string[] = [];
  const other = (value: string) => {
    if (profile === 'hash') return `{hash:${createHash('sha1').update(value).digest('hex')}}`;
    if (!known.includes(value)) known.push(value);
    return `{obf:alternative_${known.indexOf(value)}}`;
  };
  for (const request of requests) {
    if (request.post) request.post = request.post.map(([name, value]) => (value === '' ? [other(name), value] : [name, other(value)]));
    if (request.postData !== undefined) request.postData = '{overwritten}';
    for (const header of [...(request.requestHeaders as Pair[]), ...(request.responseHeaders as Pair[])])
      if (/^(?:set-)?cookie$/i.test(header.name))
        header.value = header.value
          .split(';')
          .map((part) => {
            const [name = '', value] = part.split('=');
            return value === undefined ? name : `${name}=${other(value)}`;
          })
          .join(';');
  }
}

function makeLegacy(requests: readonly TracedRequest[]): void {
  const pairs = (headers: unknown) => (headers as Pair[]).map(({ name, value }) => [name, value]);
  for (const request of requests) {
    request.id = request.requestId ?? '';
    delete request.requestId;
    request.requestHeaders = pairs(request.requestHeaders);
    request.responseHeaders = pairs(request.responseHeaders);
  }
}

export function toSamlTracer(drawn: readonly DrawnRequest[], { profile = 'none', legacy = false }: ExportOptions = {}): Export {
  const numbers = numbering(drawn);
  // What the browser or another extension answers itself never reaches the recorder's list.
  const requests = drawn.flatMap((one, index) => (one.flags.has('by') ? [] : [traced(one, numbers[index]?.request ?? '0')]));
  shareAnswers(requests);
  // Through JSON, as a file goes: what was shared becomes separate.
  const own = JSON.parse(JSON.stringify(requests)) as TracedRequest[];
  if (profile !== 'none') applyProfile(own, profile);
  if (legacy) makeLegacy(own);
  return { requests: own, timestamp: '2026-01-01T09:00:00.000Z' };
}

export function readSamlTracer(file: unknown): Capture {
  const read = fromSamlTracer(file);
  if (read.kind !== 'read') throw new Error(read.kind === 'unreadable' ? read.because : 'it is something else');
  return read.capture;
}
