/** The cookies of a login for the reports: names and hosts as the policy allows, values never. */
import { type CookieWords, cookieWords, growingWords, tornWords } from '../explain/cookies.ts';
import { gapWords } from '../explain/words.ts';
import type { CookieTale, Fate, Refusal, Taken, Withheld } from '../model/cookie.ts';
import type { ExchangeId, Gap } from '../model/exchange.ts';
import { isoOf } from '../read/time.ts';
import type { Redactor } from '../redact/redactor.ts';

export interface ReportCookie {
  readonly name: string;
  readonly keeps: 'pending' | 'session';
  readonly host: string;
  readonly setBy: ExchangeId;
  /** Null when the source has no usable times. */
  readonly setAt: string | null;
  readonly taken: Taken;
  readonly refusal: Refusal | null;
  readonly due: ExchangeId | null;
  readonly fate: Fate;
  readonly withheld: Withheld['kind'] | null;
  readonly by: ExchangeId | null;
  readonly culprit: boolean;
  readonly text: string;
}

export interface ReportCookies {
  readonly cookies: readonly ReportCookie[];
  /** Cookies in pieces, cookies that pile up, and what could not be seen. */
  readonly notes: readonly string[];
  /** Why nothing of it is known; null where something is. */
  readonly hidden: Gap | null;
}

export function reportCookies(tale: CookieTale, redactor: Redactor, timed: boolean): ReportCookies | null {
  if (tale.kind === 'none') return null;
  if (tale.kind === 'hidden') return { cookies: [], notes: [], hidden: tale.why };
  const words: CookieWords = {
    name: (name) => redactor.name(name),
    host: (host) => redactor.data('host', host),
    hop: (id) => id,
    clock: timed ? (at) => `${isoOf(at).slice(11, 19)} UTC` : null,
  };
  return {
    cookies: tale.lines.map((line) => ({
      name: words.name(line.name),
      keeps: line.keeps,
      host: words.host(line.host),
      setBy: line.setBy,
      setAt: timed ? isoOf(line.setAt) : null,
      taken: line.taken,
      refusal: line.refusal,
      due: line.due,
      fate: line.fate,
      withheld: line.withheld?.kind ?? null,
      by: line.withheld?.kind === 'overwritten' || line.withheld?.kind === 'deleted' ? line.withheld.by : null,
      culprit: line.culprit,
      text: cookieWords(line, words),
    })),
    notes: [
      ...tale.torn.map((torn) => tornWords(torn, words)),
      ...tale.growing.map((family) => growingWords(family, words)),
      ...tale.gaps.map((gap) => `Not all of it is known: ${gapWords(gap)}`),
    ],
    hidden: null,
  };
}
