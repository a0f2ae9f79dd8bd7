/** Quiet renewal in a hidden frame, where third-party rules apply. */
import { check, says, scenario, signIn } from './define.ts';

const silent = {
  family: 'cookies',
  headline: 'third-party-cookie-blocked',
  outcome: 'failed',
  app: { kind: 'spa' },
  ends: 'error',
  steps: ['Sign in', 'Press “Renew quietly”'],
  drive: async (page) => {
    await signIn(page);
    await page.waitFor(says('signed-in'));
    await page.click('#renew');
    await page.waitFor(says('error'));
  },
} as const satisfies Partial<Parameters<typeof scenario>[0]>;

export const silentScenarios = [
  scenario({
    ...silent,
    id: 'silent-blocked',
    title: 'Quiet renewal, third-party cookies blocked',
    story: 'The provider’s session cookie may travel into frames, and the browser does not let it: `login_required`.',
    thirdPartyCookies: 'block',
    proof: (_page, lab) => {
      const quiet = lab.seen.at('login.idp.example').filter((seen) => seen.target.includes('prompt=none'));
      check(quiet.length > 0 && quiet.every((seen) => !seen.cookies.includes('_session')), 'The session cookie came along.');
    },
  }),
  scenario({
    ...silent,
    id: 'silent-lax-session',
    title: 'Quiet renewal, Lax session cookie',
    story: 'Third-party cookies are allowed, but the provider’s session cookie is `SameSite=Lax` and never travels into frames.',
    thirdPartyCookies: 'allow',
    tenant: { session: 'lax' },
    proof: (_page, lab) => {
      const quiet = lab.seen.at('silent-lax-session.idp.example').filter((seen) => seen.target.includes('prompt=none'));
      check(quiet.length > 0 && quiet.every((seen) => !seen.cookies.includes('_session')), 'The session cookie came along.');
    },
  }),
];
