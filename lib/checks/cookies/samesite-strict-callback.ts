import { cookieStory, isCrossSiteArrival, lostCookies, setCookiesOf } from '../../observe/cookies.ts';
import { brokeAfterAnswer, callbackRun } from '../../observe/run.ts';
import { isLoginName, readCookies } from '../../read/cookies.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const samesiteStrictCallback = defineCheck({
  id: 'samesite-strict-callback',
  category: 'cookies',
  kind: 'breakage',
  tier: 'core',
  title: 'SameSite=Strict cookie can not survive the return from the provider',
  severity: 'error',
  rank: 101,
  owner: 'app',
  cites: [
    { spec: 'Cookies', section: '' },
    { spec: 'BrowserApps', section: '' },
  ],
  needs: ['callback'],
  messages: {
    transaction: {
      title: 'The login cookie is SameSite=Strict',
      plain: 'The login cookie is marked "never send when coming from another site", and a login always comes back from another site.',
      text: 'The app set `{cookie}` with SameSite=Strict. The answer comes from the provider’s site, so the browser leaves the cookie out at the callback.',
      fix: 'Use SameSite=Lax for the cookie that holds the pending login.',
    },
    session: {
      title: 'The session cookie is SameSite=Strict and missing on the first page',
      plain: 'You were signed in, but the first page does not know it yet: the session cookie is not sent when coming from another site.',
      text: 'The callback set `{cookie}` with SameSite=Strict. The next hop still belongs to the chain that began at the provider, so the browser left the cookie out.',
      fix: 'Use SameSite=Lax for the session cookie, or end the chain: answer the callback with a small page that goes on by itself.',
    },
  },
  // Set-Cookie: state=..; SameSite=Strict  → GET /cb from another site without it
  inspect({ callback }, scene) {
    const told = cookieStory(scene);
    const run = callbackRun(scene);
    const lost = lostCookies(scene).find((t) => t.withheld?.kind === 'strict');
    if (lost) {
      const evidence = [
        absentAt(callback, `request.cookie.${lost.cookie.name}`),
        at(lost.setBy, `response.cookie.${lost.cookie.name}`),
      ] as const;
      const data = { cookie: lost.cookie.name };
      return brokeAfterAnswer(scene)
        ? fail('transaction', evidence, { data })
        : fail('transaction', evidence, { data, severity: 'warning' });
    }
    const set = setCookiesOf(callback);
    const next = run?.chain[1];
    if (set !== 'hidden' && next && isCrossSiteArrival(scene, callback)) {
      const sent = readCookies(next.request.headers);
      const strict = set.find(
        (c) =>
          c.sameSite === 'strict' &&
          !c.deletes &&
          isLoginName(c.name) &&
          sent !== 'hidden' &&
          !sent.some((pair) => pair.name === c.name && pair.value === c.value),
      );
      if (strict) {
        const evidence = [absentAt(next, `request.cookie.${strict.name}`), at(callback, `response.cookie.${strict.name}`)] as const;
        return brokeAfterAnswer(scene)
          ? fail('session', evidence, { data: { cookie: strict.name } })
          : fail('session', evidence, { data: { cookie: strict.name }, severity: 'warning' });
      }
    }
    if (told.kind === 'hidden') return inconclusive('header-hidden');
    return told.kind === 'none' && (set === 'hidden' || set.length === 0) ? inapplicable : pass;
  },
});
