/** A HAR that other tools read, with nothing in it but what the policy lets through. Unknown fields are left out. */
import type { Redacted } from '../../model/redacted.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, number, text as string } from '../../read/loose.ts';
import { decodeForm, readUrl } from '../../read/url.ts';
import { FileHeaders } from './headers.ts';
import type { HiddenCounts } from './kinds.ts';
import { loginValues } from './login-values.ts';
import { clean, decoded, numbersOf, reason, word } from './members.ts';
import { findLeaks } from './scan.ts';
import { tellingPage } from './telling.ts';
import { FileText } from './text.ts';

/** Those of RFC 9110 and what browsers write themselves; a server may say anything. */
const reasonPhrase =
  /^(?:OK|Created|Accepted|No Content|Partial Content|Moved Permanently|Found|Moved Temporarily|See Other|Not Modified|(?:Temporary|Permanent|Internal) Redirect|Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Request Timeout|Conflict|Gone|(?:Payload|Content|Request Entity|URI|Request-URI) Too (?:Large|Long)|Unsupported Media Type|Unprocessable (?:Entity|Content)|Too Many Requests|Request Header Fields Too Large|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout)$/i;

export interface RedactedHar {
  readonly log: JsonObject;
}

class HarRedactor {
  readonly text = new FileText();
  readonly headers = new FileHeaders(this.text);
  readonly #redirectUris: readonly string[];

  constructor(log: JsonObject) {
    const found = loginValues(log);
    this.text.expect(found.secrets);
    this.headers.knowClients(found.clientIds);
    this.#redirectUris = [...found.redirectUris];
  }

  log(log: JsonObject): JsonObject {
    const program = (name: string) => {
      const of = child(log, name);
      return of ? { [name]: { name: string(member(of, 'name')).slice(0, 80), version: string(member(of, 'version')).slice(0, 40) } } : {};
    };
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
    return {
      startedDateTime: string(member(page, 'startedDateTime')),
      id: this.#id(member(page, 'id')),
      title: '',
      pageTimings: numbersOf(child(page, 'pageTimings')),
    };
  }

  #id(value: unknown): string {
    const id = string(value);
    return /^page_?\d*$/i.test(id) ? id : this.text.standIns.of(id);
  }

  #entry(entry: unknown): unknown {
    // What could not be read stays as unreadable as it was.
    if (!isObject(entry)) return null;
    const request = child(entry, 'request');
    const response = child(entry, 'response');
    return clean({
      pageref: member(entry, 'pageref') === undefined ? undefined : this.#id(member(entry, 'pageref')),
      startedDateTime: word(member(entry, 'startedDateTime'), /^[\dTZ:.+-]{4,40}$/) ?? '',
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
      _resourceType: word(member(entry, '_resourceType'), /^[A-Za-z-]{1,20}$/),
      _initiator: initiator
        ? clean({ type: word(member(initiator, 'type'), /^[A-Za-z]{1,20}$/), url: from === '' ? undefined : this.text.url(from) })
        : undefined,
      _error: reason(member(entry, '_error')),
      _fromCache: word(member(entry, '_fromCache'), /^[a-z]{1,20}$/),
    };
  }

  #request(request: JsonObject): JsonObject {
    const url = string(member(request, 'url'));
    const redacted = this.text.url(url);
    const postData = child(request, 'postData');
    return clean({
      method: word(member(request, 'method'), /^[A-Za-z]{1,20}$/) ?? string(member(request, 'method')).slice(0, 0),
      url: redacted,
      httpVersion: word(member(request, 'httpVersion'), /^[\w/.]{1,20}$/) ?? '',
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
          path: typeof member(cookie, 'path') === 'string' ? this.text.path(string(member(cookie, 'path'))) : undefined,
          domain: word(member(cookie, 'domain'), /^[\w.:-]{0,253}$/),
          expires: word(member(cookie, 'expires'), /^[\w ,:.+-]{0,40}$/),
          httpOnly: typeof member(cookie, 'httpOnly') === 'boolean' ? member(cookie, 'httpOnly') : undefined,
          secure: typeof member(cookie, 'secure') === 'boolean' ? member(cookie, 'secure') : undefined,
          sameSite: word(member(cookie, 'sameSite'), /^[A-Za-z]{0,12}$/),
        }),
      );
  }

  #posted(postData: JsonObject): JsonObject {
    const mime = string(member(postData, 'mimeType'));
    const text = string(member(postData, 'text'));
    const params = list(member(postData, 'params')).filter(isObject);
    const isForm = /x-www-form-urlencoded/i.test(mime) || (mime === '' && params.length > 0);
    return clean({
      mimeType: /^[\w.+-]+\/[\w.+-]+/.exec(mime)?.[0] ?? '',
      text: text === '' ? undefined : isForm ? this.text.form(text) : (this.text.json(text) ?? `${text.length} characters were left out`),
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
    return clean({
      status: number(member(response, 'status')) ?? (Number(string(member(response, 'status'))) || 0),
      statusText: word(member(response, 'statusText'), reasonPhrase) ?? '',
      httpVersion: word(member(response, 'httpVersion'), /^[\w/.]{1,20}$/) ?? '',
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
    const mime = /^[\w.+-]+\/[\w.+-]+/.exec(string(member(content, 'mimeType')))?.[0] ?? '';
    const text = decoded(content);
    return clean({ size: number(member(content, 'size')), mimeType: mime, text: text === null ? undefined : this.#body(text, mime) });
  }

  #body(text: string, mime: string): string | undefined {
    if (/^(?:image|audio|video|font)\/|octet-stream|wasm|zip|pdf|javascript|css/i.test(mime)) return undefined;
    if (/x-www-form-urlencoded/i.test(mime)) return this.text.form(text);
    const json = this.text.json(text);
    if (json !== null) return json;
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
  return { har: redacted, text, hidden: standIns.counts, leaks: findLeaks(text, standIns.replaced, open).length };
}
