/** Cookies by name: set, kept, sent. A header that the capture hides is no missing cookie. */

import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Role } from '../model/flow.ts';
import { isBystander, readCookies, readSetCookies, type SetCookie } from '../read/cookies.ts';
import type { Both, CookieAttribute, CookieFate, MainHop, Setter, Shown, Unseen } from './comparison.ts';
import type { Compared, Found } from './found.ts';
import { both, mainHop, type Prepared, withRoles } from './scene.ts';
import { pathShape, stableName } from './stable.ts';

const setters: Readonly<Record<Setter, readonly Role[]>> = {
  start: ['start'],
  provider: ['authorization-request', 'provider'],
  app: ['callback', 'callback-again', 'app'],
};

interface SetBy {
  readonly cookie: SetCookie;
  readonly exchange: ExchangeId;
}

/** The last line of each name. */
type Lines = ReadonlyMap<string, SetBy>;

function linesOf(exchanges: readonly Exchange[]): Lines | 'hidden' {
  const lines = new Map<string, SetBy>();
  for (const { id, outcome, startedAt } of exchanges) {
    if (outcome.kind === 'pending') continue;
    const cookies = readSetCookies(outcome.headers, startedAt);
    if (cookies === 'hidden') return 'hidden';
    for (const cookie of cookies) if (!cookie.deletes && !isBystander(cookie.name)) lines.set(cookie.name, { cookie, exchange: id });
  }
  return lines;
}

type Fates = ReadonlyMap<string, { readonly fate: CookieFate | 'absent' }>;

const order: readonly (CookieFate | 'absent')[] = ['sent', 'other-value', 'held', 'absent'];

/** What became of each cookie at one request. Of several with the same stable name the one that fared worst, if this login set it. */
function fatesAt(side: Prepared, exchange: Exchange): Fates | 'hidden' {
  const sent = readCookies(exchange.request.headers);
  if (sent === 'hidden') return 'hidden';
  const held = exchange.jar.seen ? exchange.jar.value.held : [];
  const set = linesOf(withRoles(side, setters.start) ?? []);
  const own: Lines = set === 'hidden' ? new Map() : set;
  const fateOf = (name: string): CookieFate | 'absent' => {
    const same = sent.filter((pair) => pair.name === name);
    const line = own.get(name);
    if (same.length > 0) return !line || same.some((pair) => pair.value === line.cookie.value) ? 'sent' : 'other-value';
    return held.some((cookie) => cookie.name === name && !cookie.sent) ? 'held' : 'absent';
  };
  const fates = new Map<string, { fate: CookieFate | 'absent'; own: boolean }>();
  const atApp = sameHostAsStart(side, exchange);
  for (const name of new Set([...sent.map((pair) => pair.name), ...held.map((cookie) => cookie.name), ...(atApp ? own.keys() : [])])) {
    if (name === '' || isBystander(name)) continue;
    const key = stableName(name);
    const next = { fate: fateOf(name), own: own.has(name) };
    const known = fates.get(key);
    const graver = known && order.indexOf(next.fate) > order.indexOf(known.fate);
    if (!known || (next.own && !known.own) || (next.own === known.own && graver)) fates.set(key, next);
  }
  return fates;
}

/** Cookies of the app are missed at the app only. */
function sameHostAsStart(side: Prepared, exchange: Exchange): boolean {
  return mainHop(side, 'callback')?.id === exchange.id;
}

function compareSent(a: Prepared, b: Prepared, to: MainHop): Compared {
  const hop = both(a, b, (side) => mainHop(side, to));
  if (!hop.a || !hop.b) return { found: [], unseen: [] };
  const at = { a: hop.a.id, b: hop.b.id };
  const [inA, inB] = [fatesAt(a, hop.a), fatesAt(b, hop.b)];
  if (inA === 'hidden' || inB === 'hidden') return { found: [], unseen: [hiddenOn('cookies-sent', { a: inA, b: inB })] };
  const jars = { a: hop.a.jar.seen, b: hop.b.jar.seen };
  const found = [...new Set([...inA.keys(), ...inB.keys()])].flatMap((key): Found[] => {
    const fate = { a: inA.get(key)?.fate ?? 'absent', b: inB.get(key)?.fate ?? 'absent' } as const;
    if (fate.a === fate.b) return [];
    // Not sent on both sides; whether it was held only one of them could say.
    if ((fate.a === 'held' && fate.b === 'absent' && !jars.b) || (fate.b === 'held' && fate.a === 'absent' && !jars.a)) return [];
    return [{ subject: { kind: 'cookie-sent', to, name: key }, ...both(fate.a, fate.b, fateShown), at }];
  });
  return { found, unseen: [] };
}

