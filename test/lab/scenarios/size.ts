/** Addresses and cookies that are too large for the server. nginx and Node run with their own default limits. */
import { randomBytes } from 'node:crypto';
import { fill } from '../apps/server-login.ts';
import { callbackReached, check, enterPassword, scenario, shows } from './define.ts';

const broken = { family: 'size', thirdPartyCookies: 'block', outcome: 'failed', ends: 'elsewhere' } as const;

/** A `state` that carries its data with it instead of keeping them on the server. */
const longState = (bytes: number) => () => `${randomBytes(32).toString('base64url')}${fill(bytes - 43)}`;

/** What prefetching does to a site whose login route is a link: each call leaves a cookie behind. */
const prefetching = (count: number) => `<script>
(async () => {
  for (let i = 0; i < ${count}; i++) await fetch('/login', { redirect: 'manual' });
  document.body.insertAdjacentHTML('beforeend', '<p id="prefetched">The next pages were loaded ahead.</p>');
})();
</script>`;

const afterPrefetching = { steps: ['Wait until the page has loaded ahead', 'Sign in'] };

export const size = [
  scenario({
    ...broken,
    id: 'cookies-nginx',
    title: 'Cookies over nginx’s 8 KB',
    story: 'Shop and tracker cookies fill 6 KB; with the login cookie the callback passes nginx’s limit and gets 400.',
    headline: 'header-limit-rejected',
    also: ['cookie-header-too-large'],
    needs: 'nginx',
    app: { kind: 'server', ballast: { count: 4, bytes: 1_500 }, transaction: { bytes: 2_600 } },
    place: 'nginx',
    proof: async (page, lab) => {
      await page.waitForUrl(/\/callback/);
      await shows(page, /Request Header Or Cookie Too Large/);
      check(!callbackReached(lab, 'cookies-nginx'), 'The app was reached.');
    },
  }),
  scenario({
    ...broken,
    id: 'cookies-node',
    title: 'Cookies over Node’s 16 KB',
    story: 'The cookies of the site fill 13 KB; with the login cookie the callback passes the limit of a Node server and gets 431.',
    headline: 'header-limit-rejected',
    also: ['cookie-header-too-large'],
    app: { kind: 'server', ballast: { count: 4, bytes: 3_300 }, transaction: { bytes: 3_600 } },
    proof: async (page, lab) => {
      await page.waitForUrl(/\/callback/);
      check(!callbackReached(lab, 'cookies-node'), 'The app was reached.');
    },
  }),
  scenario({
    ...broken,
    id: 'address-nginx',
    title: 'Address over nginx’s 8 KB',
    story: 'The app packs 8 KB of data into `state`; the address of the callback is too long for nginx, which answers 414.',
    headline: 'header-limit-rejected',
    also: ['url-too-long'],
    needs: 'nginx',
    app: { kind: 'server', state: longState(8_200) },
    callbackPlace: 'nginx',
    proof: async (page, lab) => {
      await page.waitForUrl(/\/callback/);
      await shows(page, /414/);
      check(!callbackReached(lab, 'address-nginx'), 'The app was reached.');
    },
  }),
  scenario({
    ...broken,
    id: 'address-nginx-h2',
    title: 'Address too long over HTTP/2',
    story:
      'The same over HTTP/2: nginx does not answer 414 there, it breaks the connection. Firefox then waits for ever and reports nothing.',
    headline: { chromium: 'header-limit-rejected', firefox: null },
    outcome: { chromium: 'failed', firefox: 'abandoned' },
    needs: 'nginx',
    app: { kind: 'server', state: longState(13_000) },
    callbackPlace: 'nginx-h2',
    proof: async (page, lab) => {
      if (page.browser === 'chromium') await page.waitForUrl(/\/callback/);
      check(!callbackReached(lab, 'address-nginx-h2'), 'The app was reached.');
    },
  }),
  scenario({
    ...broken,
    ...afterPrefetching,
    id: 'cookie-pileup',
    title: 'Login cookies pile up',
    story: 'Prefetched links start fifteen logins that nobody finishes; their cookies and the sixteenth are too much for nginx.',
    headline: 'header-limit-rejected',
    also: ['transaction-cookie-pileup', 'cookie-header-too-large'],
    needs: 'nginx',
    app: { kind: 'server', homePart: prefetching(15), transaction: { perLogin: true, bytes: 512 } },
    place: 'nginx',
    drive: async (page) => {
      await page.waitFor('#prefetched');
      await page.click('#sign-in');
      await enterPassword(page);
      await page.click('#allow');
    },
    proof: async (page, lab) => {
      await page.waitForUrl(/\/callback/);
      await shows(page, /Request Header Or Cookie Too Large/);
      check(!callbackReached(lab, 'cookie-pileup'), 'The app was reached.');
    },
  }),
  scenario({
    ...broken,
    ...afterPrefetching,
    family: 'healthy',
    id: 'cookie-pileup-small',
    title: 'Some leftover login cookies',
    story: 'Healthy: prefetched links left fourteen login cookies behind; they are in nobody’s way yet, which is worth a remark.',
    headline: null,
    also: ['transaction-cookie-pileup'],
    outcome: 'completed',
    ends: 'signed-in',
    app: { kind: 'server', homePart: prefetching(14), transaction: { perLogin: true } },
    drive: async (page) => {
      await page.waitFor('#prefetched');
      await page.click('#sign-in');
      await enterPassword(page);
      await page.click('#allow');
    },
  }),
  scenario({
    ...broken,
    family: 'healthy',
    id: 'cookies-large',
    title: 'Rather many cookies',
    story: 'Healthy: six kilobytes of cookies go through, which is worth a remark.',
    headline: null,
    also: ['cookie-header-too-large'],
    outcome: 'completed',
    ends: 'signed-in',
    app: { kind: 'server', ballast: { count: 4, bytes: 1_500 } },
  }),
];
