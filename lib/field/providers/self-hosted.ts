/** Products that anybody can run under any host: only shapes tell them. */
import { documented, inSource, type ProviderProfile, remembered, reported } from './profile.ts';

export const selfHosted: readonly ProviderProfile[] = [
  {
    id: 'keycloak',
    name: 'Keycloak',
    signs: inSource([{ path: /\/realms\/[^/]+\/protocol\/openid-connect\// }], 'simov/grant config/oauth.json'),
    setting: reported('“Valid redirect URIs” in the settings of the client', 'Oracle TSAM Plus: Configuring Redirect URIs', '2026-11-21'),
    rule: inSource('A registered address may end in `*`; otherwise the whole address counts, without its query.', 'Keycloak RedirectUtils'),
    localhost: inSource('allowed', 'Keycloak RedirectUtils'),
  },
  {
    id: 'pingfederate',
    name: 'PingFederate',
    signs: inSource([{ path: /\/as\/(?:authorization|token)\.oauth2$/ }], 'evcc-io/evcc: Volvo ID endpoints', '2026-11-21'),
    setting: remembered('“Redirect URIs” of the OAuth client'),
  },
  {
    id: 'forgerock',
    name: 'ForgeRock / PingAM',
    signs: documented(
      [{ hosts: ['*.forgeblocks.com'], path: /^\/am\/oauth2\// }, { path: /^\/(?:am|openam)\/oauth2\// }],
      'PingOne Advanced Identity Cloud: OAuth 2.0',
      '2026-11-21',
    ),
    setting: remembered('“Redirection URIs” of the OAuth 2.0 client'),
    rule: remembered('The whole address counts.'),
  },
  {
    id: 'identityserver',
    name: 'IdentityServer',
    // `/connect/authorize`, and its `/callback` under ABP, are those of OpenIddict, too.
    signs: inSource([{ path: /\/connect\/authorize$/, cookie: /^idsrv(?:\.|$)/ }], 'IdentityServer4 IdentityServerConstants', '2026-11-21'),
    setting: remembered('`RedirectUris` of the client'),
    rule: remembered('The whole address counts.'),
  },
  {
    id: 'authentik',
    name: 'authentik',
    signs: inSource([{ path: /^\/application\/o\/(?:authorize|token)\/?$/ }], 'WriteFreely: endpoints of authentik', '2026-11-21'),
    setting: reported('“Redirect URIs/Origins” of the OAuth2 provider', 'netbirdio/docs#406', '2026-11-21'),
    rule: reported('Each one is compared as a whole (strict) or as a regular expression.', 'netbirdio/docs#406', '2026-11-21'),
  },
  {
    id: 'authelia',
    name: 'Authelia',
    signs: documented([{ path: /^\/api\/oidc\/(?:authorization|token)$/ }], 'Authelia: pgAdmin integration', '2026-11-21'),
    setting: remembered('`redirect_uris` of the client in the configuration file'),
    rule: remembered('The whole address counts.'),
  },
  {
    id: 'fusionauth',
    name: 'FusionAuth',
    // `/oauth2/authorize` alone is that of Cognito and WSO2, too.
    signs: inSource([{ path: /^\/oauth2\/authorize$/, cookie: /^fusionauth\./ }], 'FusionAuth: managed cookies', '2026-11-21'),
    setting: remembered('“Authorized redirect URLs” on the OAuth tab of the application'),
  },
  {
    id: 'gluu',
    name: 'Gluu / Janssen',
    signs: inSource([{ path: /^\/(?:oxauth|jans-auth)\/restv1\// }], 'GluuFederation/oxAuth', '2026-11-21'),
    setting: remembered('“Redirect Login URIs” of the client'),
  },
  {
    id: 'wso2',
    name: 'WSO2 Identity Server',
    signs: inSource(
      [{ path: /\/oauth2\/authorize$/, via: /\/authenticationendpoint\// }],
      'WSO2: login_url of authentication.endpoints',
      '2026-11-21',
    ),
    setting: remembered('“Authorized redirect URLs” on the Protocol tab of the application'),
  },
  {
    id: 'ory-hydra',
    name: 'Ory Hydra',
    signs: inSource(
      [{ hosts: ['*.projects.oryapis.com'] }, { path: /\/oauth2\/auth$/, cookie: /^(?:__Host-)?ory_hydra_/ }],
      'ory/hydra',
      '2026-11-21',
    ),
    setting: remembered('`redirect_uris` of the OAuth 2.0 client'),
    rule: remembered('The whole address counts.'),
  },
  {
    id: 'zitadel',
    name: 'ZITADEL',
    signs: inSource([{ hosts: ['*.zitadel.cloud'] }], 'ZITADEL: mozilla-django-oidc example', '2026-11-21'),
    setting: remembered('the redirect URIs of the application'),
    rule: documented('The whole address counts.', 'ZITADEL API: OIDCConfiguration.redirectUris', '2026-11-21'),
  },
];
