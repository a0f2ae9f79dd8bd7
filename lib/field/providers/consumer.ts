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
