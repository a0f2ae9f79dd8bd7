/** Where a server begins to refuse: binary search between a size it takes and one it does not. */
import type { Came } from './ask.ts';

export interface Boundary {
  /** The smallest that was refused, null when the largest one tried was taken. */
  readonly refused: number | null;
  readonly came: Came;
}

/** A refusal that was lost with its connection is asked for again: a status says more than a reset. */
const tries = 3;

export const isRefusal = (came: Came): boolean => came === 'broken' || came >= 400;

export async function smallestRefused(low: number, high: number, ask: (size: number) => Promise<Came>): Promise<Boundary> {
  const surely = async (size: number): Promise<Came> => {
    let came: Came = 'broken';
    for (let i = 0; i < tries && came === 'broken'; i++) came = await ask(size);
    return came;
  };
  const first = await surely(low);
  if (isRefusal(first)) return { refused: low, came: first };
  let came = await surely(high);
  if (!isRefusal(came)) return { refused: null, came };
  let taken = low;
  let refused = high;
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    const answer = await surely(middle);
    if (isRefusal(answer)) {
      refused = middle;
      came = answer;
    } else taken = middle;
  }
  return { refused, came };
}
