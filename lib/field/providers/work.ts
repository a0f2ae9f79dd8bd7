/** Services for work that other programs are connected to. */
import { documented, inSource, type ProviderProfile, remembered, reported } from './profile.ts';

const grant = 'simov/grant config/oauth.json';
const github = 'GitHub: Authorizing OAuth apps';
const dropbox = 'Dropbox: OAuth Guide';
const quickbooks = 'QuickBooks: Set up OAuth 2.0';

export const work: readonly ProviderProfile[] = [
  {
    id: 'github',
    name: 'GitHub',
    // The path is that of Gitea, too: on other hosts the answer has to say that it is GitHub.
    signs: documented(
      [
        { hosts: ['github.com'], path: /^\/login\// },
        { path: /^\/login\/oauth\/authorize$/, header: 'x-github-request-id' },
      ],
      github,
    ),
    setting: reported('“Authorization callback URL” of the OAuth app', 'singingwolfboy/flask-dance#413', '2026-11-21'),
    rule: documented(
      'Host and port count, and the path has to be the registered one or one below it; on loopback addresses the port is free.',
      github,
    ),
    refusesAt: documented('registered-address', 'GitHub: Troubleshooting authorization request errors'),
    codeLifeSeconds: documented(600, github),
  },
  {
    id: 'gitlab',
    name: 'GitLab',
    signs: inSource(
      [
        { hosts: ['gitlab.com'], path: /^\/oauth\// },
        { path: /\/oauth\/authorize$/, cookie: /^_gitlab_session/ },
      ],
      grant,
    ),
    setting: remembered('“Redirect URI” of the application'),
    rule: documented('The whole address counts; several are registered one a line.', 'GitLab: OAuth 2.0 identity provider API'),
  },
  { id: 'bitbucket', name: 'Bitbucket', signs: inSource([{ hosts: ['bitbucket.org'], path: /^\/site\/oauth2\// }], grant) },
  {
    id: 'slack',
    name: 'Slack',
    signs: documented([{ hosts: ['slack.com', '*.slack.com'], path: /^\/(?:oauth|openid|api)\b/ }], 'Slack: Installing with OAuth'),
    setting: reported('“Redirect URLs” on the OAuth & Permissions page of the app', 'Shopify/react-native-app-auth docs', '2026-11-21'),
    rule: remembered('An address below a registered one is accepted, too.'),
  },
  {
    id: 'atlassian',
    name: 'Atlassian',
    signs: documented([{ hosts: ['auth.atlassian.com'] }], 'Atlassian: OAuth 2.0 (3LO) apps'),
    setting: documented(
      '“Callback URL” under Authorization, OAuth 2.0 (3LO), in the developer console',
      'Atlassian: Enabling OAuth 2.0 3LO',
      '2026-11-21',
    ),
    rule: documented('The whole address counts.', 'Atlassian: OAuth 2.0 (3LO) apps'),
  },
  {
    id: 'dropbox',
    name: 'Dropbox',
    signs: inSource([{ hosts: ['www.dropbox.com'], path: /^\/oauth2\// }, { hosts: ['api.dropboxapi.com'] }], grant),
    setting: remembered('“Redirect URIs” of the app in the App Console'),
    rule: documented('The whole address counts, localhost has to be listed as well.', dropbox),
    localhost: documented('allowed', dropbox),
    refresh: documented('`token_access_type=offline`', 'Dropbox: Using OAuth 2.0 with offline access'),
  },
  {
    id: 'zoom',
    name: 'Zoom',
    signs: documented([{ hosts: ['zoom.us', 'zoomgov.com'], path: /^\/oauth\// }], 'OAuth with Zoom'),
    setting: documented('“OAuth Redirect URL” and “OAuth Allow Lists” of the app', 'Zoom: OAuth Information', '2026-11-21'),
    rule: documented('In strict mode the whole address counts; on `127.0.0.1` the port is free.', 'Zoom: OAuth Information', '2026-11-21'),
  },
  {
    id: 'salesforce',
    name: 'Salesforce',
    signs: documented([{ path: /\/services\/oauth2\// }], 'Salesforce: OAuth 2.0 Web Server Flow'),
    setting: remembered('“Callback URL” of the connected app'),
    rule: documented('The whole address counts; several are registered one a line.', 'Salesforce: OAuth 2.0 Web Server Flow'),
  },
  {
    id: 'shopify',
    name: 'Shopify',
    signs: documented([{ hosts: ['*.myshopify.com'], path: /^\/admin\/oauth\// }], 'Shopify: Authorization code grant'),
    setting: reported('“Redirect URL” of the app’s version in the developer console', 'Google Cloud: Shopify configuration', '2026-11-21'),
    rule: documented('The address has to be on the host of the app URL, and be listed.', 'Shopify: Authorization code grant'),
  },
  {
    id: 'quickbooks',
    name: 'Intuit QuickBooks',
    signs: documented([{ hosts: ['appcenter.intuit.com'] }, { hosts: ['oauth.platform.intuit.com'] }], quickbooks),
    setting: remembered('“Redirect URIs” among the keys and credentials of the app'),
    rule: remembered('The whole address counts; in production it has to be https.'),
  },
  {
    id: 'stripe',
    name: 'Stripe',
    signs: documented([{ hosts: ['connect.stripe.com'] }], 'Stripe: OAuth reference'),
    setting: remembered('the redirect URIs of the Connect settings'),
    rule: documented('The whole address counts; test mode and live mode have lists of their own.', 'Stripe: OAuth reference'),
  },
  { id: 'notion', name: 'Notion', signs: inSource([{ hosts: ['api.notion.com'] }], grant) },
  { id: 'box', name: 'Box', signs: inSource([{ hosts: ['account.box.com', 'api.box.com'] }], grant) },
  { id: 'asana', name: 'Asana', signs: inSource([{ hosts: ['app.asana.com'] }], grant) },
];
