import type { Exchange } from '../../model/exchange.ts';
import type { AuthorizationRequest } from '../../model/flow.ts';
import type { Evidence } from '../../model/place.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { exchangeOf, withRole } from '../../observe/scene.ts';
import { isBystander, readCookies } from '../../read/cookies.ts';
import { header } from '../../read/headers.ts';
import { sameSite } from '../../read/site.ts';
import { hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const browserBindingMissing = defineCheck({
  id: 'browser-binding-missing',
  aliases: ['no-browser-binding'],
  category: 'state',
  kind: 'weakness',
  tier: 'std',
  title: 'The start of the login leaves no trace in this browser',
  severity: 'warning',
  rank: 906,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '2.1', level: 'MUST' },
    { spec: 'RFC6749', section: '10.12', level: 'MUST' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    unbound: {
      title: 'The login was started without leaving anything in this browser',
      plain: 'The app started the login without a mark in this browser, so it may not be able to tell whether the answer belongs to you.',
      text: 'The server at {host} sent the browser to the provider. The request to it had no cookie of the app, its answer set none{callback}. Whatever the server remembers of this login, any other browser can bring the answer.',
      fix: 'Before redirecting, keep `state`, nonce and verifier in a session that a cookie of this browser leads to, and compare them at the callback. Some frameworks leave out `Secure` cookies in silence when they believe they are on plain http.',
    },
  },
  // GET https://app.example/login (no cookie)  → 302 /authorize?state=... (no Set-Cookie)
  inspect({ request, authorization }, scene) {
    const start = exchangeOf(scene, authorization.previousHop);
    if (!start || start.fromCache || start.outcome.kind !== 'redirected' || start.outcome.by !== 'server') return inapplicable;
    // Without any of them `state-missing` has said it.
    const made = [request.state, request.nonce, request.codeChallenge].flatMap((p) => (p && p.value !== '' ? [p.value] : []));
    const target = scene.flow.response?.target ?? request.redirectUri;
    if (made.length === 0 || target === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    const starts = withRole(scene, 'start');
    if (!starts.includes(start) || !sameSite(start.request.url, target)) return inapplicable;
    // A page that made the values itself keeps them where only its scripts see them.
    if (madeByPage(start, request)) return pass;
    const callback = exchangeOf(scene, scene.flow.response?.callback);
    const traces = [...starts.map((e) => traceOf(e, setCookiesOf(e))), ...(callback ? [traceOf(callback, [])] : [])];
    if (traces.includes('there')) return pass;
    if (traces.includes('hidden')) return inconclusive('header-hidden');
    const evidence: [Evidence, ...Evidence[]] = [at(start, 'request.url'), ...gapsAt(start)];
    const data = { host: hostOf(start.request.url), callback: callback ? ', and the callback came without one' : '' };
    return fail('unbound', evidence, { data, confidence: 'possible' });
  },
});

/** A cookie of the app, or credentials that the browser sends by itself. */
function traceOf({ request: { headers } }: Exchange, set: ReturnType<typeof setCookiesOf>): 'there' | 'none' | 'hidden' {
  const sent = readCookies(headers);
  const authorization = header(headers, 'authorization');
  const names = [...(sent === 'hidden' ? [] : sent), ...(set === 'hidden' ? [] : set)].map(({ name }) => name);
  if (authorization.kind === 'present' || names.some((name) => !isBystander(name))) return 'there';
  return sent === 'hidden' || set === 'hidden' ? 'hidden' : 'none';
}

function madeByPage(start: Exchange, { state, nonce, codeChallenge }: AuthorizationRequest): boolean {
  return [state, nonce, codeChallenge].some((p) => p && p.value.length >= 8 && start.request.url.includes(p.raw));
}

function gapsAt(start: Exchange): readonly Evidence[] {
  const { request, outcome } = start;
  const answer = outcome.kind === 'pending' ? null : outcome.headers;
  return [
    ...(header(request.headers, 'cookie').kind === 'absent' ? [absentAt(start, 'request.header.cookie')] : []),
    ...(answer && header(answer, 'set-cookie').kind === 'absent' ? [absentAt(start, 'response.header.set-cookie')] : []),
  ];
}
