/** Headers and cookies of a file. */
import { looksLikeJwt } from '../../read/jwt.ts';
import { decodePercent } from '../../read/url.ts';
import { addressHeaders, isDate, isMime, isOpenHeader } from '../headers.ts';
import { isAuthScheme, isOpenValue } from '../policy.ts';
import { isVocabulary } from '../words.ts';
import { agentName } from './agents.ts';
import { redactJwt } from './jwt.ts';
import { kindOf } from './kinds.ts';
import { leftOut } from './telling.ts';
import type { FileText } from './text.ts';

export class FileHeaders {
  readonly #text: FileText;

  constructor(text: FileText) {
    this.#text = text;
  }

  header(name: string, value: string): string {
    const lower = name.toLowerCase();
    return this.#text.standIns.as(kindOf(lower, value), () => this.#header(lower, value));
  }

  #header(lower: string, value: string): string {
    switch (lower) {
      case 'cookie':
        return this.cookies(value);
      case 'set-cookie':
        return value
          .split('\n')
          .map((line) => this.setCookie(line))
          .join('\n');
      case ':authority':
      case 'host':
        return this.#text.knownHost(value);
      case ':method':
      case ':scheme':
      case ':status':
        return /^(?:[1-5]\d{2}|https?|wss?|GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH)$/.test(value)
          ? value
          : this.#text.hide(value);
      case 'user-agent':
        return this.#text.show(agentName(value, (word) => this.#text.hide(word)));
      case 'authorization':
      case 'proxy-authorization':
        return this.#credentials(value);
      case 'www-authenticate':
        return this.#challenge(value);
      case 'content-security-policy':
        return value.replace(/[^\s;,]+/g, (source) => this.#source(source));
      case 'content-type':
        return this.contentType(value);
      case 'access-control-allow-headers':
      case 'access-control-request-headers':
        return value.replace(/[^\s,]+/g, (one) => (one === '*' || isVocabulary(one) ? one : this.#text.hide(one)));
      case 'x-frame-options':
        return value
          .replace(/(?<![a-z])[a-z]+:\/\/[^\s,]+/gi, (address) => this.#text.url(address))
          .replace(/^(?!allow-from )[\s\S]*$/i, (all) => this.#open(lower, all));
    }
    if (addressHeaders.has(lower))
      return /^(?:null|\*)$/.test(value) ? value : lower === 'location' ? this.#text.url(value) : this.#text.headerUrl(value);
    if (/^sec-ch-ua/.test(lower)) return this.#text.show(agentName(value, (word) => this.#text.hide(word)));
    return this.#open(lower, value);
  }

  #open(lower: string, value: string): string {
    this.#text.drop(quoted(value));
    return isOpenHeader(lower, value) ? this.#text.show(value) : this.#text.hide(value);
  }

  /** `text/html; charset=utf-8`; a type that nobody registered keeps its first half. */
  contentType(value: string): string {
    if (isOpenHeader('content-type', value)) return this.#text.show(value);
    const [type = '', ...parameters] = value.split(';');
    const [main = '', sub = ''] = type.split('/');
    const shown = isMime(type) ? type : isMime(`${main}/plain`) ? `${main}/${this.#text.hide(sub)}` : this.#text.hide(type);
    return [
      shown,
      ...parameters.map((parameter) =>
        isOpenHeader('content-type', `text/plain;${parameter}`)
          ? parameter
          : parameter.replace(
              /^(\s*(?:charset|boundary)=)?([\s\S]*)$/i,
              (_, name: string | undefined, rest: string) => (name ?? '') + this.#text.hide(rest),
            ),
      ),
    ].join(';');
  }

  #challenge(value: string): string {
    const scheme = /^[A-Za-z0-9-]+/.exec(value)?.[0] ?? '';
    const error = /error="([a-z_]+)"/.exec(value)?.[1] ?? '';
    this.#text.drop([...quoted(value), ...leftOut(value)]);
    return [isAuthScheme(scheme) ? scheme : '', isOpenValue('error', error) ? `error="${error}"` : ''].join(' ').trim();
  }

  /** A directive, a keyword or an address of a Content-Security-Policy. */
  #source(source: string): string {
    const once = /^'(?:nonce|sha\d+)-([^']*)'$/i.exec(source);
    if (once) {
      this.#text.standIns.drop(once[1] ?? '');
      return "'nonce-x'";
    }
    if (/^(?:\/|[a-z][a-z0-9+.-]*:\/\/(?!\*))/i.test(source)) return this.#text.headerUrl(source);
    const keyword = source.replace(/^'([a-z0-9-]+)'$/i, '$1').replace(/^([a-z]+):$/i, '$1');
    if (keyword === '*' || isVocabulary(keyword) || isDirective(keyword)) return source;
    const host = /^((?:[a-z]+:\/\/)?)([\w*-]+(?:\.[\w*-]+)+(?::[\d*]{1,5})?)((?:\/.*)?)$/i.exec(source);
    return host ? `${host[1]}${this.#text.knownHost(host[2] ?? '')}${this.#text.path(host[3] ?? '')}` : this.#text.hide(source);
  }

  /** RFC 7617: the user of a Basic header is the client_id, which requests show anyway. */
  #credentials(value: string): string {
    const basic = /^(basic\s+)([A-Za-z0-9+/=_-]+)$/i.exec(value);
    if (basic?.[2]) {
      try {
        const bytes = atob(basic[2].replaceAll('-', '+').replaceAll('_', '/'));
        const [user = '', ...rest] = fromUtf8(bytes).split(':');
        const shown = this.#clientIds.has(decodePercent(user)) ? this.#text.value('client_id', user) : this.#text.hide(user);
        return basic[1] + btoa(toUtf8(`${shown}:${this.#text.hide(rest.join(':'))}`));
      } catch {
        return basic[1] + this.#text.hide(basic[2]);
      }
    }
    const at = value.indexOf(' ');
    this.#text.drop(quoted(value));
    if (at < 0 || !isAuthScheme(value.slice(0, at))) return this.#text.hide(value);
    return `${value.slice(0, at)} ${this.#text.value('access_token', value.slice(at + 1))}`;
  }

  readonly #clientIds = new Set<string>();

  knowClients(ids: Iterable<string>): void {
    for (const id of ids) this.#clientIds.add(id);
  }

  cookies(value: string): string {
    return value.replace(/[^;]+/g, (pair) => {
      const [, lead = '', name = '', equals = '', content = ''] = /^(\s*)([^=]*)(=?)([\s\S]*)$/.exec(pair) ?? [];
      // Without a name it is a value (RFC 6265bis section 5.6).
      return lead + (equals === '' ? this.cookieValue(name) : this.#text.name(name) + equals + this.cookieValue(content));
    });
  }

  cookieValue(value: string): string {
    if (value === '' || /^(?:undefined|null|true|false|[01])$/.test(value)) return value;
    this.#text.drop(quoted(value));
    return this.#text.standIns.as('cookie', () => (looksLikeJwt(value) ? redactJwt(value, this.#text) : this.#text.hide(value)));
  }

  setCookie(line: string): string {
    const [pair = '', ...attributes] = line.split(';');
    return [this.cookies(pair), ...attributes.map((attribute) => this.#attribute(attribute))].join(';');
  }

  #attribute(attribute: string): string {
    const [, lead = '', name = '', value] = /^(\s*)([^=]*)(?:=([\s\S]*))?$/.exec(attribute) ?? [];
    if (value === undefined)
      return /^\s*(?:(?:secure|httponly|partitioned|samesite|path|domain)\s*)?$/i.test(attribute)
        ? attribute
        : lead + this.#text.hide(name);
    return `${lead}${this.#text.name(name)}=${this.attributeValue(name.trim(), value)}`;
  }

  attributeValue(name: string, value: string): string {
    const isOpen = Object.hasOwn(attributes, name.toLowerCase()) && attributes[name.toLowerCase()]?.(value.trim());
    if (isOpen) return value;
    if (/^path$/i.test(name)) return this.#text.path(value);
    return /^domain$/i.test(name) && value !== '' ? this.#text.knownHost(value) : value === '' ? '' : this.#text.hide(value);
  }
}

/** What stands in quotes is a value of its own. */
function quoted(value: string): string[] {
  return [...value.matchAll(/"([^"]{8,400})"/g)].flatMap((match) => {
    const inner = match[1] ?? '';
    return [inner, ...inner.split(',')].filter((piece) => piece.length >= 8);
  });
}

/** Text of a string that holds one byte a character; as it is when the bytes are none of UTF-8. */
function fromUtf8(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return bytes;
  }
}

function toUtf8(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

const attributes: Readonly<Record<string, (value: string) => boolean>> = {
  expires: (value) => isDate(value),
  'max-age': (value) => /^-?\d{1,12}$/.test(value),
  samesite: (value) => /^(?:strict|lax|none|unspecified|no_restriction)?$/i.test(value),
  priority: (value) => /^(?:low|medium|high)$/i.test(value),
  version: (value) => /^\d{0,2}$/.test(value),
};

/** Directives of Content Security Policy Level 3. */
function isDirective(word: string): boolean {
  return /^(?:(?:default|script|style|img|font|connect|media|object|frame|child|worker|manifest|prefetch)-src(?:-(?:elem|attr))?|base-uri|form-action|frame-ancestors|navigate-to|plugin-types|report-(?:uri|to)|sandbox|upgrade-insecure-requests|block-all-mixed-content|require-trusted-types-for|trusted-types|self|none|unsafe-(?:inline|eval|hashes)|wasm-unsafe-eval|strict-dynamic|report-sample|https?|wss?|data|blob|mediastream|filesystem)$/i.test(
    word,
  );
}
