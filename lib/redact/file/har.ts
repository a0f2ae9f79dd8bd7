/** A HAR that other tools read, with nothing in it but what the policy lets through. Unknown fields are left out. */
import type { Redacted } from '../../model/redacted.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, number, text as string } from '../../read/loose.ts';
import { decodeForm, readUrl } from '../../read/url.ts';
import { agentName } from './agents.ts';
import { FileHeaders } from './headers.ts';
import type { HiddenCounts } from './kinds.ts';
import { loginValues } from './login-values.ts';
import { clean, decoded, numbersOf, reason, word } from './members.ts';
import { findLeaks } from './scan.ts';
import { leftOut, tellingPage } from './telling.ts';
import { FileText } from './text.ts';

/** Those of RFC 9110 and what browsers write themselves; a server may say anything. */
const reasonPhrase =
  /^(?:OK|Created|Accepted|No Content|Partial Content|Moved Permanently|Found|Moved Temporarily|See Other|Not Modified|(?:Temporary|Permanent|Internal) Redirect|Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Request Timeout|Conflict|Gone|(?:Payload|Content|Request Entity|URI|Request-URI) Too (?:Large|Long)|Unsupported Media Type|Unprocessable (?:Entity|Content)|Too Many Requests|Request Header Fields Too Large|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout)$/i;

const moment = /^(?:19|20)\d{2}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const protocol = /^(?:HTTP\/\d(?:\.\d)?(?:\+QUIC\/\d{1,3})?|h[23](?:-\d{1,2})?|h2c|spdy\/?\d(?:\.\d)?|quic|unknown|data|blob|ws|wss)$/i;
const resourceType =
  /^(?:document|stylesheet|image|media|font|script|texttrack|xhr|fetch|prefetch|eventsource|websocket|manifest|signedexchange|ping|cspviolationreport|preflight|fedcm|other|beacon|parser|preload|redirect|main_frame|sub_frame|csp|webtransport|wasm)$/i;

/** Parts of an entry that are written; everything else is left out. */
const readParts: ReadonlySet<string> = new Set(
  'pageref startedDateTime time request response cache timings _resourceType _initiator _fromCache method url httpVersion headers queryString cookies headersSize bodySize postData status redirectURL content _transferSize _fetchedViaServiceWorker'.split(
    ' ',
  ),
);

function attributesOf(cookie: JsonObject, names: readonly string[], show: (name: string, value: string) => string): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = member(cookie, name);
      return typeof value === 'string' ? [[name, show(name.toLowerCase(), value)]] : [];
    }),
  );
}

export interface RedactedHar {
  readonly log: JsonObject;
}

class HarRedactor {
  readonly text = new FileText();
  readonly headers = new FileHeaders(this.text);
  readonly #redirectUris: readonly string[];

  constructor(log: JsonObject) {
    const found = loginValues(log);
    this.text.expect(found);
    this.headers.knowClients(found.clientIds);
    this.#redirectUris = [...found.redirectUris];
  }

  log(log: JsonObject): JsonObject {
    const program = (name: string) => {
      const of = child(log, name);
      const called = (part: string) => agentName(string(member(of ?? {}, part)).slice(0, 80), (word) => this.text.hide(word));
      return of ? { [name]: { name: called('name'), version: called('version') } } : {};
    };
    this.#leaveOut(member(log, 'comment'));
    return {
      version: word(member(log, 'version'), /^\d+(?:\.\d+)*$/) ?? '1.2',
      ...program('creator'),
      ...program('browser'),
      pages: list(member(log, 'pages')).map((page) => this.#page(page)),
      entries: list(member(log, 'entries')).map((entry) => this.#entry(entry)),
      comment: 'Redacted by Roundtrip.',
    };
  }

  #page(page: unknown): unknown {
    if (!isObject(page)) return {};
    this.#leaveOut(member(page, 'title'));
    this.#leaveOut(member(page, 'comment'));
    return {
      startedDateTime: word(member(page, 'startedDateTime'), moment) ?? '',
      id: this.#id(member(page, 'id')),
      title: '',
      pageTimings: numbersOf(child(page, 'pageTimings')),
    };
  }

  #id(value: unknown): string {
    const id = string(value);
    return /^page_?\d{0,6}$/i.test(id) ? id : this.text.hide(id);
  }

