import type { Exchange } from '../../model/exchange.ts';
import { answerError } from '../../observe/answer.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { callbackRun } from '../../observe/run.ts';
import { exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { isLoginName, readCookies } from '../../read/cookies.ts';
import { piecesOf } from '../../read/pieces.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const sessionNotEstablished = defineCheck({
  id: 'session-not-established',
  category: 'cookies',
  kind: 'breakage',
  tier: 'core',
  title: 'Login finished but the next page does not know the user',
  severity: 'error',
  rank: 140,
  owner: 'app',
  flows: ['login'],
  cites: [{ spec: 'RFC6749', section: '4.1.2' }],
  needs: ['response', 'callback'],
  messages: {
    'cookie-missing': {
      title: 'The session cookie set by the callback did not come back',
      plain: 'You were signed in for a moment, but the website forgot it right away.',
      text: 'The callback set `{cookie}`, and the next request to the app came without it; the app then {did}.',
      fix: 'Look at the cookie’s Domain, Path, Secure and SameSite against the next page’s address.',
    },
    forgotten: {
      title: 'The app did not recognise its own session',
      plain: 'You were signed in for a moment, but the website forgot it right away.',
      text: 'The callback accepted the answer, and the session cookie was sent with the next request; the app {did} all the same.',
      fix: 'The session is lost on the server: look for several instances without a shared session store or sticky sessions, a restart, differing encryption keys, or clocks that differ.',
    },
    'pieces-missing': {
      title: 'A part of the session cookie is missing',
      plain: 'You were signed in for a moment, but a part of the website’s session did not reach your browser.',
      text: 'The session is split over several cookies (`{family}…`). The request after the callback carried {have} of at least {count}; the app then {did}. The rest never reached the browser or was not kept.',
      fix: 'Hand on every Set-Cookie line: a proxy that asks the app about each request (nginx `auth_request`) keeps only the first unless it is told otherwise. Or keep the session on the server, so that its cookie is small.',
    },
    'no-cookie': {
      title: 'The callback set no session cookie',
      plain: 'You came back from the provider, but the website did not remember that you are signed in.',
      text: 'The callback took the answer and set no session cookie; the app then {did}.',
      fix: 'Find out why the callback stores no session: an exception that leads back to the login, or a cookie the framework leaves out because it believes the connection is http.',
    },
    restarted: {
      title: 'The app does not know the user right after the login',
      plain: 'You were signed in for a moment, but the website forgot it right away.',
      text: 'The callback took the answer, and the app then {did}. Its cookies are not in this capture, so the reason can not be told.',
      fix: 'Record again with cookies included. Then compare what the callback sets with what the next request sends.',
    },
    forbidden: {
      title: 'The first page after the login answered HTTP {status}',
      plain: 'You are signed in, but this account may not open the page.',
      text: 'The callback accepted the answer; the page after it answered HTTP {status} although a session cookie was sent.',
      fix: 'Check the roles and groups this user has in the app.',
      severity: 'warning',
      owner: 'user',
      insists: true,
    },
  },
  // GET /cb?code=..  → 302 /home  → 302 /login  → /authorize again
  inspect({ callback }, scene) {
    const run = callbackRun(scene);
    if (!run || answerError(scene)) return inapplicable;
    const landing = run.breakdown === 'bounced' ? run.at : landingRefused(scene, run.callback);
    if (run.breakdown !== 'restart' && !landing) return run.breakdown === null ? pass : inapplicable;
    const shownBy = landing ?? exchangeOf(scene, run.restartedBy?.request?.exchange);
    if (!shownBy) return inapplicable;
    const refused = landing?.outcome.kind === 'answered' ? landing.outcome.status : 0;
    const did = !landing ? 'started another login' : refused < 400 ? 'sent the user to its own sign-in page' : `answered HTTP ${refused}`;
    const sign = landing ? at(landing, 'response.status') : at(shownBy, 'request.url');
    const set = setCookiesOf(callback);
    const next = landing?.where.kind === 'fetch' ? landing : nextOnClient(scene);
    const sent = next ? readCookies(next.request.headers) : [];
    if (set === 'hidden' || sent === 'hidden')
      // Even without cookies in the capture it is plain to see that the user is not known; why, is not.
      return refused === 403 ? inconclusive('header-hidden') : fail('restarted', [sign], { data: { did }, confidence: 'likely' });
    const session = set.filter((c) => !c.deletes && (isLoginName(c.name) || c.httpOnly));
    const missing = next ? session.find((c) => !sent.some((pair) => pair.name === c.name)) : undefined;
    if (missing && next)
      return fail(
        'cookie-missing',
        [absentAt(next, `request.cookie.${missing.name}`), at(callback, `response.cookie.${missing.name}`), sign],
        { data: { cookie: missing.name, did } },
      );
    const torn = piecesOf(sent).find((p) => p.missing.length > 0 && isLoginName(p.family));
    if (torn && next)
      return fail(
        'pieces-missing',
        [
          absentAt(next, `request.cookie.${torn.family}${torn.missing[0]}`),
          at(next, `request.cookie.${torn.family}${torn.have[0] ?? ''}`),
          sign,
        ],
        { data: { family: torn.family, have: torn.have.length, count: torn.have.length + torn.missing.length, did }, confidence: 'likely' },
      );
    if (session.length === 0 && sent.filter((pair) => isLoginName(pair.name)).length === 0)
      return fail('no-cookie', [absentAt(callback, 'response.header.set-cookie'), sign], { data: { did } });
    if (refused === 403) return fail('forbidden', [sign], { data: { status: 403 }, confidence: 'likely' });
    return fail('forgotten', [sign, at(callback, 'response.status')], { data: { did }, confidence: 'likely' });
  },
});

/** The page the callback led to refuses the user it has just signed in. */
function landingRefused(scene: Scene, callback: Exchange): Exchange | null {
  if (callback.outcome.kind !== 'redirected' && !(callback.outcome.kind === 'answered' && callback.outcome.status < 400)) return null;
  // Pages further on are the user's own doing.
  const next = withRole(scene, 'app').filter((e) => e.id !== callback.id && e.outcome.kind === 'answered');
  const page = next.find((e) => e.where.kind !== 'fetch');
  if (page && statusOf(page) !== 401 && statusOf(page) !== 403) return lostInCall(callback, next);
  return page ?? null;
}

const statusOf = ({ outcome }: Exchange) => (outcome.kind === 'answered' ? outcome.status : 0);

/** The page shows, and its first call is not known as the user's, for want of the cookie the callback has just set. */
function lostInCall(callback: Exchange, next: readonly Exchange[]): Exchange | null {
  const call = next.find((e) => e.where.kind === 'fetch' && statusOf(e) === 401);
  const set = setCookiesOf(callback);
  const sent = call ? readCookies(call.request.headers) : 'hidden';
  if (!call || set === 'hidden' || sent === 'hidden') return null;
  const missing = set.some((c) => !c.deletes && (isLoginName(c.name) || c.httpOnly) && !sent.some((pair) => pair.name === c.name));
  return missing && originOf(call.request.url) === originOf(callback.request.url) ? call : null;
}

/** The first request to the app after the callback: there the session cookie is due. */
function nextOnClient(scene: Scene): Exchange | null {
  return withRole(scene, 'app').find((e) => e.where.kind !== 'fetch') ?? null;
}
