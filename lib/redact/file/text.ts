/** The texts of a file, taken apart by their structure: addresses, forms, JSON, values. */
import { isObject } from '../../read/json.ts';
import { looksLikeJwt } from '../../read/jwt.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { addressOf, decodeForm, decodePercent, readUrl } from '../../read/url.ts';
import { isFlag, isName, isOpenValue, isRoute, wordsBefore } from '../policy.ts';
import { redactProse } from '../prose.ts';
import { encodeLike } from './encode.ts';
import { redactJwt } from './jwt.ts';
import { kindOf } from './kinds.ts';
import { isOutcome, isUnset, openMembers, sentenceNames } from './open.ts';
import { StandIns } from './stand-ins.ts';
import { tellingDescription } from './telling.ts';

const deepest = 6;
/** Opaque to everybody but the one who made it, whatever it looks like. */
const oneTime = /^(?:state|nonce|code|code_challenge|code_verifier|session_state)$/;
/** What a check compares with another value of the login. */
const compared =
  /^(?:state|nonce|code|code_challenge|code_verifier|session_state|redirect_uri|client_id|login_hint|id_token|access_token)$/;

/** Shorter values stand inside others by chance. */
const shortestPiece = 8;
/** Each is looked for in each value; a file has few of those. */
const mostPieces = 400;

export class FileText {
  readonly standIns: StandIns;

  /** What was let through on purpose. */
  readonly open = new Set<string>();

  constructor(standIns = new StandIns()) {
    this.standIns = standIns;
  }

  url(text: string, depth = 0): string {
    if (depth > deepest) return this.standIns.of(text);
    if (/^data:/i.test(text)) return 'data:,';
    const { base, query } = readUrl(text);
    const hash = text.indexOf('#');
    const shown = query === null ? '' : `?${query.map((pair) => this.#pair(pair.text, depth)).join('&')}`;
    return this.#base(base) + shown + (hash < 0 ? '' : `#${this.#fragment(text.slice(hash + 1), depth)}`);
  }

