import { documented, inSource, type ProviderProfile, remembered } from './profile.ts';

const restrictions = 'Redirect URI (reply URL) restrictions and limitations';
const howToAdd = 'How to add a redirect URI to your application';

export const microsoft: readonly ProviderProfile[] = [
  {
    id: 'entra',
    name: 'Microsoft Entra',
    signs: documented(
      [
        {
          hosts: ['login.microsoftonline.com', 'login.microsoftonline.us', 'login.partner.microsoftonline.cn', 'login.windows.net'],
          path: /^\/[^/]+\/(?:oauth2|v2\.0)\//,
        },
      ],
      'Microsoft identity platform and OAuth 2.0 authorization code flow',
    ),
    setting: documented('“Redirect URIs” on the Authentication page of the app registration', howToAdd, '2026-11-21'),
    rule: documented(
      'The whole address counts, upper and lower case of the path included; only on localhost the port is ignored.',
      restrictions,
    ),
    localhost: documented('allowed', restrictions),
    requires: [
      documented(
        {
          parameter: 'redirect_uri',
          demand: { kind: 'https', but: 'loopback' },
          says: 'Microsoft Entra takes http addresses on the own computer only.',
          fix: 'Use an https address, and register it.',
        },
        restrictions,
        '2026-11-21',
      ),
      documented(
        {
          parameter: 'redirect_uri',
          demand: { kind: 'longest', characters: 256 },
          says: 'Microsoft Entra registers addresses of 256 characters at most.',
          fix: 'Use one short address, and keep what differs in the session or in `state`.',
        },
        restrictions,
        '2026-11-21',
      ),
    ],
    altersState: documented(['markup-stripped'], restrictions),
  },
  {
    id: 'microsoft-account',
    name: 'Microsoft account',
    signs: inSource([{ hosts: ['login.live.com'] }], 'simov/grant config/oauth.json'),
  },
  {
    id: 'azure-ad-b2c',
    name: 'Azure AD B2C',
    // Tenant and policy stand before the endpoint, on domains of the customer as well.
    signs: documented(
      [{ hosts: ['*.b2clogin.com'] }, { path: /^(?:\/te)?\/[^/]+\/[^/]+\/oauth2\/v2\.0\// }],
      'Authorization code flow: Azure Active Directory B2C',
    ),
    setting: documented('“Redirect URIs” on the Authentication page of the app registration in the B2C tenant', howToAdd, '2026-11-21'),
    rule: remembered('The whole address counts, upper and lower case included.'),
  },
  {
    id: 'entra-external-id',
    name: 'Microsoft Entra External ID',
    signs: documented([{ hosts: ['*.ciamlogin.com'] }], 'Error codes: Azure Active Directory B2C'),
    setting: documented('“Redirect URIs” on the Authentication page of the app registration', howToAdd, '2026-11-21'),
  },
  {
    id: 'adfs',
    name: 'AD FS',
    signs: documented([{ path: /^\/adfs\/oauth2\// }], 'AD FS OpenID Connect/OAuth concepts', '2026-11-21'),
    setting: documented(
      '`RedirectUri` of the application (`Set-AdfsNativeClientApplication`)',
      'Set-AdfsNativeClientApplication',
      '2026-11-21',
    ),
  },
];
