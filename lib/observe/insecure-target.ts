/** A `redirect_uri` that asks for the answer over plain http, where anybody on the way can read it (RFC 9700 section 2.6). */
import type { Exchange } from '../model/exchange.ts';
import { isLoopbackHost, siteOfHost } from '../read/site.ts';
import { type Address, addressOf } from '../read/url.ts';
import { exchangeOf, observed, type Scene, withRole } from './scene.ts';

export interface InsecureTarget {
  readonly address: Address;
  /** Where the login began, when that was https on the same site: the app does not know its own scheme. */
  readonly downgradedFrom: { readonly address: Address; readonly start: Exchange | null } | null;
}

/** Null as well where it can not be read; on loopback addresses nothing leaves the computer (RFC 8252 section 7.3). */
export const insecureTarget: (scene: Scene) => InsecureTarget | null = observed((scene) => {
  const { request } = scene.flow;
  const address = addressOf(request?.redirectUri ?? '');
  if (address?.scheme !== 'http' || isLoopbackHost(address.host)) return null;
  const start =
    withRole(scene, 'start')
      .filter((e) => addressOf(e.request.url)?.scheme === 'https')
      .at(-1) ?? null;
  const from = addressOf(start?.request.url ?? exchangeOf(scene, request?.exchange)?.request.initiator ?? '');
  const isSame = from?.scheme === 'https' && siteOfHost(from.host) === siteOfHost(address.host);
  return { address, downgradedFrom: isSame ? { address: from, start } : null };
});
