import type { Exchange } from '../model/exchange.ts';
import type { Shown } from './comparison.ts';

/** Of the browser's reason only its own code is shown. */
const codeIn = (reason: string) => /(?:net::)?[A-Z][A-Z0-9_]{4,}/.exec(reason)?.[0] ?? null;

export function statusShown({ outcome }: Exchange): Shown {
  switch (outcome.kind) {
    case 'pending':
      return { kind: 'unseen', why: 'never-finished' };
    case 'failed':
      return outcome.status ? { kind: 'status', status: outcome.status } : { kind: 'no-answer', reason: codeIn(outcome.reason) };
    default:
      return outcome.status === 0 ? { kind: 'no-answer', reason: null } : { kind: 'status', status: outcome.status };
  }
}

/** 304 says that the page is the same as before: for a login that is 200. */
export function sameStatus(a: Exchange, b: Exchange): boolean {
  const word = (exchange: Exchange) => {
    const shown = statusShown(exchange);
    return shown.kind === 'status' && shown.status === 304 ? 'status 200' : Object.values(shown).join(' ');
  };
  return word(a) === word(b);
}
