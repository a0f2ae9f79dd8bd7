/** Registrations at the provider, made from what the apps of the scenarios really do. */
import type { ClientMetadata, ResponseType } from 'oidc-provider';
import type { Site } from '../model.ts';
import { plain } from '../page.ts';

export const upstreamClientId = 'idp.example';
export const upstreamSecret = 'CANARY-client-secret-of-the-provider-at-upstream';

function responseTypesOf({ scenario }: Site): readonly string[] {
  const { app, registration } = scenario;
  if (registration?.responseTypes) return registration.responseTypes;
  if (app.kind === 'server' || app.kind === 'express') return [app.responseType ?? 'code'];
  return ['code'];
}

/** Null for sites without a login. */
export function registrationOf(site: Site): ClientMetadata | null {
  const { scenario } = site;
  const { app, registration = {} } = scenario;
  if (app.kind === 'plain') return null;
  if (app.kind === 'device') return deviceRegistration(site);
  const responseTypes = responseTypesOf(site);
  const method =
    registration.authMethod ??
    (app.kind === 'spa' || !responseTypes.some((type) => type.includes('code')) ? 'none' : 'client_secret_basic');
  const grants = [
    ...(responseTypes.some((type) => type.includes('code')) ? ['authorization_code'] : []),
    ...(responseTypes.some((type) => type.includes('token')) ? ['implicit'] : []),
    ...(registration.refresh ? ['refresh_token'] : []),
  ];
  const redirectUris = registration.redirectUris?.(site) ?? [site.callbackUrl];
  const native = scenario.place === 'loopback' || scenario.callbackPlace === 'closed' || redirectUris.some((uri) => !/^https?:/.test(uri));
  return {
    client_id: site.clientId,
    client_name: plain(scenario.title),
    ...(method === 'none' ? {} : { client_secret: site.secret }),
    token_endpoint_auth_method: method,
    application_type: native ? 'native' : 'web',
    redirect_uris: [...redirectUris],
    // Compared character by character: libraries differ over the slash.
    post_logout_redirect_uris: [`${site.origin}/`, site.origin],
    response_types: responseTypes as ResponseType[],
    grant_types: grants,
    ...(registration.scope ? { scope: registration.scope } : {}),
  };
}

function deviceRegistration({ clientId, scenario }: Site): ClientMetadata {
  return {
    client_id: clientId,
    client_name: plain(scenario.title),
    token_endpoint_auth_method: 'none',
    redirect_uris: [],
    response_types: [],
    grant_types: ['urn:ietf:params:oauth:grant-type:device_code'],
  };
}

/** What an app is to the second provider; null where it is nothing. */
export function registrationUpstream(site: Site): ClientMetadata | null {
  const own = registrationOf(site);
  const name = site.scenario.registration?.upstreamAs;
  return own && name !== undefined ? { ...own, client_id: name } : null;
}

/** A provider is itself a client of the next one. */
export function upstreamRegistration(issuer: string): ClientMetadata {
  return {
    client_id: upstreamClientId,
    client_name: 'IdP Example',
    client_secret: upstreamSecret,
    redirect_uris: [`${issuer}/upstream/callback`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  };
}