  #base(base: string): string {
    const address = addressOf(base);
    if (!address) {
      const custom = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(base);
      return custom ? `${custom[1]}:${this.path(custom[2] ?? '')}` : this.path(base);
    }
    const from = base.indexOf('//') + 2;
    const slash = base.indexOf('/', from);
    const authority = base.slice(from, slash < 0 ? undefined : slash);
    const at = authority.lastIndexOf('@');
    const user = at < 0 ? '' : `${this.standIns.of(authority.slice(0, at))}@`;
    return `${base.slice(0, from)}${user}${this.show(authority.slice(at + 1))}${slash < 0 ? '' : this.path(base.slice(slash))}`;
  }

  show(text: string): string {
    this.open.add(text);
    return text;
  }

  path(path: string): string {
    return path
      .split('/')
      .map((segment) =>
        segment
          .split(';')
          .map((part, index) => (index > 0 && part.includes('=') ? this.#pair(part, 0) : this.#segment(part)))
          .join(';'),
      )
      .join('/');
  }

  #segment(segment: string): string {
    const decoded = decodePercent(segment);
    if (decoded === '' || isRoute(decoded) || isUnset(decoded)) return this.show(segment);
    return encodeLike(
      segment,
      decoded,
      this.standIns.as('id', () => this.hide(decoded)),
    );
  }

  /** A router's path may stand in front of the parameters. */
  #fragment(text: string, depth: number): string {
    const mark = text.indexOf('?');
    if (mark >= 0 && !text.slice(0, mark).includes('='))
      return `${this.path(text.slice(0, mark))}?${this.#pairs(text.slice(mark + 1), depth)}`;
    if (!text.includes('=')) return this.path(text);
    const lead = /^[!/]*/.exec(text)?.[0] ?? '';
    return lead + this.#pairs(text.slice(lead.length), depth);
  }

  #pairs(text: string, depth: number): string {
    return text
      .split('&')
      .map((pair) => this.#pair(pair, depth))
      .join('&');
  }

  #pair(text: string, depth: number): string {
    const at = text.indexOf('=');
    if (at < 0) return this.#written(text, (flag) => (flag === '' || isFlag(flag) ? flag : this.hide(flag)));
    const name = decodeForm(text.slice(0, at));
    return `${this.#written(text.slice(0, at), (n) => this.name(n))}=${this.#written(text.slice(at + 1), (value) => this.value(name, value, depth + 1))}`;
  }

  #written(raw: string, change: (decoded: string) => string): string {
    const decoded = decodeForm(raw);
    const changed = change(decoded);
    return changed === decoded ? raw : encodeLike(raw, decoded, changed);
  }

  form(text: string): string {
    return this.#pairs(text, 0);
  }

  /** A decoded value of a parameter, form field or JSON member. */
  value(name: string, value: string, depth = 0): string {
    return this.standIns.as(kindOf(name, value), () => this.#value(name, value, depth));
  }

  #value(name: string, value: string, depth: number): string {
    if (value === '' || depth > deepest) return value === '' ? '' : this.standIns.of(value);
    if (isOpenValue(name, value) || isUnset(value) || isPlaceholder(value)) return this.show(value);
    if (oneTime.test(name)) return this.hide(value, true);
    if (isOutcome(value)) return this.show(value);
    if (sentenceNames.test(name)) return this.show(tellingDescription(value));
    // Google wraps the reason of its error page in base64.
    if (name === 'authError') return btoa(tellingDescription(fromBase64(value)));
    if (/^(?:undefined|null|nan|none)[/:?]/i.test(value)) return this.path(value);
    const prefix = /^(?:ST|PT|PGT)-/.exec(value)?.[0] ?? '';
    if (prefix !== '') return prefix + this.hide(value.slice(prefix.length));
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || /^\/(?!\/)[\w.~/-]*[?#]/.test(value)) return this.url(value, depth + 1);
    if (/^https?%3a/i.test(value)) return encodeLike(value, decodePercent(value), this.value(name, decodePercent(value), depth + 1));
    const urn = /^urn:[a-z0-9:._-]*:/i.exec(value)?.[0];
    if (urn && openMembers.has(name)) return urn + this.hide(value.slice(urn.length));
    if (looksLikeJwt(value)) return redactJwt(value, this);
    if (/^[[{]/.test(value)) return this.json(value) ?? this.hide(value);
    return this.hide(value, compared.test(name));
  }

  /** A parameter, header, cookie or member name. The random part of a name is a value. */
  name(name: string): string {
    if (isName(name)) return this.show(name);
    const words = wordsBefore(name);
    return words + this.standIns.as('id', () => this.hide(name.slice(words.length)));
  }

  /** Pieces that stand by themselves elsewhere keep their stand-in, so that one value inside another can still be seen. */
  hide(value: string, isCompared = false): string {
    const piece = isCompared ? undefined : this.#pieces.find((known) => value.length > known.length && value.includes(known));
    if (piece === undefined) return this.standIns.of(value, isCompared);
    return value
      .split(piece)
      .map((part) => (part === '' ? '' : this.hide(part)))
      .join(this.standIns.of(piece, true));
  }

  readonly #pieces: string[] = [];

  /** Values of logins that others may contain: read before anything is replaced. */
  expect(values: Iterable<string>): void {
    for (const value of values) if (value.length >= shortestPiece && this.#pieces.length < mostPieces) this.#pieces.push(value);
    this.#pieces.sort((a, b) => b.length - a.length);
  }

  prose(text: string): string {
    return redactProse(text, {
      url: (word) => this.url(word),
      person: (word) => this.standIns.as('person', () => this.hide(word)),
      hide: (word) => this.hide(word),
      isKnown: (word) => [...this.standIns.replaced].some((value) => value.length >= shortestPiece && word.includes(value)),
    });
  }

  /** Null when it is not JSON. */
  json(text: string): string | null {
    try {
      return JSON.stringify(this.#member('', JSON.parse(text), 0));
    } catch {
      return null;
    }
  }

  #member(name: string, value: unknown, depth: number): unknown {
    if (depth > 40) return null;
    if (typeof value === 'string')
      return openMembers.has(name) && name !== 'request_uri' && isOpenValue('scope', value) ? value : this.value(name, value, 1);
    if (typeof value === 'number')
      return /^(?:expires_in|exp|iat|nbf|auth_time|interval|status|code|max_age)$/.test(name)
        ? value
        : Number(this.standIns.of(String(value)).replace(/^0(?=\d)/, '1')) || 0;
    if (Array.isArray(value)) return value.map((item) => this.#member(name, item, depth + 1));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.name(key), this.#member(key, item, depth + 1)]));
  }
}

function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
