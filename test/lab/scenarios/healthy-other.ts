/** Logins that go other ways than most: they work, and nothing may be said against them. */
import type { ServerResponse } from 'node:http';
import { addCookie, cookieLine, readCookie, readForm, redirect, sendHtml, targetOf } from '../http.ts';
import type { PlainApp } from '../model.ts';
import { page } from '../page.ts';
import { callbackOf, check, enterPassword, requestAt, says, scenario, signIn } from './define.ts';

const healthy = { family: 'healthy', headline: null, outcome: 'completed', thirdPartyCookies: 'block', ends: 'signed-in' } as const;

const tokenRequests = (seen: readonly { readonly method: string; readonly target: string }[]) =>
  seen.filter((one) => one.method === 'POST' && one.target === '/token').length;

function show(res: ServerResponse, site: string, title: string, body: string, outcome?: 'signed-in' | 'signed-out'): void {
  sendHtml(res, 200, page({ title, site, body, ...(outcome ? { outcome } : {}) }));
}

const hostOfIdp = { saml: 'sso.identity.example', oauth1: 'api.birds.example' } as const;
const portOf = (host: string | undefined) => (host ?? '').replace(/^.*:/, '');

/** The shape of SAML's Web Browser SSO: a request by redirect, an answer by a form that submits itself. What stands inside is nobody's business here. */
const samlApp: PlainApp = {
  kind: 'plain',
  pages: async (req, res) => {
    const { pathname, searchParams } = targetOf(req);
    const host = req.headers.host ?? '';
    const port = portOf(host);
    if (host.startsWith(hostOfIdp.saml)) {
      if (pathname === '/sso' && req.method === 'GET') {
        const kept = `<input type="hidden" name="RelayState" value="${searchParams.get('RelayState') ?? ''}">`;
        const form = `<form method="post" action="/sso">${kept}<input type="hidden" name="acs" value="https://saml-login.app.example:${port}/acs"><button id="continue">Continue</button></form>`;
        return show(res, host, 'Sign in', form);
      }
      const form = await readForm(req);
      const answer = Buffer.from('<samlp:Response ID="_CANARY-response"/>').toString('base64');
      const fields = `<input type="hidden" name="SAMLResponse" value="${answer}"><input type="hidden" name="RelayState" value="${form.get('RelayState') ?? ''}">`;
      return show(
        res,
        host,
        'One moment',
        `<form id="answer" method="post" action="${form.get('acs') ?? ''}">${fields}</form><script>document.getElementById('answer').submit()</script>`,
      );
    }
    if (pathname === '/acs') {
      addCookie(res, cookieLine('app_session', 'CANARY-session-of-saml'));
      return redirect(res, '/', 303);
    }
    if (pathname === '/login') {
      const request = Buffer.from('<samlp:AuthnRequest ID="_CANARY-request"/>').toString('base64');
      const query = new URLSearchParams({ SAMLRequest: request, RelayState: 'CANARY-relay-state' });
      return redirect(res, `https://${hostOfIdp.saml}:${port}/sso?${query}`);
    }
    if (readCookie(req, 'app_session') !== null) return show(res, host, 'Your account', '<p>You are signed in.</p>', 'signed-in');
    show(res, host, 'Welcome', '<p><a id="sign-in" href="/login">Sign in</a></p>', 'signed-out');
  },
};

/** The shape of OAuth 1.0a (RFC 5849): no code, no state, an `oauth_token` there and an `oauth_verifier` back. */
const oauth1App: PlainApp = {
  kind: 'plain',
  pages: (req, res) => {
    const { pathname } = targetOf(req);
    const host = req.headers.host ?? '';
    const port = portOf(host);
    const token = 'oauth_token=CANARY-request-token-of-birds';
    if (host.startsWith(hostOfIdp.oauth1)) {
      if (pathname === '/oauth/authenticate')
        return show(res, host, 'Allow?', `<p><a id="continue" href="/oauth/allow?${token}">Allow</a></p>`);
      return redirect(res, `https://oauth-one.app.example:${port}/callback?${token}&oauth_verifier=CANARY-verifier-of-birds`);
    }
    if (pathname === '/login') return redirect(res, `https://${hostOfIdp.oauth1}:${port}/oauth/authenticate?${token}`);
    if (pathname === '/callback') {
      addCookie(res, cookieLine('app_session', 'CANARY-session-of-birds'));
      return redirect(res, '/');
    }
    if (readCookie(req, 'app_session') !== null) return show(res, host, 'Your account', '<p>You are signed in.</p>', 'signed-in');
    show(res, host, 'Welcome', '<p><a id="sign-in" href="/login">Sign in</a></p>', 'signed-out');
  },
};

const notOauth = { family: 'healthy', headline: null, thirdPartyCookies: 'block', ends: 'signed-in' } as const;

