/** Signing out at the provider: requests it refuses, ways back that do not arrive, and what a logout leaves behind. */
import type { DrivenPage } from '../../drivers/driver.ts';
import { addCookie } from '../http.ts';
import type { Lab, Scenario, ServerApp, Tenant } from '../model.ts';
import { check, says, scenario, shows, signIn } from './define.ts';

const healthy = { family: 'healthy', headline: null, thirdPartyCookies: 'block', outcome: 'completed' } as const;
const broken = { family: 'logout', thirdPartyCookies: 'block', outcome: 'failed' } as const;

/** Signs in and takes the app's way out. */
const andOut = (id: string) => async (page: DrivenPage, lab: Lab) => {
  await signIn(page);
  await page.waitFor(says('signed-in'));
  await page.goto(`${lab.site(id).origin}/`);
  await page.click('#sign-out');
};

/** The last logout request that the provider of a scenario saw. */
function logoutAt(lab: Lab, id: string) {
  const seen = lab.seen.last(new URL(lab.site(id).issuer).hostname, '/session/end');
  if (!seen) throw new Error('The provider saw no logout request.');
  return { status: seen.status, asked: new URL(seen.target, 'https://lab.invalid').searchParams };
}

const andInAgain = (id: string) => async (page: DrivenPage, lab: Lab) => {
  await andOut(id)(page, lab);
  await page.waitFor(says('signed-out'));
  await page.click('#sign-in');
};

/** Two logins, one sign-in page. */
function asksOnce(lab: Lab, id: string): boolean {
  const { hostname } = new URL(lab.site(id).issuer);
  const posts = lab.seen.at(hostname).filter((one) => one.method === 'POST' && one.target.endsWith('/login'));
  const logins = lab.seen.at(lab.site(id).host).filter((one) => one.target.startsWith('/callback?'));
  return posts.length === 1 && logins.length === 2;
}

/** The request asks for no way back, so that the provider's own page with its frames is where it ends. */
const framesOnly: ServerApp['logout'] = { hint: true, mistake: (url) => url.searchParams.delete('post_logout_redirect_uri') };

const frames = (id: string): Tenant => ({
  logoutFrames: (site) => (site.clientId === id ? [`${site.origin}/signed-out?iss=${encodeURIComponent(site.issuer)}&sid=CANARY-sid`] : []),
});

/** The app has a cookie of its own beside its session, and an address that ends it. */
const signsOut =
  (headers: Readonly<Record<string, string>> = {}): NonNullable<Scenario['appFault']> =>
  (site) =>
  (req, res) => {
    const path = req.url?.split('?')[0];
    const sameSite = site.scenario.thirdPartyCookies === 'allow' ? 'None' : 'Lax';
    if (path === '/account') addCookie(res, `shop_session=CANARY-shop-session-0123456789; Path=/; Secure; HttpOnly; SameSite=${sameSite}`);
    if (path !== '/signed-out') return false;
    res.writeHead(200, { 'Content-Type': 'text/html', ...headers });
    res.end('<p>You are signed out here, too.</p>');
    return true;
  };

const toTheFrames = (id: string) => async (page: DrivenPage, lab: Lab) => {
  await andOut(id)(page, lab);
  await page.waitForUrl(/session\/end\/success/);
  for (let i = 0; i < 50 && !toldAt(lab, id); i++) await new Promise((resolve) => setTimeout(resolve, 100));
};

const toldAt = (lab: Lab, id: string) => lab.seen.last(lab.site(id).host, '/signed-out');

