import { setCookiesOf } from '../../observe/cookies.ts';
import { foreignSource } from '../../observe/foreign.ts';
import { callbackRun } from '../../observe/run.ts';
import { isLoginName } from '../../read/cookies.ts';
import { headerValue } from '../../read/headers.ts';
import { valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const callbackWithoutRequest = defineCheck({
  id: 'callback-without-request',
  category: 'callback',
  kind: 'breakage',
  tier: 'core',
  title: 'Login answer that this browser did not ask for',
  severity: 'info',
  rank: 160,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '10.12', level: 'MUST' },
    { spec: 'RFC6819', section: '4.4.1.8' },
  ],
  needs: ['response'],
  messages: {
    accepted: {
      title: 'The app accepted a login answer that nobody here asked for',
      plain: 'The app took a login answer that no login in this browser asked for. Somebody else’s account may now be signed in here.',
      text: 'An answer without `state` arrived from {from}, no login in this capture asked for it, and the app set `{cookie}` all the same. That is how a stranger’s account is planted in a browser (login CSRF).',
      fix: 'Send `state` (or use PKCE or nonce), tie it to the browser session, and refuse every answer that does not match a pending login.',
      severity: 'error',
    },
    foreign: {
      title: 'A login answer arrived from another site without a login here',
      plain: 'The app received a login answer that does not belong to any login started here: it was opened from elsewhere, or planted.',
      text: 'An answer arrived from {from}; no login in this capture asked for it.',
      fix: 'Refuse answers without a matching pending login, and restart the login in the same browser.',
      severity: 'warning',
      owner: 'user',
      insists: true,
    },
    late: {
      title: 'The recording began after the login did',
      plain: 'The recording started in the middle of a login, so its beginning is missing.',
      text: 'An answer was recorded, its request was not. What went out can not be compared with what came back.',
      fix: 'Start recording before the login, then try again.',
      owner: 'user',
    },
  },
  // GET /cb?code=c&iss=...  (and no authorization request anywhere)
  inspect({ response }, scene) {
    if (!scene.flow.orphan) return pass;
    const run = callbackRun(scene);
    const callback = run?.callback;
    const result = response.parameters.find(
      (p) => p.name === 'code' || p.name === 'id_token' || p.name === 'access_token' || p.name === 'error',
    );
    if (!callback || !result) return inapplicable;
    if (
      scene.stage.capture.gaps.some(
        (gap) =>
          gap === 'worker-restarted' ||
          gap === 'browser-restarted' ||
          gap === 'capture-started-late' ||
          gap === 'evicted' ||
          gap === 'not-granted',
      )
    )
      return inconclusive('capture-started-late');
    const from = foreignSource(scene);
    if (from === null) return fail('late', [atParameter(result)], { confidence: 'likely' });
    const set = setCookiesOf(callback);
    const session = set === 'hidden' ? undefined : set.find((c) => !c.deletes && isLoginName(c.name));
    const stateless = valueFor(response.parameters, 'state') === null;
    if (session && stateless && run.breakdown === null && valueFor(response.parameters, 'error') === null)
      return fail(
        'accepted',
        [atParameter(result), absentAt(callback, 'request.query.state'), at(callback, `response.cookie.${session.name}`)],
        { data: { from, cookie: session.name }, confidence: 'likely' },
      );
    const referer = headerValue(callback.request.headers, 'referer') === null ? [] : [at(callback, 'request.header.referer')];
    return fail('foreign', [atParameter(result), ...referer], { data: { from }, confidence: 'likely' });
  },
});
