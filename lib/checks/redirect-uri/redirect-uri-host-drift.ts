import type { Exchange } from '../../model/exchange.ts';
import { answerError } from '../../observe/answer.ts';
import { lostCookies, setCookiesOf } from '../../observe/cookies.ts';
import { brokeAfterAnswer, callbackRun } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { isLoginName, readCookies } from '../../read/cookies.ts';
import { redirectDifference } from '../../read/redirect.ts';
import { isLoopbackHost, siteOfHost } from '../../read/site.ts';
import { addressOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const redirectUriHostDrift = defineCheck({
  id: 'redirect-uri-host-drift',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'core',
  title: 'Login starts on one host and returns to another',
  severity: 'warning',
  rank: 99,
  owner: 'app',
  cites: [
    { spec: 'Cookies', section: '' },
    { spec: 'RFC8252', section: '8.3' },
  ],
  needs: ['callback'],
  messages: {
    lost: {
      title: 'The login began on {from} and came back to {to}',
      plain: 'You started on one address and came back on another ({from} and {to}), so the app no longer recognises you.',
      text: 'The app set `{cookie}` on {from}. The answer went to {to}, where the browser does not send it: without a Domain attribute a cookie belongs to one host only.',
      fix: 'Use one host for start and return: send visitors to it before the login begins, and use it in the redirect_uri. On development machines open the app under the same name the redirect_uri has (localhost or 127.0.0.1).',
      severity: 'error',
    },
    elsewhere: {
      title: 'The login began on {from} and came back to {to}',
      plain: 'You started on one address and came back on another ({from} and {to}), so the app no longer recognises you.',
      text: 'The login began on {from} with `{cookie}`. The answer went to {to}, where the browser has no cookie of {from}, and the app then failed.',
      fix: 'Let the redirect_uri name the host the visitor is on, or send visitors to the host of the redirect_uri before the login begins. A setting of another environment is the usual reason.',
      severity: 'error',
    },
    unseen: {
      title: 'The login began on {from} and came back to {to}',
      plain: 'You started on one address and came back on another ({from} and {to}); then the app failed.',
      text: 'The login began on {from}, the answer went to {to}, and the app then failed. What it had stored under the first name (cookies, browser storage) is not there under the second. The cookies themselves are not in this capture.',
      fix: 'Use one host for start and return: send visitors to it before the login begins, and use it in the redirect_uri.',
      severity: 'error',
    },
  },
  // https://www.app.example/login (sets a cookie)  → ... → https://app.example/cb without it
  inspect({ callback }, scene) {
    const start = startOf(scene);
    // What was refused at the provider was not lost on the way back.
    if (!start || answerError(scene)) return inapplicable;
    const from = addressOf(start.request.url);
    const to = addressOf(callback.request.url);
    if (!from || !to || from.host === to.host) return pass;
    const related = siteOfHost(from.host) === siteOfHost(to.host) || (isLoopbackHost(from.host) && isLoopbackHost(to.host));
    const data = { from: from.host, to: to.host };
    if (!related) {
      const left = leftBehind(scene, start, callback);
      if (left === null) return pass;
      return fail('elsewhere', [at(callback, 'request.url'), at(start, 'request.url')], {
        data: { ...data, cookie: left },
        confidence: 'likely',
      });
    }
    const lost = lostCookies(scene).find((t) => t.withheld?.kind === 'host');
    if (lost) {
      const evidence = [
        absentAt(callback, `request.cookie.${lost.cookie.name}`),
        at(lost.setBy, `response.cookie.${lost.cookie.name}`),
      ] as const;
      return brokeAfterAnswer(scene)
        ? fail('lost', evidence, { data: { ...data, cookie: lost.cookie.name } })
        : fail('lost', evidence, { data: { ...data, cookie: lost.cookie.name }, severity: 'warning' });
    }
    const left = leftBehind(scene, start, callback);
    if (left !== null)
      return fail('elsewhere', [at(callback, 'request.url'), at(start, 'request.url')], {
        data: { ...data, cookie: left },
        confidence: 'likely',
      });
    if (readCookies(callback.request.headers) !== 'hidden') return pass;
    const named = redirectDifference(start.request.url, callback.request.url);
    if (!brokeAfterAnswer(scene) || (named !== 'www' && named !== 'loopback-name')) return inconclusive('header-hidden');
    return fail('unseen', [at(callback, 'request.url'), at(start, 'request.url')], { data, confidence: 'likely' });
  },
});

/**
 * A session cookie of the host where the login began, when the callback on another host failed without a single cookie
 * of it. Null when anything came along, or nothing is known.
 */
function leftBehind(scene: Scene, start: Exchange, callback: Exchange): string | null {
  const run = callbackRun(scene);
  if ((run?.breakdown !== 'status' && run?.breakdown !== 'error-page') || (run.status ?? 0) >= 500) return null;
  const came = readCookies(callback.request.headers);
  const had = readCookies(start.request.headers);
  const set = setCookiesOf(start);
  // A cookie that is known to be for another host says it better (cookie-scope-mismatch).
  if (lostCookies(scene).length > 0) return null;
  if (came === 'hidden' || had === 'hidden' || set === 'hidden') return null;
  const there = [...set.filter((cookie) => !cookie.deletes).map((cookie) => cookie.name), ...had.map((pair) => pair.name)];
  if (there.length === 0 || there.some((name) => came.some((pair) => pair.name === name))) return null;
  return there.find(isLoginName) ?? null;
}

/** The last hop on the app's side before the provider: where the pending login was stored. */
function startOf(scene: Scene): Exchange | null {
  return withRole(scene, 'start').at(-1) ?? null;
}