export const logouts = [
  scenario({
    ...healthy,
    id: 'logout-by-hint',
    title: 'Signing out with the ID token',
    story: 'Healthy: the app sends the ID token along, the provider asks nobody and returns the `state`.',
    app: { kind: 'server', logout: { hint: true } },
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: andOut('logout-by-hint'),
    ends: 'signed-out',
    proof: (_page, lab) => {
      const site = lab.site('logout-by-hint');
      const { asked } = logoutAt(lab, site.clientId);
      check(asked.has('id_token_hint') && asked.has('state'), 'The request has no hint or no state.');
      const home = lab.seen.last(site.host, '/')?.target ?? '';
      check(home.includes(`state=${asked.get('state')}`), 'The state did not come back.');
    },
  }),
  scenario({
    ...healthy,
    id: 'logout-express',
    title: 'Signing out of an Express app',
    story: 'Healthy: express-openid-connect signs out at the provider as it comes out of the box.',
    app: { kind: 'express', responseType: 'code', responseMode: 'query' },
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: andOut('logout-express'),
    ends: 'signed-out',
    proof: (_page, lab) => check(logoutAt(lab, 'logout-express').status === 200, 'The provider refused the logout.'),
  }),
  scenario({
    ...broken,
    id: 'logout-address-unknown',
    title: 'Return address of the logout is not registered',
    story: 'The app wants to return to `/bye` after the logout; only `/` is registered for that, so the provider stops.',
    headline: 'logout-return-broken',
    app: {
      kind: 'server',
      logout: { hint: true, mistake: (url, site) => url.searchParams.set('post_logout_redirect_uri', `${site.origin}/bye`) },
    },
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: andOut('logout-address-unknown'),
    ends: 'elsewhere',
    proof: async (page, lab) => {
      await page.waitForUrl(/session\/end/);
      await shows(page, /post_logout_redirect_uri not registered/);
      check(logoutAt(lab, 'logout-address-unknown').status === 400, 'The provider did not refuse.');
    },
  }),
  scenario({
    ...broken,
    id: 'logout-hint-undefined',
    title: 'Logout hint that says `undefined`',
    story: 'The app has lost the ID token and sends the word `undefined` as `id_token_hint`; the provider refuses.',
    headline: 'logout-request-incomplete',
    also: ['logout-return-broken'],
    app: { kind: 'server', logout: { mistake: (url) => url.searchParams.set('id_token_hint', 'undefined') } },
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: andOut('logout-hint-undefined'),
    ends: 'elsewhere',
    proof: async (page, lab) => {
      await page.waitForUrl(/session\/end/);
      await shows(page, /could not decode id_token_hint/);
      check(logoutAt(lab, 'logout-hint-undefined').status === 400, 'The provider did not refuse.');
    },
  }),
  scenario({
    ...broken,
    id: 'logout-nameless',
    title: 'Logout that does not say which app it is',
    story: 'The request has a return address, no ID token and no `client_id`; the provider ignores the address and keeps the user.',
    headline: null,
    also: ['logout-request-incomplete'],
    outcome: 'completed',
    app: { kind: 'server', logout: { mistake: (url) => url.searchParams.delete('client_id') } },
    steps: ['Sign in', 'Open the start page', 'Sign out', 'Sign out at the provider'],
    drive: async (page, lab) => {
      await andOut('logout-nameless')(page, lab);
      await page.waitForUrl(/session\/end/);
      await page.click('#sign-out');
    },
    ends: 'signed-out',
    proof: async (page) => check(/session\/end\/success/.test(await page.url()), 'The provider led back to the app.'),
  }),
  scenario({
    ...broken,
    id: 'logout-state-lost',
    title: 'Logout comes back without its state',
    story: 'Something between provider and app strips the `state` from the way back; the session has ended all the same.',
    headline: null,
    also: ['logout-return-broken'],
    outcome: 'completed',
    app: { kind: 'server', logout: { hint: true } },
    fault: {
      answer: (location) => {
        const url = new URL(location);
        if (url.pathname === '/') url.searchParams.delete('state');
        return url.href;
      },
    },
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: andOut('logout-state-lost'),
    ends: 'signed-out',
    proof: (_page, lab) => {
      check(logoutAt(lab, 'logout-state-lost').asked.has('state'), 'The request had no state.');
      const home = lab.seen.last(lab.site('logout-state-lost').host, '/')?.target;
      check(home === '/', `The app was reached at ${home}.`);
    },
  }),
  scenario({
    ...healthy,
    id: 'logout-frames',
    title: 'Signing out tells the app in a frame',
    story: 'Healthy: after the logout the provider’s page opens the app’s own logout address in a frame, and its cookie comes along.',
    thirdPartyCookies: 'allow',
    app: { kind: 'server', session: { sameSite: 'None' }, logout: framesOnly },
    tenant: frames('logout-frames'),
    appFault: signsOut(),
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: toTheFrames('logout-frames'),
    ends: 'signed-out',
    proof: (_page, lab) => {
      const told = toldAt(lab, 'logout-frames');
      check(told?.status === 200 && told.cookies.includes('shop_session'), 'The frame did not get the cookie.');
    },
  }),
  scenario({
    ...broken,
    id: 'logout-frame-refused',
    title: 'Logout frame that refuses to be framed',
    story: 'After the logout the provider’s page opens the app’s logout address in a frame; that address says `X-Frame-Options: DENY`.',
    headline: null,
    also: ['frontchannel-logout-broken'],
    outcome: 'completed',
    thirdPartyCookies: 'allow',
    app: { kind: 'server', logout: framesOnly },
    tenant: frames('logout-frame-refused'),
    appFault: signsOut({ 'X-Frame-Options': 'DENY' }),
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: toTheFrames('logout-frame-refused'),
    ends: 'signed-out',
    proof: (_page, lab) => check(toldAt(lab, 'logout-frame-refused')?.status === 200, 'The frame was never asked for.'),
  }),
  scenario({
    ...broken,
    id: 'logout-frame-without-cookie',
    title: 'Logout frame without its cookie',
    story: 'After the logout the provider’s page opens the app’s logout address in a frame; the browser keeps the app’s cookie back there.',
    headline: null,
    also: ['frontchannel-logout-broken'],
    outcome: 'completed',
    app: { kind: 'server', logout: framesOnly },
    tenant: frames('logout-frame-without-cookie'),
    appFault: signsOut(),
    steps: ['Sign in', 'Open the start page', 'Sign out'],
    drive: toTheFrames('logout-frame-without-cookie'),
    ends: 'signed-out',
    proof: (_page, lab) => {
      const told = toldAt(lab, 'logout-frame-without-cookie');
      check(told?.status === 200 && !told.cookies.includes('shop_session'), 'The frame got the cookie.');
    },
  }),
  scenario({
    ...broken,
    id: 'logout-survived',
    title: 'Provider that forgets nothing',
    story: 'The provider takes the logout and sends the user back, but keeps its session: the next login asks nothing.',
    headline: null,
    also: ['logout-not-effective'],
    outcome: 'completed',
    app: { kind: 'server', logout: { hint: true } },
    fault: {
      endSession: (res, url) => {
        res.writeHead(302, {
          Location: `${url.searchParams.get('post_logout_redirect_uri')}?state=${url.searchParams.get('state')}`,
        });
        res.end();
      },
    },
    steps: ['Sign in', 'Open the start page', 'Sign out', 'Sign in again'],
    drive: andInAgain('logout-survived'),
    ends: 'signed-in',
    proof: (_page, lab) => check(asksOnce(lab, 'logout-survived'), 'The second login was asked something.'),
  }),
  scenario({
    ...broken,
    id: 'logout-of-the-app-only',
    title: 'Signing out of the app only',
    story: 'The app’s logout ends its own session and leaves the provider’s alone: the next login asks nothing.',
    headline: null,
    also: ['logout-not-effective'],
    outcome: 'completed',
    app: { kind: 'server', logout: { local: true } },
    steps: ['Sign in', 'Open the start page', 'Sign out', 'Sign in again'],
    drive: andInAgain('logout-of-the-app-only'),
    ends: 'signed-in',
    proof: (_page, lab) => check(asksOnce(lab, 'logout-of-the-app-only'), 'The second login was asked something.'),
  }),
];
