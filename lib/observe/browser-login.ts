/** The parts of a login that the browser itself carries out (Federated Credential Management). */
import type { Exchange } from '../model/exchange.ts';
import { formOf, jsonOf } from '../read/body.ts';
import { type JsonObject, stringMember } from '../read/json.ts';
import { first } from '../read/parameters.ts';
import { addressOf, readUrl, resolveLocation } from '../read/url.ts';
import { observed, type Scene, withRole } from './scene.ts';

export interface BrowserLogin {
  /** `/.well-known/web-identity`. */
  readonly wellKnown: Exchange | null;
  readonly config: Exchange | null;
  readonly accounts: Exchange | null;
  /** The request for the token, after the user has chosen. */
  readonly assertion: Exchange | null;
}

export function answerOf({ outcome }: Exchange): JsonObject | null {
  return outcome.kind === 'answered' ? jsonOf(outcome.body) : null;
}

const isWellKnown = ({ request }: Exchange) => /\/\.well-known\/web-identity$/.test(addressOf(request.url)?.path ?? '');

/** Null for other logins. */
export const browserLoginOf: (scene: Scene) => BrowserLogin | null = observed((scene) => {
  if (scene.flow.grant !== 'fedcm') return null;
  const all = withRole(scene, 'identity-request');
  const wellKnown = all.find(isWellKnown) ?? null;
  const gets = all.filter((e) => e.request.method === 'GET' && !isWellKnown(e));
  const listed = wellKnown ? configUrls(wellKnown) : null;
  const config =
    gets.find(
      (e) => stringMember(answerOf(e), 'id_assertion_endpoint') !== null || stringMember(answerOf(e), 'accounts_endpoint') !== null,
    ) ??
    gets.find((e) => listed?.includes(e.request.url)) ??
    null;
  const endpoint = config ? stringMember(answerOf(config), 'accounts_endpoint') : null;
  const address = endpoint !== null && config ? resolveLocation(endpoint, config.request.url) : null;
  const accounts =
    gets.find((e) => Array.isArray(answerOf(e)?.['accounts'])) ??
    gets.find((e) => address !== null && readUrl(e.request.url).base === readUrl(address).base) ??
    null;
  // The other posted request ends the connection, and names no account of the list.
  const assertion = all.findLast((e) => e.request.method === 'POST' && first(formOf(e.request.body), 'account_hint') === null) ?? null;
  return { wellKnown, config, accounts, assertion };
});

/** Null when the file is not a list of addresses. */
export function configUrls(wellKnown: Exchange): readonly string[] | null {
  const list = answerOf(wellKnown)?.['provider_urls'];
  if (!Array.isArray(list)) return null;
  return list.flatMap((url) => (typeof url === 'string' ? (resolveLocation(url, wellKnown.request.url) ?? []) : []));
}
