import { cookieStory, lostCookies } from '../../observe/cookies.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { defaultPath } from '../../read/cookies.ts';
import { isLoopbackHost, siteOfHost } from '../../read/site.ts';
import { addressOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const cookieScopeMismatch = defineCheck({
  id: 'cookie-scope-mismatch',
  category: 'cookies',
  kind: 'breakage',
  tier: 'std',
  title: 'Login cookie does not match the callback’s host or path',
  severity: 'error',
  rank: 103,
  owner: 'app',
  cites: [{ spec: 'Cookies', section: '' }],
  needs: ['callback'],
  messages: {
    path: {
      title: 'The login cookie’s path does not cover the callback',
      plain: 'The login cookie was stored for another part of the website, so it was not sent back.',
      text: '`{cookie}` was set for the path `{path}`; the callback is at `{callback}`.',
      fix: 'Set the cookie with `Path=/`, or with the path of the callback.',
    },
    'path-case': {
      title: 'The login cookie’s path is written in another case than the callback',
      plain: 'The login cookie was stored for an address written in other letters, so it was not sent back.',
      text: '`{cookie}` was set for the path `{path}`; the callback is at `{callback}`. Cookie paths are compared by case.',
      fix: 'Write the path the same everywhere: in the cookie, in the redirect_uri and in links to the app.',
    },
    host: {
      title: 'The login cookie belongs to another host',
      plain: 'The login cookie was stored for another website address, so it was not sent back.',
      text: '`{cookie}` was set on {from}; the callback is on {to}.',
      fix: 'Begin and end the login on the same host.',
    },
  },
  // Set-Cookie: state=..; Path=/login  → GET /cb without it
  inspect({ callback }, scene) {
    const told = cookieStory(scene);
    if (told.kind === 'hidden') return inconclusive('header-hidden');
    if (told.kind === 'none') return inapplicable;
    const to = addressOf(callback.request.url);
    for (const { cookie, setBy, withheld } of lostCookies(scene)) {
      const from = addressOf(setBy.request.url);
      if (!withheld || !from || !to) continue;
      const evidence = [absentAt(callback, `request.cookie.${cookie.name}`), at(setBy, `response.cookie.${cookie.name}`)] as const;
      const severity = brokeAfterAnswer(scene) ? {} : { severity: 'warning' as const };
      if (withheld.kind === 'path' || withheld.kind === 'path-case')
        return fail(withheld.kind, evidence, {
          ...severity,
          data: { cookie: cookie.name, path: cookie.path ?? defaultPath(setBy.request.url), callback: to.path },
        });
      // Two names of one site are the business of redirect-uri-host-drift.
      if (
        withheld.kind === 'host' &&
        siteOfHost(from.host) !== siteOfHost(to.host) &&
        !(isLoopbackHost(from.host) && isLoopbackHost(to.host))
      )
        return fail('host', evidence, { ...severity, data: { cookie: cookie.name, from: from.host, to: to.host } });
    }
    return pass;
  },
});
