/** Cookies that are too large for one are split: `appSession.0`, `_oauth2_proxy_1`, `.AspNetCore.CookiesC2`. */
import type { CookiePair } from './cookies.ts';

export interface Pieces {
  /** What the names of the pieces begin with, separator included. */
  readonly family: string;
  /** Numbers of the pieces that are there, in order. */
  readonly have: readonly number[];
  /** Numbers of those that must exist and are not there. */
  readonly missing: readonly number[];
}

const numbered = /^(.+?[._-])(\d{1,2})$/;
/** ASP.NET writes into the first cookie how many follow. */
const counted = /^chunks[-:](\d{1,2})$/;
/** More are no pieces of one cookie: browsers would not send them. */
const most = 20;

/** Families of pieces among the cookies of one request or answer, those that are whole as well. */
export function piecesOf(pairs: readonly CookiePair[]): Pieces[] {
  const names = new Set(pairs.map((pair) => pair.name));
  const families = new Map<string, Set<number>>();
  for (const { name, value } of pairs) {
    const count = Number(counted.exec(value)?.[1] ?? 0);
    if (count > 0) families.set(`${name}C`, new Set([...range(1, count)].filter((n) => names.has(`${name}C${n}`))));
    const [, family, index] = numbered.exec(name) ?? [];
    if (family === undefined || index === undefined || Number(index) >= most || (index.length > 1 && index.startsWith('0'))) continue;
    families.set(family, (families.get(family) ?? new Set()).add(Number(index)));
  }
  return [...families].flatMap(([family, have]) => {
    const sizes = pairs.find((pair) => `${pair.name}C` === family);
    const count = sizes ? Number(counted.exec(sizes.value)?.[1] ?? 0) : 0;
    // Where the first piece goes by the plain name, the numbers begin with 1.
    const from = count > 0 || (!have.has(0) && names.has(family.slice(0, -1))) ? 1 : 0;
    // One piece is never alone: a cookie that fits is not split.
    const to = count > 0 ? count : Math.max(from === 0 ? 1 : from, ...have);
    const missing = range(from, to).filter((n) => !have.has(n));
    // A number by itself may be part of a name; the first of a row is not.
    if (count === 0 && have.size < 2 && !have.has(0)) return [];
    return [{ family, have: [...have].sort((a, b) => a - b), missing }];
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
