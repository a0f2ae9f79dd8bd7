/** Logins that do not stay in one tab, and pages that the browser loads before anybody asks for them. */
import { callbackOf, check, enterPassword, says, scenario, signIn } from './define.ts';

const healthy = { family: 'healthy', headline: null, outcome: 'completed', ends: 'signed-in', thirdPartyCookies: 'block' } as const;

export const windows = [
  scenario({
    ...healthy,
    id: 'window-without-opener',
    title: 'A window of its own',
    story: 'Healthy: the app opens its sign-in in a new window that knows nothing of the page it came from (`rel=noopener`).',
    app: { kind: 'server' },
    steps: ['Press “Sign in in a new window”', 'Sign in there', 'Load the first page again'],
    drive: async (page) => {
      await page.waitFor('#sign-in');
      await page.evaluate(() => {
        const link = document.querySelector<HTMLAnchorElement>('#sign-in');
        if (!link) throw new Error('There is no link.');
        link.target = '_blank';
        link.rel = 'noopener';
      });
      await page.click('#sign-in');
      const fresh = await page.popup();
      await enterPassword(fresh);
      await fresh.click('#allow');
      await fresh.waitFor(says('signed-in'));
      await fresh.close();
      await page.reload();
    },
  }),
  scenario({
    ...healthy,
    id: 'finished-in-other-tab',
    title: 'Finished in another tab',
    story: 'Healthy: the provider sends a link by mail, it opens in another tab, and the app knows the login by its cookie there too.',
    app: { kind: 'server' },
    steps: ['Sign in', 'Send me a link', 'Open the link in a new tab'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.click('#mail');
      await page.waitFor('#mail-link');
      const link = await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#mail-link')?.href ?? '');
      const other = await page.newTab(link);
      await other.click('#allow');
      await other.waitFor(says('signed-in'));
      await page.goto(await other.url());
    },
    proof: (_page, lab) => check(callbackOf(lab, 'finished-in-other-tab').status === 302, 'The callback was refused.'),
  }),
  scenario({
    ...healthy,
    id: 'start-prefetched',
    title: 'Sign-in loaded ahead',
    story: 'Healthy: the app’s page has the browser fetch its sign-in ahead of the click; the user then signs in by a second request.',
    app: { kind: 'server' },
    steps: ['Wait a moment', 'Sign in'],
    drive: async (page, lab) => {
      await page.waitFor('#sign-in');
      await page.evaluate(() => {
        const link = document.createElement('link');
        link.rel = 'prefetch';
        link.href = document.querySelector<HTMLAnchorElement>('#sign-in')?.href ?? '';
        document.head.append(link);
      });
      const { host } = lab.site('start-prefetched');
      const end = Date.now() + 10_000;
      while (!lab.seen.at(host).some((seen) => seen.target.startsWith('/login')) && Date.now() < end)
        await new Promise((done) => setTimeout(done, 50));
      await signIn(page);
    },
    proof: (_page, lab) => {
      const starts = lab.seen.at(lab.site('start-prefetched').host).filter((seen) => seen.target.startsWith('/login'));
      check(starts.length === 2, `The sign-in was loaded ${starts.length} times.`);
    },
  }),
  scenario({
    family: 'request',
    id: 'start-prerendered',
    title: 'Sign-in drawn ahead',
    story:
      'The app’s page asks the browser to draw its sign-in ahead of the click (speculation rules). Chromium shows it at the click, but does not keep what the provider remembered meanwhile, and the provider refuses to go on; Firefox does not draw ahead.',
    thirdPartyCookies: 'block',
    headline: { chromium: 'authz-http-error', firefox: null },
    outcome: { chromium: 'failed', firefox: 'completed' },
    ends: { chromium: 'elsewhere', firefox: 'signed-in' },
    app: { kind: 'server' },
    steps: ['Wait a moment', 'Sign in'],
    drive: async (page) => {
      await page.waitFor('#sign-in');
      await page.evaluate(async () => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({
          prerender: [{ source: 'list', urls: [document.querySelector<HTMLAnchorElement>('#sign-in')?.href ?? ''] }],
        });
        document.head.append(rules);
        await new Promise((done) => setTimeout(done, 700));
      });
      if (page.browser === 'firefox') return signIn(page);
      await page.click('#sign-in');
      await enterPassword(page);
      await page.waitForUrl(/\/auth\/[^/]+$/);
    },
  }),
];
