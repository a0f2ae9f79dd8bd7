/** What became of the cookies of a login, in words: shared by the reports and the views. */
import type { CookieLine, CookieTale, GrowingFamily, Refusal, TornCookie, Withheld } from '../model/cookie.ts';
import type { ExchangeId, SameSite } from '../model/exchange.ts';

export const refusalWords: Readonly<Record<Refusal, string>> = {
  'too-large': 'name and value exceed 4,096 bytes',
  'control-character': 'it contains a control character',
  'host-prefix': '__Host- asks for Secure, Path=/ and no Domain',
  'secure-prefix': '__Secure- asks for Secure',
  'http-prefix': '__Http- asks for HttpOnly',
  'secure-on-http': 'Secure on an http:// address',
  'none-without-secure': 'SameSite=None asks for Secure',
  'partitioned-without-secure': 'Partitioned asks for Secure',
  'domain-mismatch': 'its Domain is not this host’s',
  'public-suffix': 'its Domain is a public suffix',
};

/** How names, hosts, hops and times may be written: redaction and the reader's clock decide. */
export interface CookieWords {
  readonly name: (name: string) => string;
  readonly host: (host: string) => string;
  readonly hop: (id: ExchangeId) => string;
  /** Null where the recording has no times. */
  readonly clock: ((at: number) => string) | null;
}

const siteWords: Readonly<Record<SameSite, string>> = {
  strict: 'SameSite=Strict',
  lax: 'SameSite=Lax',
  none: 'SameSite=None',
  unspecified: 'no SameSite, which counts as Lax after two minutes',
};

export function ageWords(ms: number): string {
  if (ms < 1_000) return 'less than a second';
  if (ms < 120_000) return `${Math.round(ms / 1_000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}

const dueWords = { pending: 'the callback', session: 'the next page' } as const;

/** Why it was not on the request it was due on. */
export function whyWords(line: CookieLine, withheld: Withheld, words: CookieWords): string {
  const due = dueWords[line.keeps];
  const later = line.ageMs === null || words.clock === null ? '' : ` ${ageWords(line.ageMs)} later`;
  const came = line.keeps === 'pending' ? 'the answer is' : 'the page was reached by';
  switch (withheld.kind) {
    case 'refused':
      return 'the browser had refused it';
    case 'not-stored':
      return 'the browser had not kept it';
    case 'overwritten':
      return `overwritten by ${words.hop(withheld.by)}`;
    case 'deleted':
      return `deleted by ${words.hop(withheld.by)}`;
    case 'expired':
      return `it had expired${later === '' ? '' : `; ${line.keeps === 'pending' ? 'the answer' : 'the page'} came${later}`}`;
    case 'container':
      return `${due} came in another container or window`;
    case 'host':
      return `it belongs to another host than ${due}`;
    case 'path':
      return `its path does not cover ${due}`;
    case 'path-case':
      return `its path is written in another case than ${due}`;
    case 'scheme':
      return `it is Secure, and ${due} came over http`;
    case 'strict':
      return `SameSite=Strict, and ${came} a request from another site`;
    case 'lax-post':
      return `${siteWords[line.sameSite]}, and ${came} a POST from another site${later}`;
    case 'lax-frame':
      return `${siteWords[line.sameSite === 'unspecified' ? 'lax' : line.sameSite]}, and ${due} is in a frame on another site`;
    case 'third-party':
      return `${due} is in a frame on another site, where the browser keeps cookies back`;
    case 'unexplained':
      return 'no rule of the browser explains it; an extension, a privacy setting or a proxy may have removed it';
  }
}

function setWords(line: CookieLine, words: CookieWords): string {
  const set = `set by ${words.host(line.host)}${words.clock === null ? '' : ` at ${words.clock(line.setAt)}`}`;
  switch (line.taken) {
    case 'kept':
      return `${set}, kept`;
    case 'fits':
      return set;
    case 'refused':
      return `${set}, refused: ${line.refusal === null ? 'it breaks a rule of the browser' : refusalWords[line.refusal]}`;
    case 'not-stored':
      return `${set}, not kept by the browser`;
  }
}

/** `set by app.example at 12:00:01, kept; not sent with the callback: SameSite=Lax, and the answer is a POST from another site 3 min later` */
export function cookieWords(line: CookieLine, words: CookieWords): string {
  const due = dueWords[line.keeps];
  const set = setWords(line, words);
  switch (line.fate) {
    case 'sent':
      return `${set}; sent with ${due}`;
    case 'not-due':
      return `${set}; ${due} was not recorded`;
    case 'other-value':
      return `${set}; came with another value at ${due}${line.withheld ? `: ${whyWords(line, line.withheld, words)}` : ''}`;
    case 'missing':
      return line.withheld && line.taken !== 'refused' && line.taken !== 'not-stored'
        ? `${set}; not sent with ${due}: ${whyWords(line, line.withheld, words)}`
        : `${set}; so it did not come with ${due}`;
  }
}

export function tornWords({ family, have, missing, at }: TornCookie, words: CookieWords): string {
  return `${words.name(family)}…: split over several cookies; at ${words.hop(at)} there ${have.length === 1 ? 'is' : 'are'} ${numbers(have)}, and ${numbers(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`;
}

const numbers = (list: readonly number[]) => (list.length === 0 ? 'none' : `number ${list.join(', ')}`);

export function growingWords({ family, attempts }: GrowingFamily, words: CookieWords): string {
  const stem = family.replace(/\*$/, '');
  const counts = attempts.map(({ count, bytes }) => `${count} (${bytes.toLocaleString('en-US')} bytes)`);
  const over = attempts.length === 1 ? 'at this attempt' : `over ${attempts.length} attempts`;
  return `${words.name(stem)}*: every login leaves one of its own; ${over}: ${counts.join(', ')}`;
}

/** For a closed section: `3 cookies, 1 not sent`. */
export function talePhrase(tale: CookieTale): string {
  if (tale.kind !== 'told') return tale.kind === 'none' ? 'no cookies' : 'cookies not recorded';
  const { lines } = tale;
  const refused = lines.filter((l) => l.taken === 'refused' || l.taken === 'not-stored').length;
  const withheld =
    lines.filter((l) => l.fate === 'missing').length -
    lines.filter((l) => l.fate === 'missing' && (l.taken === 'refused' || l.taken === 'not-stored')).length;
  const other = lines.filter((l) => l.fate === 'other-value').length;
  const parts = [
    `${lines.length} ${lines.length === 1 ? 'cookie' : 'cookies'}`,
    refused > 0 ? `${refused} not taken` : '',
    withheld > 0 ? `${withheld} not sent` : '',
    other > 0 ? `${other} with another value` : '',
    tale.torn.length > 0 ? 'pieces missing' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
