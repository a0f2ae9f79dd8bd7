/** What became of the cookies of a login, in words: shared by the reports and the views. */
import type { CookieLine, CookieTale, GrowingFamily, Refusal, TornCookie, Withheld } from '../model/cookie.ts';
import type { ExchangeId, SameSite } from '../model/exchange.ts';
import { cookieTale as words } from '../words/en/cookie-tale.ts';

export const refusalWords = (refusal: Refusal): string => words().refusals[refusal];

/** How names, hosts, hops and times may be written: redaction and the reader's clock decide. */
export interface CookieWords {
  readonly name: (name: string) => string;
  readonly host: (host: string) => string;
  readonly hop: (id: ExchangeId) => string;
  /** Null where the recording has no times. */
  readonly clock: ((at: number) => string) | null;
}

const siteWords: Readonly<Record<Exclude<SameSite, 'unspecified'>, string>> = {
  strict: 'SameSite=Strict',
  lax: 'SameSite=Lax',
  none: 'SameSite=None',
};

export function ageWords(ms: number): string {
  if (ms < 1_000) return words().underASecond;
  if (ms < 120_000) return `${Math.round(ms / 1_000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}

/** Why it was not on the request it was due on. */
export function whyWords({ keeps, sameSite, ageMs }: CookieLine, withheld: Withheld, by: CookieWords): string {
  const say = words();
  const later = ageMs === null || by.clock === null ? null : say.later(ageWords(ageMs));
  switch (withheld.kind) {
    case 'refused':
      return say.wasRefused;
    case 'not-stored':
      return say.wasNotKept;
    case 'overwritten':
      return say.overwritten(by.hop(withheld.by));
    case 'deleted':
      return say.deleted(by.hop(withheld.by));
    case 'expired':
      return say.expired(keeps, later);
    case 'container':
      return say.container(keeps);
    case 'host':
      return say.host(keeps);
    case 'path':
      return say.path(keeps);
    case 'path-case':
      return say.pathCase(keeps);
    case 'scheme':
      return say.scheme(keeps);
    case 'strict':
      return say.strict(keeps);
    case 'lax-post':
      return say.laxPost(sameSite === 'unspecified' ? say.noSameSite : siteWords[sameSite], keeps, later);
    case 'lax-frame':
      return say.laxFrame(siteWords[sameSite === 'unspecified' ? 'lax' : sameSite], keeps);
    case 'third-party':
      return say.thirdParty(keeps);
    case 'unexplained':
      return say.unexplained;
  }
}

function setWords(line: CookieLine, by: CookieWords): string {
  const say = words();
  const set = say.set(by.host(line.host), by.clock === null ? null : by.clock(line.setAt));
  switch (line.taken) {
    case 'kept':
      return say.kept(set);
    case 'fits':
      return set;
    case 'refused':
      return say.refused(set, line.refusal === null ? say.anyRule : refusalWords(line.refusal));
    case 'not-stored':
      return say.notKept(set);
  }
}

/** `set by app.example at 12:00:01, kept; not sent with the callback: SameSite=Lax, and the answer is a POST from another site 3 min later` */
export function cookieWords(line: CookieLine, by: CookieWords): string {
  const say = words();
  const { keeps, taken, withheld } = line;
  const set = setWords(line, by);
  switch (line.fate) {
    case 'sent':
      return say.sent(set, keeps);
    case 'not-due':
      return say.notDue(set, keeps);
    case 'other-value':
      return say.otherValue(set, keeps, withheld && whyWords(line, withheld, by));
    case 'missing':
      return withheld && taken !== 'refused' && taken !== 'not-stored'
        ? say.notSent(set, keeps, whyWords(line, withheld, by))
        : say.didNotCome(set, keeps);
  }
}

export function tornWords({ family, have, missing, at }: TornCookie, by: CookieWords): string {
  return words().torn(by.name(family), by.hop(at), have, missing);
}

export function growingWords({ family, attempts }: GrowingFamily, by: CookieWords): string {
  const piles = attempts.map(({ count, bytes }) => words().pile(count, bytes)).join(', ');
  return words().growing(by.name(family.replace(/\*$/, '')), attempts.length, piles);
}

/** For a closed section: `3 cookies, 1 not sent`. */
export function talePhrase(tale: CookieTale): string {
  const say = words();
  if (tale.kind !== 'told') return tale.kind === 'none' ? say.none : say.notRecorded;
  const { lines } = tale;
  const refused = lines.filter((l) => l.taken === 'refused' || l.taken === 'not-stored').length;
  const withheld =
    lines.filter((l) => l.fate === 'missing').length -
    lines.filter((l) => l.fate === 'missing' && (l.taken === 'refused' || l.taken === 'not-stored')).length;
  const other = lines.filter((l) => l.fate === 'other-value').length;
  const parts = [
    say.count(lines.length),
    refused > 0 ? say.countNotTaken(refused) : '',
    withheld > 0 ? say.countNotSent(withheld) : '',
    other > 0 ? say.countOtherValue(other) : '',
    tale.torn.length > 0 ? say.piecesMissing : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