export const healthyOther = [
  scenario({
    ...healthy,
    id: 'dpop-nonce',
    title: 'Keys and their nonce',
    story: 'Healthy: the page proves its key with DPoP; the provider first asks for its nonce with a 400, and takes the second try.',
    app: { kind: 'spa', dpop: true },
    tenant: { dpopNonce: 'readable' },
    proof: (_page, lab) => check(tokenRequests(lab.seen.at('dpop-nonce.idp.example')) === 2, 'The provider did not ask for its nonce.'),
  }),
  scenario({
    ...healthy,
    id: 'spa-pushes',
    title: 'A page that pushes its request',
    story: 'Healthy: the single-page app pushes its request with a header of its own, for which the browser asks first (CORS preflight).',
    app: { kind: 'spa', pushes: true },
    proof: (_page, lab) => {
      const calls = lab.seen.at('login.idp.example').filter((seen) => seen.target === '/request');
      check(calls.map((seen) => seen.method).join() === 'OPTIONS,POST', 'There was no preflight, or no push.');
      check(requestAt(lab, lab.site('spa-pushes')).has('request_uri'), 'The request was not pushed.');
    },
  }),
  scenario({
    ...healthy,
    id: 'refresh-token',
    title: 'Renewal with a refresh token',
    story: 'Healthy: the page renews its tokens twice with a refresh token that the provider replaces each time.',
    app: { kind: 'spa', settings: { scope: 'openid offline_access', prompt: 'consent' } },
    registration: { refresh: true },
    steps: ['Sign in', 'Press “Renew quietly” twice'],
    drive: async (page) => {
      await signIn(page);
      await page.waitFor(says('signed-in'));
      for (const _ of [1, 2]) {
        await page.click('#renew');
        await page.waitFor(() => document.getElementById('status')?.textContent?.startsWith('Renewed') ?? false);
      }
    },
    proof: (_page, lab) => check(tokenRequests(lab.seen.at('login.idp.example')) === 3, 'The tokens were not renewed twice.'),
  }),
  scenario({
    ...healthy,
    id: 'provider-of-many-hosts',
    title: 'A provider with many hosts',
    story: 'Healthy: the provider leads the request through three hosts of its own before it shows a page.',
    app: { kind: 'server' },
    fault: { detour: ['gate.idp.example', 'sso.upstream.example', 'device.idp.example'] },
    proof: (_page, lab) => check(lab.seen.at('sso.upstream.example').length === 1, 'The request was not led through the other hosts.'),
  }),
  scenario({
    ...healthy,
    id: 'device-login',
    title: 'A device without a keyboard',
    story: 'Healthy: a television shows a code; it is entered in another tab, while the television keeps asking whether it was.',
    app: { kind: 'device' },
    tenant: { devices: true },
    steps: ['Open the link in a new tab', 'Confirm the code, sign in and allow'],
    drive: async (page) => {
      const other = await page.openLinkInNewTab('#verify');
      await other.click('#confirm');
      await enterPassword(other);
      await other.click('#allow');
      await other.waitFor(says('signed-in'));
    },
    proof: (_page, lab) => check(tokenRequests(lab.seen.at('device-login.idp.example')) === 2, 'The device did not have to wait.'),
  }),
  scenario({
    ...notOauth,
    id: 'saml-login',
    title: 'A login with SAML',
    story: 'Healthy: another protocol; the request goes out by redirect, the answer comes back as a posted form.',
    app: samlApp,
    callbackHost: hostOfIdp.saml,
    drive: async (page) => {
      await page.click('#sign-in');
      await page.click('#continue');
    },
  }),
  scenario({
    ...notOauth,
    id: 'oauth-one',
    title: 'A login with OAuth 1.0a',
    story: 'Healthy: the older protocol, with an `oauth_token` there and an `oauth_verifier` back.',
    app: oauth1App,
    callbackHost: hostOfIdp.oauth1,
    drive: async (page) => {
      await page.click('#sign-in');
      await page.click('#continue');
    },
  }),
  scenario({
    ...healthy,
    id: 'nested-twice',
    title: 'A provider behind a provider behind a provider',
    story: 'Healthy: the provider signs in at a second one, and that one at a third; three logins, each inside the other.',
    app: { kind: 'server' },
    steps: ['Sign in', 'Continue with Upstream', 'Continue with Root', 'Sign in and allow there', 'Allow', 'Allow'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.click('#upstream');
      await page.waitForUrl(/login\.upstream\.example/);
      await page.click('#upstream');
      await enterPassword(page);
      await page.click('#allow');
      await page.waitForUrl(/login\.upstream\.example/);
      await page.click('#allow');
      await page.waitForUrl(/login\.idp\.example/);
      await page.click('#allow');
    },
    proof: (_page, lab) =>
      check(
        lab.seen.at('login.root.example').length > 0 && callbackOf(lab, 'nested-twice').status === 302,
        'The third provider was not asked.',
      ),
  }),
];
