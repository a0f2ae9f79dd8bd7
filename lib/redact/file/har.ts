/** A HAR that other tools read, with nothing in it but what the policy lets through. Unknown fields are left out. */
import type { Redacted } from '../../model/redacted.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, number, text as string } from '../../read/loose.ts';
import { readUrl } from '../../read/url.ts';
import { agentName } from './agents.ts';
import { moment, protocol, reasonPhrase, requestMethod, resourceType, unread } from './format.ts';
import { FileHeaders } from './headers.ts';
import type { HiddenCounts } from './kinds.ts';
import { loginValues } from './login-values.ts';
import { attributesOf, clean, decoded, isFormText, numbersOf, reason, word } from './members.ts';
import { cookieNames, isNamed, redactPosted } from './posted.ts';
import { findLeaks } from './scan.ts';
import { leftOutOf, tellingPage } from './telling.ts';
import { FileText } from './text.ts';

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
      version: this.#word(member(log, 'version'), /^\d+(?:\.\d+)*$/) ?? '1.2',
      ...program('creator'),
      ...program('browser'),
      pages: list(member(log, 'pages')).map((page) => this.#page(page)),
      entries: list(member(log, 'entries')).map((entry) => this.#entry(entry)),
      comment: 'Redacted by Roundtrip.',
    };
  }

  #page(page: unknown): unknown {
    if (!isObject(page)) return {};
    this.#leaveOut(unread({ ...page, startedDateTime: '', id: '' }));
    return {
      startedDateTime: this.#word(member(page, 'startedDateTime'), moment) ?? '',
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
    this.#leaveOut(unread(entry));
    const request = child(entry, 'request');
    const response = child(entry, 'response');
    return clean({
      pageref: member(entry, 'pageref') === undefined ? undefined : this.#id(member(entry, 'pageref')),
      startedDateTime: this.#word(member(entry, 'startedDateTime'), moment) ?? '',
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
    if (initiator) this.#leaveOut(unread(initiator));
    const [frame] = list(member(child(initiator ?? {}, 'stack') ?? {}, 'callFrames'));
    const from = string(member(initiator ?? {}, 'url')) || string(isObject(frame) ? member(frame, 'url') : '');
    return {
      _resourceType: this.#word(member(entry, '_resourceType'), resourceType),
      _initiator: initiator
        ? clean({ type: this.#word(member(initiator, 'type'), resourceType), url: from === '' ? undefined : this.text.headerUrl(from) })
        : undefined,
      _error: reason(member(entry, '_error')),
      _fromCache: this.#word(member(entry, '_fromCache'), /^(?:disk|memory|prefetch|preload|service-?worker|push)$/),
    };
  }

  /** A word of the format; anything else is left out. */
  #word(value: unknown, pattern: RegExp): string | undefined {
    const known = word(value, pattern);
    if (known === undefined) this.#leaveOut(value);
    return known;
  }

  /** Nothing of it is written; the scan looks for it all the same. */
  #leaveOut(value: unknown): void {
    this.text.drop(leftOutOf(value));
  }

  #request(request: JsonObject): JsonObject {
    const url = string(member(request, 'url'));
    const method = string(member(request, 'method'));
    const redacted = this.text.url(url);
    const postData = child(request, 'postData');
    this.#leaveOut(unread(request));
    return clean({
      method: requestMethod.test(method) ? method : this.text.hide(method),
      url: redacted,
      httpVersion: this.#word(member(request, 'httpVersion'), protocol) ?? '',
      headers: this.#headers(member(request, 'headers')),
      queryString: (readUrl(redacted).query ?? []).map(({ name, value }) => ({ name, value })),
      cookies: this.#cookies(member(request, 'cookies'), cookieNames(request)),
      headersSize: number(member(request, 'headersSize')) ?? -1,
      bodySize: number(member(request, 'bodySize')) ?? -1,
      postData: postData ? redactPosted(postData, this.text, this.headers, (part) => this.#leaveOut(part)) : undefined,
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

  /** `named`: those that the headers name. */
  #cookies(value: unknown, named: ReadonlySet<string> | null): unknown {
    return list(value)
      .filter(isObject)
      .map((cookie) => {
        this.#leaveOut(unread(cookie));
        const name = string(member(cookie, 'name'));
        const content = string(member(cookie, 'value'));
        return clean({
          name: content === '' && !isNamed(name, named) ? this.headers.cookieValue(name) : this.text.name(name),
          value: this.headers.cookieValue(content),
          ...attributesOf(cookie, ['path', 'domain', 'expires', 'sameSite'], (name, one) => this.headers.attributeValue(name, one)),
          httpOnly: typeof member(cookie, 'httpOnly') === 'boolean' ? member(cookie, 'httpOnly') : undefined,
          secure: typeof member(cookie, 'secure') === 'boolean' ? member(cookie, 'secure') : undefined,
        });
      });
  }

  #response(response: JsonObject): JsonObject {
    const content = child(response, 'content');
    this.#leaveOut(unread(response));
    return clean({
      status: number(member(response, 'status')) ?? (Number(string(member(response, 'status'))) || 0),
      statusText: this.#word(member(response, 'statusText'), reasonPhrase) ?? '',
      httpVersion: this.#word(member(response, 'httpVersion'), protocol) ?? '',
      headers: this.#headers(member(response, 'headers')),
      cookies: this.#cookies(member(response, 'cookies'), cookieNames(response)),
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
    this.#leaveOut(unread(content));
    const text = decoded(content);
    if (text === null) this.#leaveOut(member(content, 'text'));
    return clean({ size: number(member(content, 'size')), mimeType: mime, text: text === null ? undefined : this.#body(text, mime) });
  }

  #body(text: string, mime: string): string | undefined {
    if (/^(?:image|audio|video|font)\/|octet-stream|wasm|zip|pdf|javascript|css/i.test(mime)) {
      this.#leaveOut(text);
      return undefined;
    }
    if (/x-www-form-urlencoded/i.test(mime) || isFormText(text)) return this.text.form(text);
    const json = this.text.json(text);
    if (json !== null) return json;
    this.#leaveOut(text);
    const addresses = this.#redirectUris.filter((uri) => text.includes(uri));
    return tellingPage(
      text,
      addresses.map((uri) => this.text.url(uri)),
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
  /** Hidden values that stand in another text. */
  leaksIn(text: string): readonly string[];
}

/** The file's share-safe twin. `har` must have been read as a HAR before. */
export function redactHar(har: unknown): RedactedFile {
  const log = (isObject(har) ? child(har, 'log') : null) ?? {};
  const redactor = new HarRedactor(log);
  const redacted = { log: redactor.log(log) } as Redacted<RedactedHar>;
  const text = `${JSON.stringify(redacted, null, 2)}\n`;
  const { standIns, open } = redactor.text;
  const leaksIn = (other: string) => findLeaks(other, standIns.hidden(), open);
  return { har: redacted, text, hidden: standIns.counts, leaks: leaksIn(text).length, leaksIn };
}
