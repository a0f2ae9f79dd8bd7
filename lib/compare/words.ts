/** A difference in words. What stands between backticks is a name or a value. */
import { gapWords, kindWords, outcomeWords, roleWords } from '../explain/words.ts';
import type { Role } from '../model/flow.ts';
import type { CookieAttribute, CookieFate, MainHop, Setter, Setting, Shown, StateFate, Subject, Unseen } from './comparison.ts';

const hopWords: Readonly<Partial<Record<Role, string>>> = {
  'authorization-request': 'the authorization request',
  callback: 'the callback',
  start: 'the app’s first hop',
  provider: 'a provider’s hop',
  app: 'a hop of the app',
  nested: 'a hop of the inner login',
};

const hop = (role: Role) => hopWords[role] ?? `the ${roleWords(role)} hop`;
const at = (role: Role, address: string) =>
  role === 'callback' || role === 'authorization-request' || address === '' ? hop(role) : `${hop(role)} \`${address}\``;
const main = (which: MainHop) => `on ${hop(which)}`;

const setterWords: Readonly<Record<Setter, string>> = {
  start: 'set by the app at the start',
  provider: 'set by the provider',
  app: 'set by the app after the answer',
};

const settingWords: Readonly<Record<Setting, string>> = {
  kind: 'Kind of flow',
  client: 'App',
  provider: 'Provider',
  browser: 'Browser',
  version: 'Version of the browser',
  private: 'Private window',
  window: 'Where the login runs',
  'third-party-cookies': 'Third-party cookies',
  platform: 'Computer',
};

/** Values from closed lists. */
const valueWords: Readonly<Record<string, string>> = {
  page: 'in a page',
  frame: 'in a frame',
  fetch: 'in a script',
  'trackers-blocked': 'blocked for trackers',
  server: 'the server',
  extension: 'an extension',
  'service-worker': 'a service worker',
  h1: 'HTTP/1.1',
  h2: 'HTTP/2',
  h3: 'HTTP/3',
  chrome: 'Chrome',
  firefox: 'Firefox',
  safari: 'Safari',
};

const fateWords: Readonly<Record<CookieFate, string>> = {
  sent: 'sent',
  'other-value': 'sent, with another value than was set',
  held: 'in the browser, but not sent',
};

const stateWords: Readonly<Record<StateFate, string>> = {
  same: 'came back unchanged',
  changed: 'came back changed',
  missing: 'did not come back',
  unasked: 'came back without being sent',
};

const unseenWords: Readonly<Record<Unseen['what'], string>> = {
  parameters: 'Parameters of the authorization request',
  'cookies-sent': 'Cookies that were sent',
  'cookies-set': 'Cookies that were set',
  times: 'Times',
};

export const nothingDiffers = 'Nothing differs but what does in every login: one-time values and times.';
export const nothingSeenDiffers = 'Of what could be compared, nothing differs but what does in every login: one-time values and times.';

export function count(number: number, one: string): string {
  return `${number.toLocaleString('en-US')} ${one}${number === 1 ? '' : 's'}`;
}

export function milliseconds(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : ms < 120_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}

/** Of some names nothing stays the same from login to login. */
const named = (name: string) => (name === '*' ? 'with a made-up name' : `\`${name}\``);

/** What differs. */
export function subjectWords(subject: Subject): string {
  switch (subject.kind) {
    case 'outcome':
      return 'Outcome';
    case 'finding':
      return subject.title;
    case 'hop':
      return `Hop (${roleWords(subject.role)}): \`${subject.method} ${subject.address}\``;
    case 'status':
      return `Answer to ${at(subject.role, subject.address)}`;
    case 'parameter':
      return `${subject.name === '*' ? 'Parameter ' : ''}${named(subject.name)} in the ${subject.of === 'request' ? 'authorization request' : 'answer'}`;
    case 'state':
      return 'What became of `state`';
    case 'delivery':
      return 'How the answer came back';
    case 'cookie-sent':
      return `Cookie ${named(subject.name)} ${main(subject.to)}`;
    case 'cookie-set':
      return `Cookie ${named(subject.name)}, ${setterWords[subject.by]}`;
    case 'cookie-attributes':
      return `Attributes of cookie ${named(subject.name)}, ${setterWords[subject.by]}`;
    case 'size':
      return `${subject.of === 'cookies' ? 'Size of the Cookie header' : 'Length of the address'} on ${hop(subject.role)}`;
    case 'setting':
      return settingWords[subject.of];
    case 'redirected-by':
      return `Who redirected ${at(subject.role, subject.address)}`;
    case 'time':
      return subject.role === null ? 'Time from beginning to end' : `Time of ${at(subject.role, subject.address)}`;
    case 'protocol':
      return `HTTP version at \`${subject.host}\``;
  }
}

