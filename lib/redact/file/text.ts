/** The texts of a file, taken apart by their structure: addresses, forms, JSON, values. */
import { looksLikeJwt } from '../../read/jwt.ts';
import { challengeOf } from '../../read/pkce.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { isRedirectWord } from '../../read/redirect.ts';
import { decodeForm, decodePercent, readUrl } from '../../read/url.ts';
import { isFlag, isName, isOpenScope, isOpenValue, isRoute, isShouted, wordsBefore } from '../policy.ts';
import { isVocabulary } from '../words.ts';
import { redactBase } from './address.ts';
import { encodeLike, fromBase64, toBase64Like } from './encode.ts';
import { hostOf, isLoopback, KnownHosts } from './hosts.ts';
import { redactMember } from './json.ts';
import { redactJwt } from './jwt.ts';
import { kindOf, placeNames } from './kinds.ts';
import type { LoginValues } from './login-values.ts';
import { compared, isOutcome, isTyped, isUnset, mangled, oneTime, openMembers, placeholder, sentenceNames } from './open.ts';
import { Pieces } from './pieces.ts';
import { StandIns } from './stand-ins.ts';
import { leftOut, tellingDescription, tellingWords } from './telling.ts';

const deepest = 8;
/** Shorter values stand inside others by chance. */
const shortestPiece = 8;

export class FileText {
  readonly standIns: StandIns;
  /** What was let through on purpose. */
  readonly open = new Set<string>();

  constructor(standIns = new StandIns()) {
    this.standIns = standIns;
  }

  url(text: string, depth = 0, host = (one: string) => this.host(one)): string {
    if (depth > deepest) return this.standIns.of(text);
    if (/^data:/i.test(text)) return 'data:,';
    const { base, query } = readUrl(text);
    const hash = text.indexOf('#');
    const shown = query === null ? '' : `?${query.map((pair) => this.#pair(pair.text, depth)).join('&')}`;
    return redactBase(base, this, host) + shown + (hash < 0 ? '' : `#${this.#fragment(text.slice(hash + 1), depth)}`);
  }