  #entry(entry: unknown): unknown {
    // What could not be read stays as unreadable as it was.
    if (!isObject(entry)) return null;
    for (const name of Object.keys(entry)) if (!readParts.has(name)) this.#leaveOut(member(entry, name));
    const request = child(entry, 'request');
    const response = child(entry, 'response');
    return clean({
      pageref: member(entry, 'pageref') === undefined ? undefined : this.#id(member(entry, 'pageref')),
      startedDateTime: word(member(entry, 'startedDateTime'), moment) ?? '',
      time: number(member(entry, 'time')),
      request: request ? this.#request(request) : undefined,
      response: response ? this.#response(response) : undefined,
      cache: {},
      timings: numbersOf(child(entry, 'timings')),
      ...this.#extras(entry),
    });
  }

  /** What browsers add and our own reader looks at. */
  #extras(entry: JsonObject): JsonObject {
    const initiator = child(entry, '_initiator');
    const [frame] = list(member(child(initiator ?? {}, 'stack') ?? {}, 'callFrames'));
    const from = string(member(initiator ?? {}, 'url')) || string(isObject(frame) ? member(frame, 'url') : '');
    return {
      _resourceType: word(member(entry, '_resourceType'), resourceType),
      _initiator: initiator
        ? clean({ type: word(member(initiator, 'type'), resourceType), url: from === '' ? undefined : this.text.url(from) })
        : undefined,
      _error: reason(member(entry, '_error')),
      _fromCache: word(member(entry, '_fromCache'), /^(?:disk|memory|prefetch|preload|service-?worker|push)$/),
    };
  }

  #method(method: string): string {
    return /^(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PROPFIND|REPORT|SEARCH|PURGE|)$/i.test(method)
      ? method
      : this.text.hide(method);
  }

  #unread(text: string): string {
    this.#leaveOut(text);
    return `${text.length} characters were left out`;
  }

  /** Nothing of it is written; the scan looks for it all the same. */
  #leaveOut(value: unknown, depth = 0): void {
    if (typeof value === 'string') for (const piece of leftOut(value)) this.text.standIns.drop(piece);
    else if (depth < 12 && (Array.isArray(value) || isObject(value)))
      for (const item of Array.isArray(value) ? value : Object.values(value)) this.#leaveOut(item, depth + 1);
  }

  #request(request: JsonObject): JsonObject {
    const url = string(member(request, 'url'));
    const redacted = this.text.url(url);
    const postData = child(request, 'postData');
    for (const name of Object.keys(request)) if (!readParts.has(name)) this.#leaveOut(member(request, name));
    return clean({
      method: this.#method(string(member(request, 'method'))),
      url: redacted,
      httpVersion: word(member(request, 'httpVersion'), protocol) ?? '',
      headers: this.#headers(member(request, 'headers')),
      queryString: (readUrl(redacted).query ?? []).map(({ name, value }) => ({ name, value })),
      cookies: this.#cookies(member(request, 'cookies')),
      headersSize: number(member(request, 'headersSize')) ?? -1,
      bodySize: number(member(request, 'bodySize')) ?? -1,
      postData: postData ? this.#posted(postData) : undefined,
    });
  }

  #headers(value: unknown): unknown {
    const pairs = isObject(value)
      ? Object.entries(value).flatMap(([name, v]) => (Array.isArray(v) ? v : [v]).map((item) => ({ name, value: string(item) })))
      : list(value)
          .filter(isObject)
          .map((h) => ({ name: string(member(h, 'name')), value: string(member(h, 'value')) }));
    return pairs.map(({ name, value: content }) => ({ name: this.text.name(name), value: this.headers.header(name, content) }));
  }

  #cookies(value: unknown): unknown {
    return list(value)
      .filter(isObject)
      .map((cookie) =>
        clean({
          name: this.text.name(string(member(cookie, 'name'))),
          value: this.headers.cookieValue(string(member(cookie, 'value'))),
          ...attributesOf(cookie, ['path', 'domain', 'expires', 'sameSite'], (name, one) => this.headers.attributeValue(name, one)),
          httpOnly: typeof member(cookie, 'httpOnly') === 'boolean' ? member(cookie, 'httpOnly') : undefined,
          secure: typeof member(cookie, 'secure') === 'boolean' ? member(cookie, 'secure') : undefined,
        }),
      );
  }

  #posted(postData: JsonObject): JsonObject {
    const mime = string(member(postData, 'mimeType'));
    const text = string(member(postData, 'text'));
    const params = list(member(postData, 'params')).filter(isObject);
    const isForm = /x-www-form-urlencoded/i.test(mime) || (mime === '' && params.length > 0);
    return clean({
      mimeType: this.headers.contentType(mime.split(';', 1)[0] ?? ''),
      text: text === '' ? undefined : isForm ? this.text.form(text) : (this.text.json(text) ?? this.#unread(text)),
      params:
        params.length === 0
          ? undefined
          : params.map((param) => {
              const name = string(member(param, 'name'));
              // Recorders disagree on whether these are encoded.
              const value = string(member(param, 'value')) || string(member(param, 'fileName'));
              const decoded = /%[0-9a-f]{2}/i.test(value) && !/[\s:/?&=+]/.test(value) ? decodeForm(value) : value;
              return { name: this.text.name(name), value: this.text.value(name, decoded) };
            }),
    });
  }

  #response(response: JsonObject): JsonObject {
    const content = child(response, 'content');
    for (const name of Object.keys(response)) if (!readParts.has(name)) this.#leaveOut(member(response, name));
    return clean({
      status: number(member(response, 'status')) ?? (Number(string(member(response, 'status'))) || 0),
      statusText: word(member(response, 'statusText'), reasonPhrase) ?? '',
      httpVersion: word(member(response, 'httpVersion'), protocol) ?? '',
      headers: this.#headers(member(response, 'headers')),
      cookies: this.#cookies(member(response, 'cookies')),
      redirectURL: this.text.url(string(member(response, 'redirectURL'))),
      headersSize: number(member(response, 'headersSize')) ?? -1,
      bodySize: number(member(response, 'bodySize')) ?? -1,
      content: content ? this.#content(content) : undefined,
      _error: reason(member(response, '_error')),
      _failureText: reason(member(response, '_failureText')),
      _transferSize: number(member(response, '_transferSize')),
      _fetchedViaServiceWorker: member(response, '_fetchedViaServiceWorker') === true ? true : undefined,
    });
  }

  #content(content: JsonObject): JsonObject {
    const mime = this.headers.contentType(string(member(content, 'mimeType')).split(';', 1)[0] ?? '');
    const text = decoded(content);
    if (text === null) this.#leaveOut(member(content, 'text'));
    return clean({ size: number(member(content, 'size')), mimeType: mime, text: text === null ? undefined : this.#body(text, mime) });
  }

  #body(text: string, mime: string): string | undefined {
    if (/^(?:image|audio|video|font)\/|octet-stream|wasm|zip|pdf|javascript|css/i.test(mime)) {
      this.#leaveOut(text);
      return undefined;
    }
    if (/x-www-form-urlencoded/i.test(mime)) return this.text.form(text);
    const json = this.text.json(text);
    if (json !== null) return json;
    this.#leaveOut(text);
    return tellingPage(
      text,
      this.#redirectUris.filter((uri) => text.includes(uri)).map((uri) => this.text.url(uri)),
    );
  }
}

export interface RedactedFile {
  readonly har: Redacted<RedactedHar>;
  /** As it is to be written. */
  readonly text: string;
  /** Different values that were replaced. */
  readonly hidden: HiddenCounts;
  /** How many of them stand in the text all the same: then it must not leave. */
  readonly leaks: number;
}

/** The file's share-safe twin. `har` must have been read as a HAR before. */
export function redactHar(har: unknown): RedactedFile {
  const log = (isObject(har) ? child(har, 'log') : null) ?? {};
  const redactor = new HarRedactor(log);
  const redacted = { log: redactor.log(log) } as Redacted<RedactedHar>;
  const text = `${JSON.stringify(redacted, null, 2)}\n`;
  const { standIns, open } = redactor.text;
  return { har: redacted, text, hidden: standIns.counts, leaks: findLeaks(text, standIns.hidden(), open).length };
}
