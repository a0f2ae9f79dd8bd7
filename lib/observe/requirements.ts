/** What the provider is known to demand of a request and does not get. For explaining: a login that went well shows that it was not demanded. */
import type { Demand, Fact, ProviderProfile, Requirement } from '../field/providers/profile.ts';
import type { AuthorizationRequest } from '../model/flow.ts';
import { valueFor } from '../read/parameters.ts';
import { isPlaceholder } from '../read/placeholder.ts';
import { isLoopbackHost } from '../read/site.ts';
import { addressOf } from '../read/url.ts';
import { answerError } from './answer.ts';
import { providerOf } from './provider.ts';
import { observed, type Scene } from './scene.ts';

export interface Unmet {
  readonly profile: ProviderProfile;
  readonly requirement: Fact<Requirement>;
}

export const unmetRequirements: (scene: Scene) => readonly Unmet[] = observed((scene) => {
  const { request, response } = scene.flow;
  const profile = providerOf(scene);
  // Inside a request that can not be read there may be what is missing.
  if (!request || request.hidden || !profile?.requires || (response && !answerError(scene))) return [];
  return profile.requires
    .filter(({ grade, is }) => grade !== 'M' && concerns(request, is) && !meets(request, is.parameter, is.demand))
    .map((requirement) => ({ profile, requirement }));
});

function concerns({ scopes }: AuthorizationRequest, { forScopes }: Requirement): boolean {
  return forScopes === undefined || forScopes.some((scope) => scopes.includes(scope));
}

function meets({ parameters }: AuthorizationRequest, name: string, demand: Demand): boolean {
  const value = valueFor(parameters, name);
  if (value !== null && isPlaceholder(value)) return true;
  if (demand.kind === 'one-of') return value !== null && demand.values.includes(value);
  if (value === null) return true;
  switch (demand.kind) {
    case 'without':
      return !value.split(' ').some((word) => demand.words.includes(word));
    case 'not-with':
      return valueFor(parameters, demand.other) === null;
    case 'longest':
      return [...value].length <= demand.characters;
    case 'https':
      return isSafe(value, demand.but);
  }
}

function isSafe(uri: string, but: 'localhost' | 'loopback'): boolean {
  const address = addressOf(uri);
  if (address?.scheme !== 'http') return true;
  return but === 'localhost' ? address.host === 'localhost' : isLoopbackHost(address.host);
}
