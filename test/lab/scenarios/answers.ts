/** The provider's answer is not what it should be, or never comes. */
import { callbackOf, check, pressSignIn, scenario, shows } from './define.ts';
import { inAnswer } from './faults.ts';

const broken = { family: 'response', thirdPartyCookies: 'block', outcome: 'failed', ends: 'error' } as const;

const inPopup = {
  steps: ['Press “Sign in in a popup” and sign in there'],
  drive: async (page) => {
    await page.click('#popup');
    const popup = await page.popup();
    await popup.type('#user', 'alice');
    await popup.type('#password', 'CANARY-password');
    await popup.click('#continue');
    await popup.click('#allow');
  },
} as const satisfies Partial<Parameters<typeof scenario>[0]>;

export const answers = [
  scenario({
    ...broken,
    id: 'id-token-other-audience',
    title: 'ID token for another app',
    story: 'The provider fills in a fixed audience: the ID token, signed as it should be, is made out to another client.',
    headline: 'id-token-invalid',
    app: { kind: 'server', responseType: 'id_token' },
    fault: { claims: (claims) => ({ ...claims, aud: 'another-app' }) },
    proof: (page) => shows(page, /aud/),
  }),
  scenario({
    ...broken,
    id: 'id-token-old',
    title: 'ID token that has expired',
    story: 'A cache of the provider hands out an ID token that expired an hour ago.',
    headline: 'id-token-invalid',
    app: { kind: 'server', responseType: 'id_token' },
    fault: {
      claims: (claims) => ({ ...claims, iat: Number(claims['iat']) - 7_200, exp: Number(claims['iat']) - 3_600 }),
    },
    proof: (page) => shows(page, /exp/),
  }),
  scenario({
    ...broken,
    id: 'nonce-of-another-login',
    title: 'ID token with another nonce',
    story: 'The provider puts a `nonce` into the ID token that this login did not send.',
    headline: 'nonce-mismatch',
    app: { kind: 'server', responseType: 'id_token' },
    fault: { claims: (claims) => ({ ...claims, nonce: 'CANARY-nonce-of-another-login-of-somebody' }) },
    proof: (page) => shows(page, /nonce/),
  }),
  scenario({
    ...broken,
    id: 'answer-of-other-issuer',
    title: 'Answer in another provider’s name',
    story: 'The answer’s `iss` names a provider on another site, and the app refuses it.',
    headline: 'callback-http-error',
    also: ['iss-mismatch'],
    app: { kind: 'server' },
    fault: { answer: inAnswer((url) => url.searchParams.set('iss', 'https://login.elsewhere.example')) },
    proof: (page) => shows(page, /iss/),
  }),
  scenario({
    ...broken,
    id: 'parameter-twice-in-answer',
    title: 'Two codes in one answer',
    story: 'The registered return address has a `code` of its own in its query, for a voucher; the answer brings a second one.',
    headline: 'duplicate-parameter',
    app: { kind: 'server' },
    fault: { answer: (location) => (location.includes('?code=') ? location.replace('?code=', '?code=CANARY-voucher&code=') : location) },
    proof: (_page, lab) => check(callbackOf(lab, 'parameter-twice-in-answer').target.split('code=').length === 3, 'There is one code.'),
  }),
  scenario({
    ...broken,
    id: 'bot-check',
    title: 'Bot check in front of the provider',
    story: 'A content network in front of the provider wants to know whether the visitor is a person, and asks again after every try.',
    headline: 'bot-challenge',
    app: { kind: 'server' },
    fault: {
      refuse: (res) => {
        res.writeHead(403, { 'Content-Type': 'text/html; charset=utf-8', 'Cf-Mitigated': 'challenge', Server: 'cloudflare' });
        res.end('<!doctype html><title>Just a moment...</title><h1>Checking whether you are a person</h1>');
      },
    },
    steps: ['Press “Sign in”', 'Reload the page'],
    drive: async (page) => {
      await pressSignIn(page);
      await page.reload();
    },
    ends: 'elsewhere',
    proof: async (page) => check((await page.status()) === 403, 'The check was passed.'),
  }),
  scenario({
    family: 'healthy',
    thirdPartyCookies: 'block',
    id: 'left-at-provider',
    title: 'The user thinks better of it',
    story: 'Healthy: on the sign-in page the user decides to go elsewhere; nothing ever comes back, and nothing is broken.',
    headline: null,
    also: ['flow-stalled-at-idp'],
    app: { kind: 'server' },
    steps: ['Press “Sign in”', 'Open the start page again'],
    drive: async (page, lab) => {
      await page.click('#sign-in');
      await page.waitFor('#user');
      await page.goto(`${lab.site('left-at-provider').origin}/`);
    },
    ends: 'signed-out',
  }),
  scenario({
    ...broken,
    family: 'transport',
    id: 'login-in-frame',
    title: 'Login inside of another page',
    story: 'The app opens the login in a frame; the provider’s page says `X-Frame-Options: DENY`, and the frame stays empty.',
    headline: 'authz-frame-blocked',
    app: { kind: 'server', homePart: '<iframe id="login" src="/login" title="Sign in"></iframe>' },
    fault: {
      refuse: (res) => {
        res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'X-Frame-Options': 'DENY' });
        res.end('<!doctype html><title>Sign in</title><h1>Sign in</h1>');
      },
    },
    steps: ['Open the page and wait'],
    drive: async (page) => {
      await page.waitFor('#login');
    },
    ends: 'signed-out',
  }),
  scenario({
    ...broken,
    family: 'transport',
    id: 'popup-cut-off',
    title: 'Popup cut off from its page',
    story:
      'The provider’s pages send `Cross-Origin-Opener-Policy: same-origin`; the popup loses the page that opened it, which takes it for closed.',
    // What the page behind it makes of that is not in the capture: a remark.
    headline: null,
    also: ['coop-severs-popup'],
    outcome: 'completed',
    app: {
      kind: 'spa',
      settings: { popupWindowFeatures: { closePopupWindowAfterInSeconds: 1 } },
      // As libraries do that know no other way from window to window than the opener.
      script: 'window.BroadcastChannel = class { addEventListener() {} postMessage() {} close() {} };',
    },
    tenant: { headers: { 'Cross-Origin-Opener-Policy': 'same-origin' } },
    ...inPopup,
  }),
  scenario({
    ...broken,
    family: 'healthy',
    id: 'popup-by-channel',
    title: 'Popup cut off, and not lost',
    story:
      'Healthy: the same header, but the popup hands the answer over by a channel that needs no opener, as the library does where it can.',
    headline: null,
    outcome: 'completed',
    app: { kind: 'spa' },
    tenant: { headers: { 'Cross-Origin-Opener-Policy': 'same-origin' } },
    ...inPopup,
    ends: 'signed-in',
  }),
  scenario({
    ...broken,
    family: 'callback',
    id: 'callback-takes-long',
    title: 'Callback that takes five seconds',
    story: 'The provider’s token endpoint takes its time, and so does the app’s callback; in the end the login works.',
    headline: null,
    also: ['callback-slow'],
    outcome: 'completed',
    app: { kind: 'server' },
    tenant: { token: { delayMs: 4_700 } },
    ends: 'signed-in',
  }),
];
