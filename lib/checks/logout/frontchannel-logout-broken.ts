import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import { cookiesInFrame } from '../../observe/frames.ts';
import { embedderOf, frameRule, stoppedByRule } from '../../observe/framing.ts';
import { isAbort } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { valueFor } from '../../read/parameters.ts';
import { hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, inapplicable, inconclusive, pass, problem, verdictOf } from '../verdict.ts';

type Message = 'framed' | 'failed' | 'third-party' | 'same-site' | 'identifiers';

export const frontchannelLogoutBroken = defineCheck({
  id: 'frontchannel-logout-broken',
  category: 'logout',
  kind: 'remark',
  tier: 'ext',
  title: 'App was not signed out by the provider’s frame',
  severity: 'warning',
  rank: 152,
  owner: 'app',
  flows: ['logout'],
  cites: [
    { spec: 'OIDCFrontChannel', section: '2' },
    { spec: 'OIDCFrontChannel', section: '4.1' },
  ],
  needs: [],
  messages: {
    framed: {
      title: '{host} refuses the frame in which the provider tells it of the logout',
      plain: 'The provider could not fully sign you out of {host}.',
      text: 'The provider’s page opened the logout address of {host} in a frame, and that address forbids frames ({rule}). The request still reached the server, so what the server does alone has been done; scripts of that page did not run.',
      fix: 'Leave the header out for the `frontchannel_logout_uri`, or name the provider in `frame-ancestors`. Back-channel logout needs no frame.',
    },
    failed: {
      title: 'The logout address of {host} failed in the provider’s frame ({result})',
      plain: 'The provider could not sign you out of {host}, so you may still be signed in there.',
      text: 'The provider’s page opened the logout address of {host} in a frame: {result}. Whoever was signed in there still is.',
      fix: 'Open the `frontchannel_logout_uri` by itself: it has to answer with status 200 to anybody. Check whether the registered address is still right.',
    },
    'third-party': {
      title: 'The browser withheld the cookies of {host} from the provider’s logout frame',
      plain: 'Your browser keeps sites inside other sites apart, so the provider could not sign you out of {host}.',
      text: 'The provider’s page opened the logout address of {host} in a frame, where the browser does not send its session cookie `{cookie}`. The app can not tell from this request whose session should end.',
      fix: 'Let the app find the session by `sid` and end it on the server, or use back-channel logout, which needs no browser.',
      owner: 'browser',
    },
    'same-site': {
      title: 'The session cookie of {host} does not travel into the provider’s logout frame',
      plain: 'The provider could not sign you out of {host}: its sign-in cookie stays behind in frames of other sites.',
      text: 'The provider’s page opened the logout address of {host} in a frame of another site. The session cookie `{cookie}` is SameSite=Lax or Strict, which never goes there. The app can not tell from this request whose session should end.',
      fix: 'Let the app find the session by `sid` and end it on the server, or use back-channel logout. SameSite=None would help only where third-party cookies are allowed.',
    },
    identifiers: {
      title: 'The provider’s logout frame names {present} and not {missing}',
      plain: 'The provider told {host} to sign you out without saying exactly which session is meant.',
      text: 'The request to the logout address of {host} carries `{present}` and no `{missing}`. Where one is sent, the other has to be.',
      fix: 'Report it to the provider; see `frontchannel_logout_session_required` in the registration.',
      severity: 'info',
      owner: 'provider',
    },
  },
  // frame: GET https://shop/signed-out?iss=..&sid=..  → 200, X-Frame-Options: DENY
  inspect(_, scene) {
    const frames = withRole(scene, 'frontchannel-logout');
    const firsts = frames.filter((e) => e.previousHop === null || !frames.some((other) => other.id === e.previousHop));
    if (firsts.length === 0) return inapplicable;
    const told = firsts.map((first) => judge(scene, first, lastOf(frames, first)));
    const problems = told.flatMap((one) => (Array.isArray(one) ? one : []));
    if (problems.length > 0) return verdictOf(problems);
    const unsure = told.find((one) => typeof one === 'string');
    return unsure === undefined || Array.isArray(unsure) ? pass : inconclusive(unsure);
  },
});

/** Where the redirects of a frame end. */
function lastOf(frames: readonly Exchange[], first: Exchange): Exchange {
  let last = first;
  for (let next = frames.find((e) => e.previousHop === last.id); next; next = frames.find((e) => e.previousHop === last.id)) last = next;
  return last;
}

function judge(
  scene: Scene,
  first: Exchange,
  last: Exchange,
): Problem<Message>[] | 'never-finished' | 'header-hidden' | 'jar-not-readable' {
  const host = hostOf(first.request.url);
  const embedder = embedderOf(first);
  const { outcome } = last;
  const stopped = outcome.kind === 'failed' ? stoppedByRule.exec(outcome.reason)?.[0] : undefined;
  if (outcome.kind === 'pending') return 'never-finished';
  if (outcome.kind === 'failed' && stopped === undefined)
    // The provider's page goes on as soon as it likes, and takes its frames along.
    return isAbort(outcome.reason)
      ? 'never-finished'
      : [problem('failed', [at(last, 'outcome.reason'), at(first, 'request.url')], { data: { host, result: 'no answer came' } })];
  if (outcome.kind === 'answered' && outcome.status >= 400)
    return [
      problem('failed', [at(last, 'response.status'), at(first, 'request.url')], { data: { host, result: `HTTP ${outcome.status}` } }),
    ];
  const rule = frameRule(outcome.headers, embedder, last.request.url);
  const found: Problem<Message>[] = [];
  if (rule !== null && rule !== 'hidden')
    found.push(problem('framed', [at(last, rule.place), at(first, 'request.url')], { data: { host, rule: rule.says } }));
  else if (stopped !== undefined)
    found.push(
      problem('framed', [at(last, 'outcome.reason'), at(first, 'request.url')], { data: { host, rule: `the browser says ${stopped}` } }),
    );
  const cookies = embedder === null ? null : cookiesInFrame(scene, first, embedder);
  if (cookies?.kind === 'blocked' || cookies?.kind === 'same-site')
    found.push(
      problem(
        cookies.kind === 'blocked' ? 'third-party' : 'same-site',
        [absentAt(first, `request.cookie.${cookies.names[0] ?? ''}`), at(cookies.setBy ?? first, 'request.url')],
        { data: { host, cookie: cookies.names[0] ?? '' }, confidence: 'likely' },
      ),
    );
  found.push(...identifiers(first, host));
  if (found.length > 0) return found;
  if (rule === 'hidden') return 'header-hidden';
  return cookies?.kind === 'hidden' ? cookies.why : [];
}

function identifiers(frame: Exchange, host: string): Problem<Message>[] {
  const { query } = readUrl(frame.request.url);
  const [iss, sid] = [valueFor(query, 'iss'), valueFor(query, 'sid')];
  if ((iss === null) === (sid === null)) return [];
  const [present, missing] = iss === null ? (['sid', 'iss'] as const) : (['iss', 'sid'] as const);
  return [problem('identifiers', [absentAt(frame, `request.query.${missing}`)], { data: { host, present, missing } })];
}
