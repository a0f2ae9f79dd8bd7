import type { Exchange } from '../model/exchange.ts';

/** Somebody says what this address is, and asks what is wrong with it: nothing was ever sent there. */
export function wasNotSent({ jar }: Exchange): boolean {
  return !jar.seen && jar.why === 'not-sent';
}
