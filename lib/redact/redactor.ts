/** The one door out. Takes values apart by their structure and lets through only what the policy names. */
import type { Exchange } from '../model/exchange.ts';
import type { Evidence, Place } from '../model/place.ts';
import type { Redacted } from '../model/redacted.ts';
import { readCookies, readSetCookies } from '../read/cookies.ts';
import { lookup } from '../read/lookup.ts';
import { isPlaceholder } from '../read/placeholder.ts';
import { bytesOf } from '../read/size.ts';
import { addressOf, decodePercent, readUrl, type Written } from '../read/url.ts';
import { agentName } from './file/agents.ts';
import { hostOf, tokenLabels } from './file/hosts.ts';
import { kindOf } from './file/kinds.ts';
import { codesIn } from './file/telling.ts';
import { addressHeaders, isOpenHeader } from './headers.ts';
import { addressParameters, isFlag, isName, isOpenValue, isRandomWord, isRoute, isWord, wordsBefore } from './policy.ts';
import { redactProse } from './prose.ts';
import { Pseudonyms } from './pseudonym.ts';

/** `nothing` is the user's deliberate, labeled choice. */
export type PolicyName = 'share-safe' | 'nothing';

const deepest = 6;

export class Redactor {
  readonly policy: PolicyName;
  readonly #names = new Pseudonyms();

  constructor(policy: PolicyName) {
    this.policy = policy;
  }

