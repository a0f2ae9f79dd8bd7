/** Redirects that lead back to where they came from, until the browser gives up. */
import type { Exchange } from '../model/exchange.ts';
import { redirectChain } from '../read/chain.ts';
import { readUrl } from '../read/url.ts';
import { observed, type Scene } from './scene.ts';

/** Chromium follows 20 redirects and Firefox 20 (network.http.redirection-limit). */
const browsersLimit = 20;
/** Twice happens where a cookie is set on the way (checks.md, redirect-loop). */
const often = 3;
/** A recording may end in the middle of a few redirects that would have come to an end. */
const many = 10;

const gaveUp = /TOO_MANY_REDIRECTS|REDIRECT_LOOP/;
/** New in every round, and so no sign of progress. */
const volatile = /^(?:state|nonce|code|code_challenge|session_state|iss|ts|time|timestamp|_|rnd|r|cb|ticket|id_token|access_token)$/i;

export interface Circle {
  /** The hop after which nothing more came. */
  readonly tail: Exchange;
  /** Hops at the address that repeats most, oldest first; empty when the browser says so and the hops were not recorded. */
  readonly repeats: readonly Exchange[];
  /** All hops of the chain, oldest first. */
  readonly chain: readonly Exchange[];
  /** Redirects in the chain, the last one included. */
  readonly redirects: number;
}

export function isRedirectLoop(reason: string): boolean {
  return gaveUp.test(reason);
}

function placeOf(url: string): string {
  const { base, query } = readUrl(url);
  return `${base}?${(query ?? []).map((p) => (volatile.test(p.name) ? p.name : `${p.name}=${p.value}`)).join('&')}`;
}

/** The circle that ends with this hop; null when it was answered, or led on to somewhere new. */
export function circleAt(scene: Scene, tail: Exchange): Circle | null {
  const { outcome } = tail;
  if (outcome.kind !== 'redirected' && !(outcome.kind === 'failed' && isRedirectLoop(outcome.reason))) return null;
  const chain = redirectChain(scene.stage.byId, tail);
  const places = new Map<string, Exchange[]>();
  for (const hop of chain) {
    const place = placeOf(hop.request.url);
    places.set(place, [...(places.get(place) ?? []), hop]);
  }
  const repeats = [...places.values()].reduce((most, hops) => (hops.length > most.length ? hops : most), [] as Exchange[]);
  const redirects = chain.filter((hop) => hop.outcome.kind === 'redirected').length;
  // It only goes round when the next hop is one of those it has been to.
  const leadsBack = outcome.kind === 'failed' || places.has(placeOf(outcome.to));
  if (outcome.kind === 'failed' || (leadsBack && repeats.length >= often && redirects >= many) || redirects >= browsersLimit)
    return { tail, repeats: repeats.length > 1 ? repeats : [], chain, redirects };
  return null;
}

/** The circle this flow ended in. */
export const circleOf: (scene: Scene) => Circle | null = observed((scene) => {
  const last = scene.steps.filter(({ exchange }) => exchange.where.kind !== 'fetch' && exchange.where.kind !== 'preflight').at(-1);
  return last ? circleAt(scene, last.exchange) : null;
});
