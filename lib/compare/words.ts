/** A difference in words. What stands between backticks is a name or a value. */
import { gapWords, kindWords, outcomeWords, roleWords } from '../explain/words.ts';
import type { Role } from '../model/flow.ts';
import { compare as words } from '../words/en/compare.ts';
import { decimalWords } from '../words/numbers.ts';
import type { CookieAttribute, Shown, Subject, Unseen } from './comparison.ts';

function hop(role: Role): string {
  const names: Readonly<Partial<Record<Role, string>>> = words().hops;
  return names[role] ?? words().otherHop(roleWords(role));
}

const at = (role: Role, address: string) =>
  role === 'callback' || role === 'authorization-request' || address === '' ? hop(role) : `${hop(role)} \`${address}\``;

const browserNames: Readonly<Record<string, string>> = { chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari' };

export function milliseconds(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  return ms < 120_000 ? `${decimalWords(Number((ms / 1_000).toFixed(1)), 1)} s` : `${Math.round(ms / 60_000)} min`;
}

/** Of some names nothing stays the same from login to login. */
const named = (name: string) => (name === '*' ? words().madeUp : `\`${name}\``);

/** What differs. */
export function subjectWords(subject: Subject): string {
  const say = words();
  switch (subject.kind) {
    case 'outcome':
      return say.outcome;
    case 'finding':
      return subject.title;
    case 'hop':
      return say.hop(roleWords(subject.role), `${subject.method} ${subject.address}`);
    case 'status':
      return say.answerTo(at(subject.role, subject.address));
    case 'parameter':
      return say.parameter[subject.of](subject.name === '*' ? say.madeUpParameter : named(subject.name));
    case 'state':
      return say.state;
    case 'delivery':
      return say.delivery;
    case 'cookie-sent':
      return say.cookieOn(named(subject.name), hop(subject.to));
    case 'cookie-set':
      return say.cookieSet(named(subject.name), say.setters[subject.by]);
    case 'cookie-attributes':
      return say.attributesOf(named(subject.name), say.setters[subject.by]);
    case 'size':
      return say.sizes[subject.of](hop(subject.role));
    case 'setting':
      return say.settings[subject.of];
    case 'redirected-by':
      return say.redirectedBy(at(subject.role, subject.address));
    case 'time':
      return subject.role === null ? say.wholeTime : say.timeOf(at(subject.role, subject.address));
    case 'protocol':
      return say.protocol(subject.host);
  }
}

const siteWords: Readonly<Record<string, string>> = { none: 'None', lax: 'Lax', strict: 'Strict' };

function attributeWords({ name, value }: CookieAttribute): string {
  const { untilClosed, expires, without } = words();
  switch (name) {
    case 'lifetime':
      return value === null ? untilClosed : expires;
    case 'SameSite':
      return value === null ? without(name) : `\`SameSite=${siteWords[value] ?? value}\``;
    case 'Domain':
    case 'Path':
      return value === null ? without(name) : `\`${name}=${value}\``;
    default:
      return value === null ? without(name) : `\`${name}\``;
  }
}

function absentWords({ kind }: Subject): string {
  const { absent } = words();
  return kind === 'finding' || kind === 'cookie-sent' || kind === 'cookie-set' ? absent[kind] : absent.other;
}

function presentWords({ kind }: Subject, characters: number | null): string {
  const { present, characters: say } = words();
  if (kind === 'finding' || kind === 'cookie-set') return present[kind];
  return characters === null ? present.other : say(characters);
}

/** One side of it. */
export function shownWords(shown: Shown, subject: Subject): string {
  const say = words();
  switch (shown.kind) {
    case 'absent':
      return absentWords(subject);
    case 'unseen':
      return say.canNotBeTold(gapWords(shown.why));
    case 'present':
      return presentWords(subject, shown.characters);
    case 'value':
      return subject.kind === 'parameter' ? `\`${shown.text}\`` : valueWords(subject, shown.text);
    case 'outcome':
      return shown.title === null ? outcomeWords(shown.outcome) : `${outcomeWords(shown.outcome)}: ${shown.title}`;
    case 'flow':
      return kindWords(shown.flow);
    case 'status':
      return String(shown.status);
    case 'no-answer':
      return shown.reason === null ? say.noAnswer : say.noAnswerBecause(shown.reason);
    case 'hops':
      return shown.count === 1 ? say.present.other : say.hopsInRow(shown.count);
    case 'state':
      return say.states[shown.fate];
    case 'delivery':
      return say.deliveries[shown.place];
    case 'cookie':
      return say.fates[shown.fate];
    case 'attributes':
      return shown.attributes.map(attributeWords).join(', ');
    case 'bytes':
      return say.bytes(shown.bytes);
    case 'time':
      return milliseconds(shown.ms);
  }
}

function valueWords(subject: Subject, text: string): string {
  if (subject.kind === 'setting' && (subject.of === 'client' || subject.of === 'provider')) return text.replace(/^https:\/\//, '');
  const known: Readonly<Record<string, string>> = { ...browserNames, ...words().values };
  return (Object.hasOwn(known, text) ? known[text] : undefined) ?? text;
}

/** Why something was left out of the comparison. */
export function unseenSentence({ what, a, b }: Unseen, labels: { readonly a: string; readonly b: string }): string {
  const { unseen, onBothSides, inSide, notCompared } = words();
  const why = a ?? b;
  return notCompared(unseen[what], a && b ? onBothSides : inSide(a ? labels.a : labels.b), why ? gapWords(why) : '');
}
