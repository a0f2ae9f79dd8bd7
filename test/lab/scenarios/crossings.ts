/** What crosses a border it should not: to another party, another provider, another window, out of the browser. */
import { until } from '../../drivers/wait.ts';
import { upstreamIssuer } from '../hosts.ts';
import { redirect } from '../http.ts';
import { callbackOf, check, enterPassword, pressSignIn, says, scenario, shows, signIn } from './define.ts';

/** No program of this computer has ever heard of it. */
const appAddress = 'com.example.roundtrip-lab:/callback';

const ours = { thirdPartyCookies: 'block', outcome: 'completed', ends: 'signed-in' } as const;

export const crossings = [
  scenario({
    ...ours,
    family: 'transport',
    id: 'password-passed-on',
    title: 'Password passed on to the app',
    story:
      'The provider answers the sign-in form with 307, and so does its next hop: the browser repeats the form, password and all, at the app.',
    headline: 'credentials-307',
    app: { kind: 'server', transaction: { sameSite: 'None' } },
    tenant: { relaysForms: 307 },
    // A gateway that makes no difference between GET and POST: the login goes well, and nobody notices.
    appFault: () => (req) => {
      if (req.method === 'POST' && req.url?.startsWith('/callback')) req.method = 'GET';
      return false;
    },
    steps: ['Sign in'],
    drive: async (page) => {
      await page.click('#sign-in');
      await enterPassword(page);
    },
    proof: (_page, lab) => {
      const site = lab.site('password-passed-on');
      const callback = lab.seen.at(site.host).find((seen) => seen.target.startsWith('/callback'));
      check(callback?.method === 'POST' && callback.bodyBytes > 0, 'The browser did not repeat the form at the callback.');
    },
  }),
  scenario({
    ...ours,
    family: 'response',
    id: 'passed-to-other-provider',
    title: 'Passed on to another provider',
    story:
      'The provider turns the request into one of the same app at another provider; the answer from there is not what the app waits for.',
    headline: 'mixup-suspected',
    app: { kind: 'server' },
    registration: { upstreamAs: 'app-at-upstream' },
    fault: {
      refuse: (res, asked, ports) => {
        asked.searchParams.set('client_id', 'app-at-upstream');
        redirect(res, `${upstreamIssuer(ports)}/auth${asked.search}`, 303);
      },
    },
    outcome: 'failed',
    ends: 'error',
    drive: signIn,
    proof: (_page, lab) => {
      const callback = callbackOf(lab, 'passed-to-other-provider');
      check(callback.target.includes('upstream.example') && callback.status === 400, 'The answer did not come from the other provider.');
    },
  }),
  scenario({
    ...ours,
    family: 'redirect-uri',
    id: 'app-not-installed',
    title: 'App not installed',
    story: 'The answer goes to an app’s own scheme, and nothing on this computer opens it. Firefox says so; Chromium keeps it to itself.',
    headline: { chromium: null, firefox: 'app-scheme-not-handled' },
    also: ['app-scheme-not-handled'],
    outcome: { chromium: 'completed', firefox: 'failed' },
    app: { kind: 'server', mistake: (url) => url.searchParams.set('redirect_uri', appAddress) },
    registration: { redirectUris: () => [appAddress] },
    ends: 'elsewhere',
    proof: async (_page, lab) => {
      const site = lab.site('app-not-installed');
      const sent = () => lab.seen.at(new URL(site.issuer).hostname).some((seen) => seen.location?.startsWith(`${appAddress}?code=`));
      await until('the provider to send the answer to the app', async () => sent());
    },
  }),
  scenario({
    ...ours,
    family: 'cookies',
    id: 'other-container',
    title: 'Provider in another container',
    story:
      'A rule of Firefox opens the provider in another container; the answer arrives there, where the app’s cookie is not. Chromium has no containers: there it is another tab, and the login goes well.',
    headline: { chromium: null, firefox: 'container-switch' },
    app: { kind: 'server' },
    outcome: { chromium: 'completed', firefox: 'failed' },
    ends: 'elsewhere',
    steps: ['Press “Sign in”', 'Open the address of the provider’s page in a container', 'Sign in there'],
    drive: async (page, lab) => {
      await pressSignIn(page);
      const { issuer } = lab.site('other-container');
      const asked = lab.seen.last(new URL(issuer).hostname, '/auth');
      const apart = await page.openInContainer(`${issuer}${asked?.target ?? ''}`);
      await enterPassword(apart);
      await apart.click('#allow');
      await apart.waitFor(says(page.browser === 'firefox' ? 'error' : 'signed-in'));
    },
    proof: (page, lab) => {
      const { cookies } = callbackOf(lab, 'other-container');
      check((cookies.length === 0) === (page.browser === 'firefox'), 'The app’s cookie came along, or got lost without a container.');
    },
  }),
  scenario({
    ...ours,
    family: 'callback',
    id: 'clock-ahead',
    title: 'Clock two hours ahead',
    story: 'The app’s server takes local time for UTC: every fresh ID token has long expired there.',
    headline: 'clock-skew',
    app: { kind: 'server', clockSeconds: 7_200 },
    outcome: 'failed',
    ends: 'error',
    proof: (page) => shows(page, /timestamp|exp/i),
  }),
  scenario({
    ...ours,
    family: 'token-endpoint',
    id: 'token-short-lived',
    title: 'Access token for half a minute',
    story:
      'The login works; its access token comes behind the `#` and lives for 30 seconds, and the lasting access that is asked for can not come that way.',
    headline: null,
    also: ['token-lifetime-anomaly', 'refresh-token-missing'],
    app: {
      kind: 'server',
      responseType: 'id_token token',
      api: 'header',
      mistake: (url) => url.searchParams.set('scope', 'openid profile offline_access'),
    },
    tenant: { accessSeconds: 30 },
    proof: (_page, lab) => {
      const { issuer } = lab.site('token-short-lived');
      const sent = lab.seen.at(new URL(issuer).hostname).findLast((seen) => seen.location?.includes('#'));
      check(sent?.location?.includes('expires_in=30') ?? false, 'The access token did not come with its 30 seconds.');
    },
  }),
];