  host(text: string): string {
    return this.show(hostOf(text, (label) => this.standIns.as('id', () => this.standIns.of(label)), this.#tokens));
  }

  /** An address that only a header names: its host is shown as far as others show it. */
  headerUrl(text: string): string {
    return this.url(text, 0, (host) => this.knownHost(host));
  }

  /** Left out without a stand-in: only the scan needs to know. */
  drop(pieces: Iterable<string>): void {
    for (const piece of pieces) this.standIns.drop(piece);
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
    if (decoded === '' || isRoute(decoded) || this.#routes.has(decoded)) return this.show(segment);
    if (isUnset(decoded)) return encodeLike(segment, decoded, this.#placeholder(decoded));
    return encodeLike(
      segment,
      decoded,
      this.standIns.as('id', () => this.#parts(decoded)),
    );
  }

  /** `anna-login` becomes `qzxr-login`: what the place is for can still be read. */
  #parts(segment: string): string {
    const parts = segment.split(/([-_.~:]+)/);
    const tells = (part: string) => /^[A-Za-z]{4,}$/.test(part) && isVocabulary(part);
    if (segment.length > 64 || !parts.some(tells) || this.#pieces.at(segment, 0) === segment) return this.hide(segment);
    return parts.map((part, index) => (index % 2 === 1 || tells(part) ? part : this.hide(part))).join('');
  }

  /** A router's path may stand in front of the parameters. */
  #fragment(text: string, depth: number): string {
    const mark = text.indexOf('?');
    if (mark >= 0 && !text.slice(0, mark).includes('='))
      return `${this.path(text.slice(0, mark))}?${this.form(text.slice(mark + 1), depth)}`;
    if (!text.includes('=')) return this.path(text);
    const lead = /^[!/]*/.exec(text)?.[0] ?? '';
    return lead + this.form(text.slice(lead.length), depth);
  }

  /** Of a query, a fragment or a form. */
  form(text: string, depth = 0): string {
    return text
      .split('&')
      .map((pair) => this.#pair(pair, depth))
      .join('&');
  }

  #pair(text: string, depth: number): string {
    const escapedForHtml = /^(?:amp(?:;|%3B))+/i.exec(text)?.[0] ?? '';
    if (escapedForHtml !== '') return escapedForHtml + this.#pair(text.slice(escapedForHtml.length), depth);
    const at = text.indexOf('=');
    if (at < 0) return this.written(text, (flag) => (flag === '' || isFlag(flag) ? flag : this.hide(flag)));
    const name = decodeForm(text.slice(0, at));
    return `${this.written(text.slice(0, at), (n) => this.name(n))}=${this.written(text.slice(at + 1), (value) => this.value(name, value, depth + 1))}`;
  }

  written(raw: string, change: (decoded: string) => string): string {
    const decoded = decodeForm(raw);
    const changed = change(decoded);
    return changed === decoded ? raw : encodeLike(raw, decoded, changed);
  }

  /** A decoded value of a parameter, form field or JSON member. */
  value(name: string, value: string, depth = 0): string {
    return this.standIns.as(kindOf(name, value), () => this.#value(name, value, depth));
  }

  #value(name: string, value: string, depth: number): string {
    if (value === '' || depth > deepest) return value === '' ? '' : this.standIns.of(value);
    if (isTyped(name, value)) return this.hide(value);
    if (isOpenValue(name, value)) return this.show(value);
    if (name === 'redirect_uri' && isRedirectWord(value)) return this.show(value);
    if (isUnset(value) || isPlaceholder(value)) return this.#placeholder(value);
    if (name === 'scope') return this.#scopes(value);
    if (oneTime.test(name)) return this.hide(value, true);
    if (isOutcome(value)) return this.show(value);
    if (sentenceNames.test(name)) return this.#sentence(value);
    // Google wraps the reason of its error page in base64.
    if (name === 'authError') return this.#wrapped(value);
    if (/^(?:undefined|null|nan|none)[/:?]/i.test(value)) return this.url(value, depth + 1);
    const prefix = /^(?:ST|PT|PGT)-/.exec(value)?.[0] ?? '';
    if (prefix !== '') return prefix + this.hide(value.slice(prefix.length));
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || /^\/(?!\/)[\w.~/-]*[?#]/.test(value)) return this.url(value, depth + 1);
    if (placeNames.test(name) && /^\/(?!\/)[\w.~/-]*$/.test(value)) return this.url(value, depth + 1);
    if (/^https?%3a/i.test(value)) return encodeLike(value, decodePercent(value), this.value(name, decodePercent(value), depth + 1));
    const urn = /^urn:[a-z0-9:._-]*:/i.exec(value)?.[0];
    if (urn && openMembers.has(name) && urn.split(':').every(isVocabulary)) return urn + this.hide(value.slice(urn.length));
    if (looksLikeJwt(value)) return redactJwt(value, this);
    if (/^[[{]/.test(value)) return this.json(value) ?? this.hide(value);
    return this.hide(value, compared.test(name));
  }

  /** Servers name their permissions as they like; a token pasted among them goes. */
  #scopes(value: string): string {
    return value.replace(/[^\s,+]+/g, (scope) => (isOpenScope(scope) ? scope : /:\/\//.test(scope) ? this.url(scope) : this.hide(scope)));
  }

  #sentence(value: string): string {
    this.drop(leftOut(value));
    this.show(tellingWords(value).join(' '));
    return tellingDescription(value, this.standIns.of(value));
  }

  #wrapped(value: string): string {
    const text = fromBase64(value);
    return text === '' ? this.hide(value) : toBase64Like(value, tellingDescription(text, this.standIns.of(text)));
  }

  #placeholder(value: string): string {
    return this.show(placeholder(value, (run) => this.hide(run)));
  }

  /** A parameter, header, cookie or member name. The random part of a name is a value. */
  name(name: string): string {
    const [, before = '', bare = '', after = ''] = mangled.exec(name) ?? [];
    if (bare !== '' && isName(bare)) return before + this.show(bare) + after;
    const words = wordsBefore(name);
    if (!isShouted(words)) return this.show(words) + this.standIns.as('id', () => this.#nameParts(name.slice(words.length)));
    return this.standIns.as('id', () => this.hide(name));
  }

  /** Cookies of one login differ in their last word alone: what they share has to be seen. */
  #nameParts(rest: string): string {
    if (!/^[\w@-]+(?:[.|][\w@-]+)+$/.test(rest)) return this.hide(rest);
    this.standIns.drop(rest);
    return rest
      .split(/([.|]+)/)
      .map((part, index) => (index % 2 === 1 || (part.length >= 4 && isVocabulary(part)) ? part : this.hide(part)))
      .join('');
  }

  /** Nothing tells `name=` from a word without a name any more: only a word of the web is shown. */
  fieldName(name: string, value: string): string {
    return value !== '' || isFlag(name.toLowerCase()) ? this.name(name) : this.hide(name);
  }

  /** Pieces that stand by themselves elsewhere keep their stand-in, so that one value inside another can still be seen. */
  hide(value: string, isCompared = false): string {
    const whole = isCompared || this.#pieces.at(value, 0) === value;
    const piece = whole ? null : this.#pieces.within(value);
    if (piece === null) return value === '' ? '' : this.standIns.of(value, whole);
    return value
      .split(piece)
      .map((part) => this.hide(part))
      .join(this.standIns.of(piece, true));
  }

  readonly #pieces = new Pieces(shortestPiece);
  readonly #routes = new Set<string>();

  /** A host that some header names: shown as far as the file's addresses show it. */
  knownHost(text: string): string {
    if (isLoopback(text)) return this.host(text);
    const shown = this.#hosts.knownPart(text);
    if (shown === null) return this.hide(text);
    const labels = text.slice(0, text.length - shown.length).split('.');
    const hidden = labels.map((label) => (label === '' || label === '*' || isVocabulary(label) ? label : this.hide(label)));
    return hidden.join('.') + this.host(shown);
  }

  readonly #hosts = new KnownHosts();
  #tokens: ReadonlySet<string> = new Set();

  /** What a first look through the file found, before anything is replaced. */
  expect({ secrets, verifiers, routes, hosts, tokens }: Pick<LoginValues, 'secrets' | 'verifiers' | 'routes' | 'hosts' | 'tokens'>): void {
    // A verifier opens its challenge afterwards as it did before.
    for (const verifier of verifiers) {
      const challenge = challengeOf(verifier);
      if (secrets.has(challenge)) this.standIns.as('one-time', () => this.standIns.derive(challenge, verifier, challengeOf));
    }
    this.#tokens = tokens;
    for (const host of hosts) this.#hosts.add(host);
    for (const value of secrets) this.#pieces.add(value);
    for (const route of routes) this.#routes.add(route);
  }

  /** Null when it is not JSON. */
  json(text: string): string | null {
    try {
      return JSON.stringify(redactMember('', JSON.parse(text), 0, this));
    } catch {
      return null;
    }
  }
}