function fateShown(fate: CookieFate | 'absent'): Shown {
  return fate === 'absent' ? { kind: 'absent' } : { kind: 'cookie', fate };
}

function hiddenOn(what: Unseen['what'], side: Both<unknown>): Unseen {
  return { what, ...both(side.a, side.b, (one) => (one === 'hidden' ? ('header-hidden' as const) : null)) };
}

function attributesOf({ domain, path, secure, httpOnly, sameSite, partitioned, expiresAt }: SetCookie): CookieAttribute[] {
  return [
    { name: 'SameSite', value: sameSite === 'unspecified' ? null : sameSite },
    { name: 'Secure', value: secure ? '' : null },
    { name: 'HttpOnly', value: httpOnly ? '' : null },
    { name: 'Domain', value: domain },
    { name: 'Path', value: path === null ? null : pathShape(path) },
    { name: 'Partitioned', value: partitioned ? '' : null },
    { name: 'lifetime', value: expiresAt === null ? null : '' },
  ];
}

function compareAttributes(a: SetCookie, b: SetCookie): Both<Shown> | null {
  const [inA, inB] = [attributesOf(a), attributesOf(b)];
  const changed = inA.flatMap((one, index) => (one.value === inB[index]?.value ? [] : [one.name]));
  if (changed.length === 0) return null;
  return both(inA, inB, (list): Shown => ({ kind: 'attributes', attributes: list.filter((one) => changed.includes(one.name)) }));
}

function byStableName(lines: Lines): ReadonlyMap<string, SetBy> {
  return new Map([...lines].map(([name, line]) => [stableName(name), line]));
}

function compareSet(a: Prepared, b: Prepared, by: Setter): Compared {
  const exchanges = both(a, b, (side) => withRoles(side, setters[by]));
  // That the hops themselves are missing is said elsewhere.
  if (!exchanges.a || !exchanges.b) return { found: [], unseen: [] };
  const lines = both(exchanges.a, exchanges.b, linesOf);
  if (lines.a === 'hidden' || lines.b === 'hidden') return { found: [], unseen: [hiddenOn('cookies-set', lines)] };
  const [inA, inB] = [byStableName(lines.a), byStableName(lines.b)];
  const found = [...new Set([...inA.keys(), ...inB.keys()])].flatMap((key): Found[] => {
    const [ofA, ofB] = [inA.get(key), inB.get(key)];
    const at = { a: ofA?.exchange ?? null, b: ofB?.exchange ?? null };
    if (!ofA || !ofB) {
      const shown = (line: SetBy | undefined): Shown => (line ? { kind: 'present', characters: null } : { kind: 'absent' });
      return [{ subject: { kind: 'cookie-set', by, name: key }, ...both(ofA, ofB, shown), at, late: by === 'app' }];
    }
    const attributes = compareAttributes(ofA.cookie, ofB.cookie);
    return attributes ? [{ subject: { kind: 'cookie-attributes', by, name: key }, ...attributes, at }] : [];
  });
  return { found, unseen: [] };
}

export function compareCookies(a: Prepared, b: Prepared): Compared {
  const all = [
    compareSent(a, b, 'callback'),
    compareSent(a, b, 'authorization-request'),
    ...(['start', 'provider', 'app'] as const).map((by) => compareSet(a, b, by)),
  ];
  const unseen = all.flatMap((one) => one.unseen);
  return {
    found: all.flatMap((one) => one.found),
    // Once a kind.
    unseen: unseen.filter((one, index) => unseen.findIndex((other) => other.what === one.what) === index),
  };
}