const siteWords: Readonly<Record<string, string>> = { none: 'None', lax: 'Lax', strict: 'Strict' };

function attributeWords({ name, value }: CookieAttribute): string {
  switch (name) {
    case 'lifetime':
      return value === null ? 'until the browser closes' : 'with an expiry date';
    case 'SameSite':
      return value === null ? 'no `SameSite`' : `\`SameSite=${siteWords[value] ?? value}\``;
    case 'Domain':
    case 'Path':
      return value === null ? `no \`${name}\`` : `\`${name}=${value}\``;
    default:
      return value === null ? `no \`${name}\`` : `\`${name}\``;
  }
}

function deliveryWords(shown: Extract<Shown, { kind: 'delivery' }>): string {
  switch (shown.place) {
    case 'query':
      return 'in the query';
    case 'fragment':
      return 'behind the #';
    case 'form':
      return 'in a form';
    case 'body':
      return 'in the body';
  }
}

function absentWords({ kind }: Subject): string {
  if (kind === 'finding') return 'not found';
  if (kind === 'cookie-sent') return 'not sent';
  return kind === 'cookie-set' ? 'not set' : 'not there';
}

function presentWords({ kind }: Subject, characters: number | null): string {
  if (kind === 'finding') return 'found';
  if (kind === 'cookie-set') return 'set';
  return characters === null ? 'there' : `there, ${count(characters, 'character')}`;
}

/** One side of it. */
export function shownWords(shown: Shown, subject: Subject): string {
  switch (shown.kind) {
    case 'absent':
      return absentWords(subject);
    case 'unseen':
      return `can not be told: ${gapWords(shown.why)}`;
    case 'present':
      return presentWords(subject, shown.characters);
    case 'value':
      return subject.kind === 'parameter' ? `\`${shown.text}\`` : (ownWord(subject, shown.text) ?? shown.text);
    case 'outcome':
      return shown.title === null ? outcomeWords(shown.outcome) : `${outcomeWords(shown.outcome)}: ${shown.title}`;
    case 'flow':
      return kindWords(shown.flow);
    case 'status':
      return String(shown.status);
    case 'no-answer':
      return shown.reason === null ? 'no answer' : `no answer (\`${shown.reason}\`)`;
    case 'hops':
      return shown.count === 1 ? 'there' : `there, ${count(shown.count, 'hop')} in a row`;
    case 'state':
      return stateWords[shown.fate];
    case 'delivery':
      return deliveryWords(shown);
    case 'cookie':
      return fateWords[shown.fate];
    case 'attributes':
      return shown.attributes.map(attributeWords).join(', ');
    case 'bytes':
      return count(shown.bytes, 'byte');
    case 'time':
      return milliseconds(shown.ms);
  }
}

function ownWord(subject: Subject, text: string): string | null {
  if (subject.kind === 'redirected-by' && text === 'browser') return 'the browser';
  if (subject.kind === 'setting' && (subject.of === 'client' || subject.of === 'provider')) return text.replace(/^https:\/\//, '');
  return Object.hasOwn(valueWords, text) ? (valueWords[text] ?? null) : null;
}

/** Why something was left out of the comparison. */
export function unseenSentence({ what, a, b }: Unseen, labels: { readonly a: string; readonly b: string }): string {
  const why = a ?? b;
  const where = a && b ? 'on both sides' : `in “${a ? labels.a : labels.b}”`;
  return `${unseenWords[what]} could not be compared ${where}${why ? `: ${gapWords(why)}` : ''}.`;
}
