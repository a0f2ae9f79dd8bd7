/** The value is right, but for another login than the one that is waiting. */
import { sleep } from '../../drivers/wait.ts';
import { callbackOf, check, enterPassword, pressSignIn, says, scenario, signIn } from './define.ts';
import { inAnswer } from './faults.ts';

const broken = { family: 'state', thirdPartyCookies: 'block', outcome: 'failed', ends: 'error' } as const;

/** A provider that keeps one `state` for each client: the last one wins. */
function oneSlot() {
  let last = '';
  return {
    request: (url: URL) => {
      last = url.searchParams.get('state') ?? '';
    },
    answer: inAnswer((url) => url.searchParams.set('state', last)),
  };
}

export const stateMixedUp = [
  scenario({
    ...broken,
    id: 'state-stale',
    title: 'An older sign-in page is finished',
    story:
      'The user starts twice in one tab, goes back to the first sign-in page and finishes that one; the app only remembers the second.',
    headline: 'state-mismatch',
    app: { kind: 'server' },
    steps: ['Sign in', 'Open the start page again and sign in once more', 'Go back to the first sign-in page and finish it'],
    drive: async (page, lab) => {
      await pressSignIn(page);
      await page.waitFor('#user');
      const first = await page.url();
      await page.goto(`${lab.site('state-stale').origin}/`);
      await page.click('#sign-in');
      await page.waitFor('#user');
      await page.back();
      await page.back();
      check((await page.url()) === first, 'Back did not lead to the first sign-in page.');
      await enterPassword(page);
      await page.click('#allow');
    },
  }),
  scenario({
    ...broken,
    id: 'state-of-other-login',
    title: 'The answer carries another login’s `state`',
    story: 'Two tabs sign in, and the provider, which keeps one value for both, answers the first with the second’s `state`.',
    headline: 'state-mismatch',
    // The first answer used up the second login's cookie.
    also: ['parallel-flow-overwrite'],
    app: { kind: 'server', transaction: { perLogin: true } },
    fault: oneSlot(),
    steps: ['Open “Sign in” in a new tab', 'Press “Sign in” here', 'Finish the new tab first', 'Then finish here'],
    drive: async (page) => {
      const first = await page.openLinkInNewTab('#sign-in');
      await first.waitFor('#user');
      await page.click('#sign-in');
      await page.waitFor('#user');
      await enterPassword(first);
      await first.click('#allow');
      await first.waitFor(says('error'));
      // The first answer has used up the pending entry of this login, so this one fails as well.
      await enterPassword(page);
    },
  }),
  scenario({
    ...broken,
    id: 'parallel-overwrite',
    title: 'Two tabs share one login cookie',
    story: 'The app keeps its pending login in one cookie; the second tab’s start overwrites the first one’s.',
    headline: 'parallel-flow-overwrite',
    app: { kind: 'server' },
    steps: ['Open “Sign in” in a new tab', 'Press “Sign in” here', 'Finish the new tab first', 'Then finish here'],
    drive: async (page) => {
      const first = await page.openLinkInNewTab('#sign-in');
      await first.waitFor('#user');
      await page.click('#sign-in');
      await page.waitFor('#user');
      await enterPassword(first);
      await first.click('#allow');
      await first.waitFor(says('error'));
      // The app has thrown away the one entry it had, so this login fails as well.
      await enterPassword(page);
    },
  }),
  scenario({
    ...broken,
    id: 'state-other-tab',
    title: 'The answer arrives in another tab',
    story: 'The provider sends a link by mail; it opens in another tab, and the app kept its pending login in the first one’s storage.',
    headline: 'state-mismatch',
    app: { kind: 'spa', perTab: true, onError: 'restart' },
    ends: 'elsewhere',
    steps: ['Sign in', 'Send me a link', 'Open the link in a new tab'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.click('#mail');
      await page.waitFor('#mail-link');
      const link = await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#mail-link')?.href ?? '');
      const other = await page.newTab(link);
      await other.click('#allow');
      await other.waitFor(says('signed-in'));
    },
    proof: (_page, lab) => {
      const calls = lab.seen.at(lab.site('state-other-tab').host).filter((seen) => seen.target.startsWith('/callback?code='));
      check(calls.length === 2, 'The app did not start a second login.');
    },
  }),
  scenario({
    ...broken,
    id: 'callback-replayed',
    title: 'Reload of the callback page',
    story: 'The callback is a page of its own with the code in its address; reloading it sends the same code again.',
    headline: 'callback-replayed',
    app: { kind: 'server', landing: 'page' },
    steps: ['Sign in', 'Reload the page'],
    drive: async (page) => {
      await signIn(page);
      await page.waitFor(says('signed-in'));
      await page.reload();
    },
    proof: (_page, lab) => check(callbackOf(lab, 'callback-replayed').status === 400, 'The second load went well.'),
  }),
  scenario({
    ...broken,
    id: 'login-redirect-cached',
    title: 'The login redirect comes from the cache',
    story: 'The app lets browsers cache its login redirect, so the second login repeats the `state` of the first.',
    headline: 'one-time-value-reused',
    app: { kind: 'server', cacheLogin: 600 },
    steps: ['Sign in', 'Open /forget at the app', 'Sign in again'],
    drive: async (page, lab) => {
      const { origin } = lab.site('login-redirect-cached');
      await signIn(page);
      await page.waitFor(says('signed-in'));
      // Checks take two requests within a second for one double click.
      await sleep(1_200);
      await page.goto(`${origin}/forget`);
      await page.click('#sign-in');
    },
    proof: (_page, lab) => {
      const starts = lab.seen.at(lab.site('login-redirect-cached').host).filter((seen) => seen.target === '/login');
      check(starts.length === 1, 'The second login redirect did not come from the cache.');
    },
  }),
];
