import { browserLimits } from '../../field/limits/browsers.ts';
import type { Refusal } from '../../model/cookie.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Evidence } from '../../model/place.ts';
import { lostCookies, setCookiesOf } from '../../observe/cookies.ts';
import { brokeAfterAnswer, callbackRun } from '../../observe/run.ts';
import { withRole } from '../../observe/scene.ts';
import { isBystander, isLoginName, refusalOf, type SetCookie } from '../../read/cookies.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const rules: Readonly<Record<Refusal, readonly [why: string, fix: string]>> = {
  'too-large': [
    'name and value together have {bytes} bytes; browsers drop a cookie over 4,096 without a word',
    'Keep the data on the server and only a key in the cookie, or split it into several cookies.',
  ],
  'control-character': ['it contains a control character', 'Encode the value.'],
  'host-prefix': [
    'a name that begins with `__Host-` needs Secure, Path=/ and no Domain',
    'Set Secure and Path=/ and leave Domain out, or drop the prefix.',
  ],
  'http-prefix': ['a name that begins with `__Http-` or `__Host-Http-` needs HttpOnly', 'Set HttpOnly, or drop the prefix.'],
  'secure-prefix': ['a name that begins with `__Secure-` needs the Secure attribute', 'Set Secure, or drop the prefix.'],
  'secure-on-http': [
    'it is marked Secure but was set over plain http',
    'Serve the site over https; behind a TLS proxy, make the app trust its forwarded headers. On a development machine use localhost.',
  ],
  'none-without-secure': [
    'SameSite=None is only accepted together with Secure',
    'Add Secure, over https; or use SameSite=Lax where the answer comes by GET.',
  ],
  'partitioned-without-secure': ['Partitioned is only accepted together with Secure', 'Add Secure.'],
  'domain-mismatch': ['its Domain does not cover the host that set it', 'Leave Domain out, or use the site’s own domain.'],
  'public-suffix': ['its Domain is a public suffix, which browsers refuse', 'Leave Domain out.'],
};

export const setCookieRejected = defineCheck({
  id: 'set-cookie-rejected',
  category: 'cookies',
  kind: 'breakage',
  tier: 'core',
  title: 'Cookie needed for the login is refused by the browser',
  severity: 'error',
  rank: 100,
  owner: 'app',
  cites: [{ spec: 'Cookies', section: '', level: 'MUST' }],
  needs: [],
  messages: {
    transaction: {
      title: 'The browser refused the login cookie',
      plain: 'The website tried to remember your login, but its cookie breaks a browser rule and was thrown away.',
      text: 'The app set `{cookie}` when the login began; the browser did not store it: {why}.',
      fix: '{fix}',
    },
    session: {
      title: 'The browser refused the session cookie',
      plain: 'The website tried to keep you signed in, but its cookie breaks a browser rule and was thrown away.',
      text: 'After the answer the app set `{cookie}`; the browser did not store it: {why}. The next request comes without it, so the app does not know the user.',
      fix: '{fix}',
    },
    'not-kept': {
      title: 'The browser did not keep a cookie of this login',
      plain: 'The browser did not keep the website’s login cookie. Try again in a window without add-ons.',
      text: 'The app set `{cookie}` and no rule of the browser speaks against it, but right after it was not in the cookie jar. Another extension, a privacy setting or more than {most} cookies of one site can do that.',
      fix: 'Try in a fresh profile without extensions. If the cookie is lost there as well, count the cookies of the site.',
      owner: 'browser',
    },
    unharmed: {
      title: 'The browser refused a cookie of this login',
      plain: 'One of the website’s cookies breaks a browser rule and was thrown away; the login worked all the same.',
      text: 'The app set `{cookie}`; the browser did not store it: {why}.',
      fix: '{fix}',
      severity: 'warning',
    },
  },
  // https://app/login  Set-Cookie: state=..; SameSite=None  (no Secure)
  inspect(_, scene) {
    const starts = withRole(scene, 'start');
    const run = callbackRun(scene);
    const ends = run ? [...run.chain, ...withRole(scene, 'app').filter((e) => !run.chain.includes(e))] : [];
    if (starts.length === 0 && ends.length === 0) return inapplicable;
    const broke = brokeAfterAnswer(scene);
    const lost = lostCookies(scene).find((t) => t.withheld?.kind === 'refused' || t.withheld?.kind === 'not-stored');
    if (lost) {
      const rule = lost.withheld?.kind === 'refused' ? lost.withheld.rule : null;
      const evidence = [
        at(lost.setBy, `response.cookie.${lost.cookie.name}`),
        ...(run ? [absentAt(run.callback, `request.cookie.${lost.cookie.name}`)] : []),
      ] as const;
      return rule === null
        ? notKept(lost.cookie, evidence, broke)
        : fail(broke ? 'transaction' : 'unharmed', evidence, { data: dataOf(lost.cookie, rule) });
    }
    let hidden = false;
    let seen = false;
    for (const exchange of ends) {
      const lines = setCookiesOf(exchange);
      if (lines === 'hidden') hidden = true;
      else
        for (const cookie of lines) {
          if (cookie.deletes || isBystander(cookie.name)) continue;
          seen = true;
          const rule = refusalOf(cookie, exchange.request.url);
          const unkept = rule === null && wasNotKept(exchange, cookie);
          if (rule === null && !unkept) continue;
          const fatal =
            broke && run?.callback.outcome.kind !== 'failed' && (isLoginName(cookie.name) || cookie.httpOnly || rule === 'too-large');
          const evidence = [at(exchange, `response.cookie.${cookie.name}`)] as const;
          return rule === null
            ? notKept(cookie, evidence, fatal)
            : fail(fatal ? 'session' : 'unharmed', evidence, { data: dataOf(cookie, rule) });
        }
    }
    for (const exchange of starts) if (setCookiesOf(exchange) === 'hidden') hidden = true;
    if (hidden) return inconclusive('header-hidden');
    return seen || starts.some((e) => setCookiesOf(e).length > 0) ? pass : inapplicable;
  },
});

/** The jar lacked it right after, and no rule tells why (eviction, a setting, another extension). */
function wasNotKept(exchange: Exchange, cookie: SetCookie): boolean {
  return exchange.jar.seen && exchange.jar.value.kept.some((k) => k.name === cookie.name && !k.stored);
}

function notKept(cookie: SetCookie, evidence: readonly [Evidence, ...Evidence[]], fatal: boolean) {
  return fail('not-kept', evidence, {
    data: { cookie: cookie.name, most: browserLimits.cookiesPerSite },
    confidence: 'likely',
    ...(fatal ? {} : { severity: 'warning' }),
  });
}

function dataOf(cookie: SetCookie, rule: Refusal) {
  const [why, fix] = rules[rule];
  return { cookie: cookie.name, why: why.replace('{bytes}', cookie.nameValueBytes.toLocaleString('en-US')), fix, rule };
}
