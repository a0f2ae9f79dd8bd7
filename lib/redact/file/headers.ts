/** Headers and cookies of a file. */
import { looksLikeJwt } from '../../read/jwt.ts';
import { decodePercent } from '../../read/url.ts';
import { isOpenHeader, isOpenValue, isRandomWord } from '../policy.ts';
import { redactJwt } from './jwt.ts';
import { kindOf } from './kinds.ts';
import { isUnset } from './open.ts';
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
      case 'location':
      case 'referer':
      case 'origin':
      case ':path':
      case 'content-location':
        return value === 'null' ? value : this.#text.url(value);
      case ':authority':
      case 'host':
        return /^[\w.:[\]-]{0,253}$/.test(value) ? this.#text.show(value) : this.#text.hide(value);
      case ':method':
      case ':scheme':
      case ':status':
        return this.#text.show(value);
      case 'user-agent':
        return isBrowserName(value) ? this.#text.show(value) : this.#text.hide(value);
      case 'authorization':
      case 'proxy-authorization':
        return this.#credentials(value);
      case 'www-authenticate':
        return [/^[A-Za-z-]+/.exec(value)?.[0] ?? '', /error="[a-z_]+"/.exec(value)?.[0] ?? ''].join(' ').trim();
      case 'content-security-policy':
        return value
          .replace(/'(?:nonce|sha\d+)-[^']*'/gi, "'nonce-x'")
          .replace(/[a-z]+:\/\/[^\s;,]+/gi, (source) => this.#text.url(source));
      case 'sec-fetch-storage-access':
      case 'cf-mitigated':
      case 'x-amzn-waf-action':
        return value;
    }
    if (/^sec-ch-ua/.test(lower)) return value;
    return isOpenHeader(lower, value) ? this.#text.show(value) : this.#text.hide(value);
  }

  /** RFC 7617: the user of a Basic header is the client_id, which requests show anyway. */
  #credentials(value: string): string {
    const basic = /^(basic\s+)([A-Za-z0-9+/=_-]+)$/i.exec(value);
    if (basic?.[2]) {
      try {
        const [user = '', ...rest] = atob(basic[2].replaceAll('-', '+').replaceAll('_', '/')).split(':');
        const shown =
          isOpenValue('client_id', user) && !user.includes('@') && this.#clientIds.has(decodePercent(user)) ? user : this.#text.hide(user);
        return basic[1] + btoa(`${shown}:${this.#text.hide(rest.join(':'))}`);
      } catch {
        return basic[1] + this.#text.hide(basic[2]);
      }
    }
    const at = value.indexOf(' ');
    if (at < 0 || !/^[A-Za-z]+$/.test(value.slice(0, at))) return this.#text.hide(value);
    return `${value.slice(0, at)} ${this.#text.value('access_token', value.slice(at + 1))}`;
  }

  readonly #clientIds = new Set<string>();

  knowClients(ids: Iterable<string>): void {
    for (const id of ids) this.#clientIds.add(id);
  }

  cookies(value: string): string {
    return value.replace(/[^;]+/g, (pair) => {
      const [, lead = '', name = '', equals = '', content = ''] = /^(\s*)([^=]*)(=?)([\s\S]*)$/.exec(pair) ?? [];
      return lead + this.#text.name(name) + equals + this.cookieValue(content);
    });
  }

  cookieValue(value: string): string {
    if (value === '' || isUnset(value)) return value;
    return this.#text.standIns.as('cookie', () => (looksLikeJwt(value) ? redactJwt(value, this.#text) : this.#text.hide(value)));
  }

  setCookie(line: string): string {
    const [pair = '', ...attributes] = line.split(';');
    return [this.cookies(pair), ...attributes.map((attribute) => this.#attribute(attribute))].join(';');
  }

  #attribute(attribute: string): string {
    const [, lead = '', name = '', value] = /^(\s*)([^=]*)(?:=([\s\S]*))?$/.exec(attribute) ?? [];
    if (value === undefined) return /^\s*[A-Za-z-]*\s*$/.test(attribute) ? attribute : `${lead}x`;
    if (/^path$/i.test(name)) return `${lead}${name}=${this.#text.path(value)}`;
    return /^(?:domain|expires|max-age|samesite|priority|version)$/i.test(name)
      ? attribute
      : `${lead}${this.#text.name(name)}=${this.#text.hide(value)}`;
  }
}

/** What browsers call themselves; a program may put anything there. */
function isBrowserName(value: string): boolean {
  return (
    value.length <= 300 &&
    /^Mozilla\/5\.0 \([\w ;:.,/+-]*\)[\w ./(),;:+-]*$/.test(value) &&
    !value.split(/[ /;(),]+/).some((part) => /[a-z]/i.test(part) && isRandomWord(part))
  );
}
