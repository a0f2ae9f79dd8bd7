/** The provider's profile, for explaining only: nothing is recognized or judged to be OAuth by it. */

import type { ProviderProfile } from '../field/providers/profile.ts';
import { profileOf } from '../field/providers/profile-of.ts';
import type { Exchange } from '../model/exchange.ts';
import { readCookies, readSetCookies } from '../read/cookies.ts';
import { addressOf, originOf } from '../read/url.ts';
import { exchangeOf, observed, type Scene } from './scene.ts';

function cookieNames({ request, outcome, startedAt }: Exchange): string[] {
  const sent = readCookies(request.headers);
  const set = outcome.kind === 'pending' ? 'hidden' : readSetCookies(outcome.headers, startedAt);
  return [...(sent === 'hidden' ? [] : sent), ...(set === 'hidden' ? [] : set)].map(({ name }) => name);
}

/** Null when nothing tells, or more than one provider could be meant. */
export const providerOf: (scene: Scene) => ProviderProfile | null = observed((scene) => {
  const { flow } = scene;
  const atProvider = scene.steps.map(({ exchange }) => exchange).filter((e) => originOf(e.request.url) === flow.parties.provider);
  const asked = exchangeOf(scene, flow.request?.exchange) ?? atProvider[0];
  const address = asked ? addressOf(asked.request.url) : null;
  if (!asked || !address) return null;
  const there = [asked, ...atProvider.filter((e) => e !== asked)].filter((e) => addressOf(e.request.url)?.origin === address.origin);
  return profileOf({
    host: address.host,
    path: address.path,
    headers: new Set(
      there.flatMap(({ outcome }) => (outcome.kind === 'pending' ? [] : outcome.headers.fields.map(({ name }) => name.toLowerCase()))),
    ),
    cookies: there.flatMap(cookieNames),
    later: there.slice(1).flatMap((e) => addressOf(e.request.url)?.path ?? []),
  });
});