  get #open(): boolean {
    return this.policy === 'nothing';
  }

  /** An address with its shape kept: host, words of the path, parameter names. */
  url(text: string, depth = 0): string {
    if (this.#open) return text;
    if (depth > deepest) return this.#names.of('url', text);
    const read = readUrl(text);
    const address = addressOf(text);
    const base = address ? this.#base(text, read.base) : this.#relative(read.base);
    const query = read.query === null ? '' : `?${read.query.map((p) => this.#pair(p, depth)).join('&')}`;
    const fragment = read.fragment === null ? '' : `#${this.#fragment(read.fragment, depth)}`;
    return base + query + fragment;
  }

  #base(text: string, base: string): string {
    const at = base.indexOf('//') + 2;
    // Browsers take a backslash for a slash.
    const length = base.slice(at).search(/[\\/]/);
    const end = length < 0 ? base.length : at + length;
    const authority = base.slice(at, end);
    const user = authority.includes('@') ? `${this.#names.of('user', authority.slice(0, authority.lastIndexOf('@')))}@` : '';
    const scheme = text.slice(0, text.indexOf(':'));
    return `${scheme}://${user}${this.#host(authority.slice(authority.lastIndexOf('@') + 1))}${this.path(base.slice(end))}`;
  }

  /** Labels that are tokens get a name, as they do in a file. */
  #host(host: string): string {
    return hostOf(host, (part) => this.#names.of('host', part.toLowerCase()), this.#tokens);
  }

  /** Hosts wherever they stand in a sentence or a header. */
  #hostsIn(text: string): string {
    return text.replace(/(?<![\w*-])[\w*-]+(?:\.[\w*-]+)+/g, (host) => this.#host(host));
  }

  readonly #tokens = new Set<string>();

  /** Looks at addresses before any of them is shown: lower case hides that a label is a token. */
  expect(addresses: Iterable<string>): void {
    for (const address of addresses) for (const label of tokenLabels(address)) this.#tokens.add(label);
  }

  /** What a program or a system calls itself. */
  agent(name: string): string {
    return this.#open ? name : agentName(name.slice(0, 120), (word) => this.#names.of('name', word));
  }

  #relative(base: string): string {
    const custom = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(base);
    return custom ? `${custom[1]}:${this.path(custom[2] ?? '')}` : this.path(base);
  }

  /** Ids, tokens and names of people in a path are replaced, words stay. */
  path(path: string): string {
    if (this.#open) return path;
    return path
      .split('/')
      .map((segment) =>
        segment
          .split(';')
          .map((part, index) => (index === 0 ? this.#segment(part) : this.#matrix(part)))
          .join(';'),
      )
      .join('/');
  }

  #segment(segment: string): string {
    const decoded = decodePercent(segment);
    return decoded === '' || isRoute(decoded) ? segment : this.#names.of('id', decoded);
  }

  #matrix(part: string): string {
    const at = part.indexOf('=');
    return at < 0 ? this.#segment(part) : `${this.name(part.slice(0, at))}=${this.#names.of('value', part.slice(at + 1))}`;
  }

  #fragment(pairs: readonly Written[], depth: number): string {
    const [only] = pairs;
    // A router's path, or Facebook's `_=_`.
    if (pairs.length === 1 && only && !only.text.includes('=')) return this.path(only.text);
    return pairs.map((p) => this.#pair(p, depth)).join('&');
  }

  #pair(pair: Written, depth: number): string {
    if (!pair.text.includes('='))
      return pair.text === '' || this.#open || isFlag(pair.name) ? pair.text : this.#names.of('value', pair.name);
    return `${this.name(pair.name)}=${pair.value === '' ? '' : this.value(pair.name, pair.value, depth + 1)}`;
  }

  /** A parameter's value: as it is when the policy names it, as a redacted address, or as a stand-in. */
  value(name: string, value: string, depth = 0): string {
    // What a sanitizer put there tells nothing but that it did.
    if (this.#open || isOpenValue(name, value) || isPlaceholder(value)) return value;
    if ((addressParameters.has(name) || name === 'client_id') && /^[a-z][a-z0-9+.-]*:/i.test(value)) return this.url(value, depth + 1);
    return this.#names.of(isName(name) && name !== '' ? name : 'value', value);
  }

  /** A parameter or cookie name. The random part of a name is a value. */
  name(name: string): string {
    if (this.#open || isName(name)) return name;
    return `${wordsBefore(name)}${this.#names.of('name', name)}`;
  }

  #header(name: string, value: string): string {
    const lower = name.toLowerCase();
    if (isOpenHeader(lower, value)) return value;
    if (addressHeaders.has(lower)) return this.url(value);
    if (lower === 'content-security-policy')
      return this.#hostsIn(
        value
          .split(';')
          .map((d) => d.trim())
          .find((d) => /^form-action\b/i.test(d)) ?? `${bytesOf(value)} bytes`,
      );
    return `${this.#names.of(isWord(lower) ? lower : 'header', value)} (${bytesOf(value)} bytes)`;
  }

  /** What an evidence pointer shows: enough to recognize the place, never a secret. */
  evidence(exchange: Exchange, { place, absent }: Evidence): string {
    if (absent) return 'not there';
    if (place === 'request.header.cookie') return cookieSummary(exchange);
    const value = lookup(exchange, place);
    const [side, part, ...rest] = place.split('.');
    const name = rest.at(-1) ?? '';
    if (side === 'response' && part === 'cookie') return this.#setCookie(exchange, rest.join('.'));
    if (value === null) return 'not there';
    if (this.#open) return value;
    if (place === 'request.url' || place === 'response.header.location') return this.url(value);
    if (place === 'request.method' || place === 'response.status' || place === 'timing') return value;
    if (place === 'outcome.reason') return /(?:net::)?[A-Z][A-Z0-9_]{4,}/.exec(value)?.[0] ?? `a message of ${value.length} characters`;
    if (place === 'request.body' || place === 'response.body') return `${bytesOf(value)} bytes`;
    if (part === 'header') return place.endsWith('.*') ? value : this.#header(name, value);
    const shown = this.value(name, value);
    return shown === value || addressParameters.has(name) ? shown : `${shown} (${[...value].length} chars)`;
  }

  /** A pointer's own text: the name at its end may be one with a random part. */
  place(place: Place): string {
    const match = /^((?:request|response)\.(?:location\.)?(?:query|fragment|form|header|cookie|body))\.(.+)$/.exec(place);
    return match ? `${match[1]}.${this.name(match[2] ?? '')}` : place;
  }

  /** What a provider or a server wrote about an error: the codes it names. Null where nothing of it may be shown. */
  description(text: string): string | null {
    return (this.#open ? text : codesIn(text).join(', ')) || null;
  }

  /** The user's own words. */
  prose(text: string): string {
    if (this.#open) return text;
    const known = [...this.#names.values].map((value) => ({
      value,
      kind: kindOf(this.#names.of('', value).split('~', 1)[0] ?? '', value),
    }));
    return redactProse(text, known, { url: (address) => this.url(address), hide: (value) => this.#names.of(kindOf('', value), value) });
  }

  /** Marks a value that was built from this redactor's output as fit to leave. */
  release<T extends object>(value: T): Redacted<T> {
    return value as Redacted<T>;
  }

  #setCookie(exchange: Exchange, name: string): string {
    const headers = exchange.outcome.kind === 'pending' ? null : exchange.outcome.headers;
    const cookies = headers ? readSetCookies(headers, exchange.startedAt) : 'hidden';
    const cookie = cookies === 'hidden' ? undefined : cookies.find((c) => c.name === name);
    if (!cookie) return 'not there';
    const attributes = [
      cookie.domain === null ? '' : `Domain=${this.#hostsIn(cookie.domain)}`,
      cookie.path === null ? '' : `Path=${this.path(cookie.path)}`,
      cookie.secure ? 'Secure' : '',
      cookie.httpOnly ? 'HttpOnly' : '',
      cookie.sameSite === 'unspecified' ? '' : `SameSite=${cookie.sameSite[0]?.toUpperCase()}${cookie.sameSite.slice(1)}`,
      cookie.partitioned ? 'Partitioned' : '',
    ].filter((a) => a !== '');
    return `${cookie.nameValueBytes} bytes${attributes.length > 0 ? `; ${attributes.join('; ')}` : '; no attributes'}`;
  }

  /** A value in a finding's sentence. Checks put numbers, hosts and words of the standards there; names and paths may carry more. */
  data(key: string, value: string | number): string {
    if (typeof value === 'number') return shownNumber(value);
    if (this.#open) return value;
    switch (key) {
      case 'cookie':
      case 'family':
        return value.endsWith('*') ? `${this.name(value.slice(0, -1))}*` : this.name(value);
      case 'name':
      case 'largest':
        return this.name(value.replaceAll('`', '')) === value.replaceAll('`', '') ? value : this.name(value);
      case 'path':
      case 'callback':
        return this.path(value);
      default:
        // Hosts are shown everywhere else, too.
        return value.split(' ').some((word) => word.length > 24 && isRandomWord(word) && !isHost(word))
          ? this.#names.of('value', value)
          : this.#hostsIn(value);
    }
  }
}

/** As the request's size is counted: name of the header, colon and blank included. */
function cookieSummary(exchange: Exchange): string {
  const cookies = readCookies(exchange.request.headers);
  if (cookies === 'hidden') return 'not in this capture';
  const lines = exchange.request.headers.fields.filter((h) => h.name.toLowerCase() === 'cookie');
  const bytes = lines.reduce((sum, h) => sum + 8 + bytesOf(h.value), 0);
  return `${shownNumber(bytes)} bytes, ${cookies.length} ${cookies.length === 1 ? 'cookie' : 'cookies'}`;
}

function shownNumber(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: value >= 10_000 });
}

function isHost(word: string): boolean {
  return /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?,?$/i.test(word);
}
