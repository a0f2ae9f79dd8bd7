/** Providers that people have accounts at for themselves. */
import { documented, inSource, type ProviderProfile, remembered, reported } from './profile.ts';

const grant = 'simov/grant config/oauth.json';
const spotifyUris = 'Spotify: Redirect URIs';
const lwa = 'Login with Amazon: Authorization Code Grant';
const googleWeb = 'Using OAuth 2.0 for Web Server Applications';

export const consumer: readonly ProviderProfile[] = [
  {
    id: 'google',
    name: 'Google',
    signs: inSource([{ hosts: ['accounts.google.com', 'oauth2.googleapis.com'] }], grant),
    setting: reported('“Authorized redirect URIs” of the OAuth client in the Google Cloud console', 'mahata/mlack#150', '2026-11-21'),
    rule: documented('The whole address counts: scheme, upper and lower case, and the final slash.', googleWeb),
    localhost: documented('allowed', googleWeb),
    requires: [
      documented(
        {
          parameter: 'redirect_uri',
          demand: { kind: 'without', words: ['urn:ietf:wg:oauth:2.0:oob', 'urn:ietf:wg:oauth:2.0:oob:auto', 'oob'] },
          says: 'Google no longer shows codes to be copied by hand (the out-of-band flow).',
          fix: 'Use a loopback address (`http://127.0.0.1` with any port) for a program on this computer, an https address for a web app, or the device flow.',
          retiredOn: '2023-01-31',
        },
        'Google: Out-Of-Band (OOB) flow Migration Guide',
        '2026-11-21',
      ),
      reported(
        {
          parameter: 'approval_prompt',
          demand: { kind: 'not-with', other: 'prompt' },
          says: 'Google does not take `approval_prompt` together with `prompt`, which has replaced it.',
          fix: 'Leave `approval_prompt` out; `prompt=consent` does what `approval_prompt=force` did.',
        },
        'thephpleague/oauth2-google#42',
        '2026-11-21',
      ),
    ],
    refresh: documented('`access_type=offline`, and after the first consent with `prompt=consent` as well', googleWeb),
  },
  {
    id: 'apple',
    name: 'Apple',
    signs: inSource([{ hosts: ['appleid.apple.com'] }], grant),
    setting: reported(
      '“Return URLs” of the Services ID, under Identifiers in the developer account',
      'authentik: Apple source',
      '2026-11-21',
    ),
    rule: remembered('The whole address counts; it has to be https on a domain name.'),
    localhost: reported('refused', 'Capgo: Apple login for web browsers', '2026-11-21'),
    postsAnswerFor: documented(['name', 'email'], 'Incorporating Sign in with Apple into Other Platforms'),
    requires: [
      documented(
        {
          parameter: 'response_mode',
          demand: { kind: 'one-of', values: ['form_post'] },
          forScopes: ['name', 'email'],
          says: 'Apple answers requests for the name or the e-mail address by a posted form only.',
          fix: 'Send `response_mode=form_post` and let the callback take a POST from another site (its login cookie needs `SameSite=None; Secure`), or leave these scopes out.',
        },
        'Incorporating Sign in with Apple into Other Platforms',
        '2026-11-21',
      ),
    ],
  },
  {
    id: 'facebook',
    name: 'Facebook',
    signs: inSource([{ hosts: ['www.facebook.com', 'm.facebook.com'], path: /\/dialog\/oauth/ }, { hosts: ['graph.facebook.com'] }], grant),
    setting: reported('“Valid OAuth Redirect URIs” in the settings of Facebook Login', 'VulcanJS/Vulcan-Starter#98', '2026-11-21'),
    rule: documented('The whole address counts (strict mode).', 'Facebook Login Security'),
  },
  {
    id: 'instagram',
    name: 'Instagram',
    signs: documented([{ hosts: ['api.instagram.com', 'www.instagram.com'], path: /^\/oauth\// }], 'Instagram Platform: OAuth Authorize'),
  },
  {
    id: 'linkedin',
    name: 'LinkedIn',
    signs: documented([{ hosts: ['www.linkedin.com'], path: /^\/oauth\// }], 'Authorization Code Flow (3-legged OAuth)'),
    setting: reported('“Authorized redirect URLs for your app” on the Auth tab of the app', 'Stytch: LinkedIn', '2026-11-21'),
    rule: documented('The address counts without its query; one with a `#` is refused.', 'Authorization Code Flow (3-legged OAuth)'),
    pkceForNativeOnly: documented(true, 'Authorization Code Flow (3-legged OAuth)'),
  },
  {
    id: 'x',
    name: 'X',
    signs: documented(
      [{ hosts: ['x.com', 'twitter.com'], path: /^\/i\/oauth2\// }, { hosts: ['api.x.com', 'api.twitter.com'] }],
      'OAuth 2.0 Authorization Code Flow with PKCE',
    ),
    setting: reported('the callback URI of the app’s user authentication settings', 'xdevplatform/bookmarks-to-notion#1', '2026-11-21'),
    rule: documented('The whole address counts.', 'X: Callback URLs'),
    refresh: documented('the scope `offline.access`', 'OAuth 2.0 Authorization Code Flow with PKCE'),
  },
  {
    id: 'amazon',
    name: 'Amazon',
    signs: documented(
      [
        { hosts: ['www.amazon.com', '*.account.amazon.com'], path: /^\/ap\/oa/ },
        { hosts: ['api.amazon.com'], path: /^\/auth\/o2\// },
      ],
      lwa,
    ),
    setting: reported('“Allowed Return URLs” in the web settings of the security profile', 'avs-device-sdk#49'),
    rule: documented('The whole address counts.', lwa),
    localhost: documented('allowed', lwa),
  },
  {
    id: 'discord',
    name: 'Discord',
    signs: inSource([{ hosts: ['discord.com', 'discordapp.com'], path: /\/oauth2\// }], grant),
    setting: reported('“Redirects” on the OAuth2 page of the application', 'Stytch: Discord', '2026-11-21'),
    rule: documented('The whole address counts; one with a `#` is refused.', 'Discord: OAuth2'),
  },
  {
    id: 'spotify',
    name: 'Spotify',
    signs: documented([{ hosts: ['accounts.spotify.com'] }], spotifyUris),
    setting: documented('“Redirect URIs” in the settings of the app on the developer dashboard', spotifyUris, '2026-11-21'),
    rule: documented('The whole address counts; only on `127.0.0.1` and `[::1]` the port may differ.', spotifyUris, '2026-11-21'),
    localhost: documented('refused', spotifyUris, '2026-11-21'),
    requires: [
      documented(
        {
          parameter: 'redirect_uri',
          demand: { kind: 'https', but: 'loopback' },
          says: 'Spotify takes http addresses on `127.0.0.1` and `[::1]` only.',
          fix: 'Use an https address; on your own computer, write `127.0.0.1` instead of a name.',
        },
        spotifyUris,
        '2026-11-21',
      ),
      documented(
        {
          parameter: 'response_type',
          demand: { kind: 'without', words: ['token'] },
          says: 'Spotify has given up the implicit flow.',
          fix: 'Use `response_type=code` with PKCE.',
          retiredOn: '2025-11-27',
        },
        'Spotify: Reminder: OAuth Migration',
        '2026-11-21',
      ),
    ],
  },
  {
    id: 'twitch',
    name: 'Twitch',
    signs: inSource([{ hosts: ['id.twitch.tv'] }], grant),
    setting: documented('“OAuth Redirect URLs” of the application in the developer console', 'Twitch: Registering Your App', '2026-11-21'),
    rule: remembered('The whole address counts.'),
  },
  { id: 'reddit', name: 'Reddit', signs: inSource([{ hosts: ['www.reddit.com', 'ssl.reddit.com'], path: /^\/api\/v1\// }], grant) },
  { id: 'line', name: 'LINE', signs: inSource([{ hosts: ['access.line.me'] }], grant) },
  { id: 'yahoo', name: 'Yahoo', signs: inSource([{ hosts: ['api.login.yahoo.com'] }], grant) },
];
