/** Single-page apps whose logins work. */
import { callbackReached, check, says, scenario, signIn, signInBesideWorker } from './define.ts';

const healthy = { family: 'healthy', headline: null, outcome: 'completed', ends: 'signed-in' } as const;

export const healthyBrowser = [
  scenario({
    ...healthy,
    id: 'spa-code-pkce',
    title: 'Single-page app with PKCE',
    story: 'Healthy: oidc-client-ts redirects, comes back with a code and redeems it from the page.',
    thirdPartyCookies: 'block',
    app: { kind: 'spa', callsApi: true },
  }),
  scenario({
    ...healthy,
    id: 'worker-answers',
    title: 'Page kept by a service worker',
    story: 'Healthy: the app’s service worker answers every page from what it has kept, the callback too; no server sees that one.',
    thirdPartyCookies: 'block',
    app: { kind: 'spa', worker: 'answers' },
    drive: signInBesideWorker,
    proof: (_page, lab) => check(!callbackReached(lab, 'worker-answers'), 'The server saw the callback.'),
  }),
  scenario({
    ...healthy,
    id: 'worker-fetches-spa',
    title: 'Pages fetched by a service worker',
    story: 'Healthy: the app’s service worker fetches every page itself, the callback too.',
    thirdPartyCookies: 'block',
    app: { kind: 'spa', worker: 'fetches' },
    drive: signInBesideWorker,
  }),
  scenario({
    ...healthy,
    id: 'popup-login',
    title: 'Login in a popup',
    story: 'Healthy: oidc-client-ts signs in in a popup window that closes itself.',
    thirdPartyCookies: 'block',
    app: { kind: 'spa' },
    steps: ['Press “Sign in in a popup” and sign in there'],
    drive: async (page) => {
      await page.click('#popup');
      const popup = await page.popup();
      await popup.type('#user', 'alice');
      await popup.type('#password', 'CANARY-password');
      await popup.click('#continue');
      await popup.click('#allow');
    },
  }),
  scenario({
    ...healthy,
    id: 'silent-renew',
    title: 'Quiet renewal',
    story: 'Healthy: third-party cookies are allowed, so a hidden frame renews the login without a question.',
    thirdPartyCookies: 'allow',
    app: { kind: 'spa' },
    steps: ['Sign in', 'Press “Renew quietly”'],
    drive: async (page) => {
      await signIn(page);
      await page.waitFor(says('signed-in'));
      await page.click('#renew');
      await page.waitFor(() => document.getElementById('status')?.textContent?.startsWith('Renewed') ?? false);
    },
  }),
  scenario({
    ...healthy,
    id: 'silent-no-session',
    title: 'Quiet question, nobody there',
    story: 'Healthy: the app asks quietly whether somebody is signed in, and nobody is (`login_required`).',
    thirdPartyCookies: 'allow',
    app: { kind: 'spa' },
    also: ['silent-auth-failed'],
    ends: 'signed-out',
    steps: ['Press “Am I signed in?”'],
    drive: async (page) => {
      await page.waitFor(says('signed-out'));
      await page.click('#check');
      await page.waitFor(() => document.getElementById('status')?.textContent?.includes('does not know you') ?? false);
    },
  }),
];
