import { type CookieWords, refusalWords, whyWords } from '../../lib/explain/cookies.ts';
import { roleWords } from '../../lib/explain/words.ts';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Role } from '../../lib/model/flow.ts';
import { refusalOf, type SetCookie } from '../../lib/read/cookies.ts';
import { printable } from '../../lib/read/printable.ts';
import type { Lane, LaneStop } from '../../lib/session/lifelines.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { clockWords, durationWords } from '../flow/flow-words.ts';
import type { Tone } from '../kit/tag.tsx';

export interface LaneWords {
  readonly roles: ReadonlyMap<ExchangeId, Role>;
  readonly timed: boolean;
}

export interface LaneEvent {
  readonly key: string;
  /** Of the cookie, as in the list. */
  readonly number: number;
  readonly name: string;
  readonly what: string;
  readonly tone: Tone;
}

/** Names, hosts and hops as every sentence about cookies writes them. */
export function cookieWordsOf({ roles, timed }: LaneWords): CookieWords {
  const hop = (id: ExchangeId) => {
    const role = roles.get(id);
    return role ? `${roleWords(role)} ${id}` : diagram().anotherRequest(id);
  };
  return { name: printable, host: printable, hop, clock: timed ? clockWords : null };
}

const sites = { strict: 'SameSite=Strict', lax: 'SameSite=Lax', none: 'SameSite=None' } as const;

export function attributesOf(cookie: SetCookie, now: number): string {
  const words = diagram();
  const { sameSite, secure, httpOnly, partitioned, path, domain, expiresAt } = cookie;
  return [
    sameSite === 'unspecified' ? words.noSameSite : sites[sameSite],
    secure ? 'Secure' : '',
    httpOnly ? 'HttpOnly' : '',
    partitioned ? 'Partitioned' : '',
    path === null || path === '/' ? '' : `Path=${path}`,
    domain === null ? '' : `Domain=${domain}`,
    expiresAt === null ? words.untilClose : words.lasts(durationWords(expiresAt - now)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function cameWords({ came, due }: LaneStop, words: CookieWords): string {
  const { stop } = diagram();
  const why = due?.withheld ? whyWords(due, due.withheld, words) : null;
  if (came === 'missing') return why === null ? stop.missing : stop.missingWhy(why);
  if (came === 'other-value') return why === null ? stop['other-value'] : stop.otherWhy(why);
  return came === null ? '' : stop[came];
}

function becameWords({ became, before, setting, set }: LaneStop, url: string, now: number): string {
  const { stop } = diagram();
  if (set === null || became === null) return '';
  if (became === 'deleted' || became === 'not-stored') return stop[became];
  const refusal = setting?.refusal ?? refusalOf(set, url);
  if (became === 'refused') return stop.refused(refusal === null ? '' : refusalWords(refusal));
  return `${before ? stop['set-anew'] : stop.set}: ${printable(attributesOf(set, now))}`;
}

/** What a hop has to do with the cookies, request first. `now`: when it was sent, epoch milliseconds. */
export function eventsOf(lanes: readonly Lane[], stops: readonly LaneStop[], url: string, now: number, words: LaneWords): LaneEvent[] {
  const spoken = cookieWordsOf(words);
  const events = lanes.flatMap((lane, index) => {
    const stop = stops[index];
    if (!stop) return [];
    const named = { number: index + 1, name: lane.name === '' ? diagram().unnamed : printable(lane.name) };
    const bad = (is: boolean): Tone => (is ? (lane.culprit ? 'bad' : 'warn') : 'plain');
    const odd = stop.came === 'missing' || stop.came === 'other-value';
    const thrown = stop.became === 'refused' || stop.became === 'not-stored';
    return [
      ...(stop.came ? [{ ...named, key: `came ${lane.key}`, what: cameWords(stop, spoken), tone: bad(odd), first: true }] : []),
      ...(stop.became ? [{ ...named, key: `became ${lane.key}`, what: becameWords(stop, url, now), tone: bad(thrown), first: false }] : []),
    ];
  });
  return events.toSorted((a, b) => Number(b.first) - Number(a.first));
}
