/** What stays readable in something that leaves, counted: for the preview, whatever language it speaks. */

import { zoneWords } from '../explain/words.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Recording } from '../model/recording.ts';
import { jsonOf } from '../read/body.ts';
import { readCookies, readSetCookies } from '../read/cookies.ts';
import { addressOf } from '../read/url.ts';

export interface Leaves {
  readonly requests: number;
  /** In the order in which they were met. */
  readonly hosts: readonly string[];
  readonly cookieNames: number;
  /** Texts of pages and other bodies that are not understood. */
  readonly pagesLeftOut: number;
  /** The user's own words are in it. */
  readonly story: boolean;
  /** Browser, operating system and time zone, null where the source says nothing. */
  readonly machine: string | null;
}

export function leavesOf({ capture, story, second }: Recording): Leaves {
  const exchanges = [...capture.exchanges, ...(second?.capture.exchanges ?? [])];
  const { product } = capture.source;
  const { platform, zoneOffsetMinutes } = capture.machine;
  const machine = [
    product && [product.name, product.version].filter((word) => word !== null).join(' '),
    platform,
    zoneOffsetMinutes === null ? null : zoneWords(zoneOffsetMinutes),
  ].filter((word) => word !== null);
  return {
    requests: exchanges.length,
    hosts: [...new Set(exchanges.flatMap(({ request }) => addressOf(request.url)?.host ?? []))],
    pagesLeftOut: exchanges.flatMap(bodiesOf).filter((body) => body.seen && body.value.kind === 'text' && jsonOf(body) === null).length,
    cookieNames: new Set(exchanges.flatMap(cookieNames)).size,
    story: story !== null && [story.goal, story.did, story.saw].some((words) => words),
    machine: machine.length === 0 ? null : machine.join(', '),
  };
}

function bodiesOf({ request, outcome }: Exchange) {
  return outcome.kind === 'answered' || outcome.kind === 'redirected' ? [request.body, outcome.body] : [request.body];
}

function cookieNames({ request, outcome, startedAt }: Exchange): string[] {
  const sent = readCookies(request.headers);
  const set = outcome.kind === 'pending' ? 'hidden' : readSetCookies(outcome.headers, startedAt);
  return [sent, set].flatMap((list) => (list === 'hidden' ? [] : list.map(({ name }) => name)));
}
