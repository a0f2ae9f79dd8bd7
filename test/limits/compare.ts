/** What the table says of a request that grows, asked through the same functions that the checks ask. */
import type { Answer, LimitNote, ServerLimits } from '../../lib/field/limits/model.ts';
import type { Exchange } from '../../lib/model/exchange.ts';
import { type OverLimit, overLimits } from '../../lib/observe/limits.ts';
import { measure } from '../../lib/observe/sizes.ts';
import type { Asked, Came } from './ask.ts';
import type { Quantity } from './quantities.ts';
import type { Boundary } from './search.ts';

export function exchangeOf(protocol: 'h1' | 'h2', { target, headers }: Asked): Exchange {
  const empty = { seen: true, value: { kind: 'empty' } } as const;
  return {
    id: 'x1.0',
    source: 'devtools',
    where: { tab: null, frame: null, kind: 'page', container: null, incognito: false, opener: null, fromBrowser: true },
    startedAt: 0,
    waitMs: null,
    durationMs: null,
    request: {
      method: 'GET',
      url: `http://localhost${target}`,
      headers: { fields: headers.map(([name, value]) => ({ name, value })), hidden: [] },
      body: empty,
      initiator: null,
    },
    outcome: { kind: 'pending' },
    previousHop: null,
    protocol,
    fromCache: false,
    speculative: null,
    navigation: null,
    jar: { seen: false, why: 'jar-not-readable' },
  };
}

export interface Said {
  /** The smallest size the table calls too large, null when it knows no limit up to the largest tried. */
  readonly refused: number | null;
  readonly of: OverLimit['quantity'] | null;
  readonly answers: readonly Answer[];
}

export function said(server: ServerLimits, protocol: 'h1' | 'h2', quantity: Quantity): Said {
  const over = (size: number) => overLimits(measure(exchangeOf(protocol, quantity.make(size))), server, protocol)[0] ?? null;
  let found = over(quantity.high);
  if (!found) return { refused: null, of: null, answers: [] };
  let [taken, refused] = [quantity.low, quantity.high];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    const here = over(middle);
    if (here) {
      refused = middle;
      found = here;
    } else taken = middle;
  }
  return { refused, of: found.quantity, answers: found.answers };
}

export type Judgement = { readonly kind: 'same' } | { readonly kind: 'explained'; readonly why: string } | { readonly kind: 'different' };

export function olderThan(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  for (let i = 0; i < (b?.length ?? 0); i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

const answered = (came: Came): Answer => (came === 'broken' ? 'breaks' : came);

export function judge(expected: Said, found: Boundary, notes: readonly LimitNote[], version: string, protocol: 'h1' | 'h2'): Judgement {
  const rightAnswer = found.refused === null || expected.refused === null || expected.answers.includes(answered(found.came));
  if (expected.refused === found.refused && rightAnswer) return { kind: 'same' };
  for (const note of notes) {
    if (note.of !== (expected.of ?? note.of) || (note.over ?? protocol) !== protocol) continue;
    if (note.before !== undefined && olderThan(version, note.before)) return { kind: 'explained', why: note.says };
    if (note.slack === undefined || !rightAnswer || expected.refused === null || found.refused === null) continue;
    if (Math.abs(expected.refused - found.refused) <= expected.refused * note.slack) return { kind: 'explained', why: note.says };
  }
  return { kind: 'different' };
}
