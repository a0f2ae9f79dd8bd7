/** Login services that vendors run for their customers, often under the customer's own domain. */
import { documented, inSource, type ProviderProfile, remembered, reported } from './profile.ts';

const cognito = 'Amazon Cognito: Authorize endpoint';
const okta = 'Okta: How to configure redirect URI';

export const hosted: readonly ProviderProfile[] = [
  {
    id: 'auth0',
    name: 'Auth0',
    // Cookies it sets twice for old browsers tell it on custom domains.
    signs: documented([{ hosts: ['*.auth0.com'] }, { path: /^\/authorize$/, cookie: /^(?:auth0|did)_compat$/ }], 'Auth0: Redirect Users'),
    setting: reported('“Allowed Callback URLs” in the settings of the application', 'Reflex: Auth0 integration', '2026-11-21'),
    rule: documented('The whole address counts; a `*` may stand for a subdomain.', 'Auth0: Redirect Users'),
    codes: documented(
      {
        unauthorized: {
          owner: 'app',
          reason: 'a rule or an action of the tenant does not let this user in',
          fix: 'Read its description: the rule or action of the tenant wrote it. The tenant’s log names the rule.',
        },
      },
      'Auth0: Troubleshoot error pages',
    ),
  },
  {
    id: 'okta',
    name: 'Okta',
    signs: documented(
      [
        { hosts: ['*.okta.com', '*.oktapreview.com', '*.okta-emea.com'] },
        { path: /^\/oauth2\/[^/]+\/v1\// },
        { path: /^\/oauth2\/v1\//, header: 'x-okta-request-id' },
      ],
      'Okta: OpenID Connect & OAuth 2.0 API',
    ),
    setting: reported('“Sign-in redirect URIs” on the General tab of the app integration', 'Reflex: Okta integration', '2026-11-21'),
    rule: documented('The whole address counts: scheme, port, upper and lower case, final slash and query.', okta),
  },
  {
    id: 'cognito',
    name: 'Amazon Cognito',
    signs: documented(
      [{ hosts: ['*.amazoncognito.com'] }, { path: /^\/(?:oauth2\/authorize|login)$/, header: 'x-amz-cognito-request-id' }],
      cognito,
    ),
    setting: reported(
      '“Allowed callback URLs” of the app client',
      'aws-samples/aws-netcore-aspnetmvc-amazon-cognito-authentication-authorization-samples#1',
      '2026-11-21',
    ),
    rule: documented('The whole address counts, the final slash included; http only on `http://localhost`.', cognito),
    localhost: documented('allowed', cognito),
    requires: [
      documented(
        {
          parameter: 'redirect_uri',
          demand: { kind: 'https', but: 'localhost' },
          says: 'Amazon Cognito takes http addresses on `http://localhost` only.',
          fix: 'Use an https address; on your own computer, write `localhost`.',
        },
        cognito,
      ),
    ],
    altersState: reported(['plus-to-space'], 'Chainlit/chainlit#688'),
  },
  {
    id: 'pingone',
    name: 'PingOne',
    signs: documented(
      [{ hosts: ['auth.pingone.com', 'auth.pingone.eu', 'auth.pingone.ca', 'auth.pingone.asia'] }],
      'PingOne: Editing an application - OIDC',
    ),
    setting: documented(
      '“Redirect URIs” on the Configuration tab of the application',
      'PingOne: Troubleshooting redirect URI mismatch errors',
      '2026-11-21',
    ),
    rule: documented(
      'The whole address counts; a registered one may have one `*` in its path or query, and on loopback addresses the port is free.',
      'PingOne: Redirect URIs',
      '2026-11-21',
    ),
  },
  {
    id: 'onelogin',
    name: 'OneLogin',
    signs: inSource([{ hosts: ['*.onelogin.com'] }], 'nextauthjs/next-auth packages/core/src/providers'),
    setting: remembered('“Redirect URIs” in the configuration of the app'),
    rule: remembered('The whole address counts.'),
  },
];
