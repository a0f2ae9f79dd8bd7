import { answerError } from '../../observe/answer.ts';
import { lostCookies } from '../../observe/cookies.ts';
import { callbackRun } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { jsonOf } from '../../read/body.ts';
import { stringMember } from '../../read/json.ts';
import { valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Apps keep a pending login for five to fifteen minutes. */
const pendingMs = 300_000;
/** Strict providers give a code this long (FAPI 2.0; Keycloak by default); RFC 6749 allows ten minutes at most. */
const codeMs = 60_000;

export const callbackLate = defineCheck({
  id: 'callback-late',
  category: 'callback',
  kind: 'breakage',
  tier: 'std',
  title: 'Answer arrived or was used long after the start',
  severity: 'warning',
  rank: 111,
  owner: 'app',
  cites: [{ spec: 'RFC6749', section: '4.1.2' }],
  needs: ['request', 'authorization', 'response', 'callback'],
  messages: {
    late: {
      title: 'The answer came {minutes} minutes after the login began',
      plain: 'The sign-in page was open for {minutes} minutes; by then the app may have forgotten this login. Start it again.',
      text: 'Between the authorization request and the callback lie {minutes} minutes, and the app did not take the answer. Apps keep a pending login for five to fifteen minutes, so this one may have expired there.',
      fix: 'Keep pending logins for as long as the provider’s sign-in page lives, and answer a late one with a fresh login instead of an error.',
    },
    held: {
      title: 'The code was used {seconds} s after it was issued',
      plain: 'The provider’s answer lay around for {seconds} seconds before it was used, and may have expired.',
      text: 'The provider issued the code {seconds} s before it was {step}, and it was not taken. Codes live for one to ten minutes, with strict providers for less.',
      fix: 'See what lies between: a page that waits for a click, a tab that slept, an app switch. Redeem codes at once.',
    },
  },
  // GET /authorize … twenty minutes … GET /cb?code=c  → 400
  inspect({ authorization, response, callback }, scene) {
    const run = callbackRun(scene);
    if (!run || answerError(scene)) return inapplicable;
    if (callback.outcome.kind === 'pending') return inconclusive('never-finished');
    // Late is only what was too late.
    if (run.breakdown === null || run.breakdown === 'network' || run.breakdown === 'loop') return pass;
    if (scene.stage.capture.gaps.includes('times-missing')) return inconclusive('times-missing');
    const token = withRole(scene, 'token-request').at(-1) ?? null;
    const refused = token !== null && refusesGrant(scene);
    if (run.breakdown === 'token' && !refused) return pass;
    const used = token ?? callback;
    const heldMs = response.seenIn === 'location' ? used.startedAt - response.at : 0;
    if (heldMs > codeMs && valueFor(response.parameters, 'code') !== null && (token === null || refused))
      return fail('held', [at(used, 'request.url'), at(response.exchange, 'timing')], {
        data: { seconds: Math.round(heldMs / 1000), step: token ? 'sent to the token endpoint' : 'brought to the app' },
        confidence: 'possible',
      });
    const tookMs = callback.startedAt - authorization.startedAt;
    if (tookMs <= pendingMs || token !== null || cookieExplains(scene)) return pass;
    return fail('late', [at(callback, 'request.url'), at(authorization, 'request.url')], {
      data: { minutes: Math.round(tookMs / 60_000) },
      confidence: 'possible',
    });
  },
});

function refusesGrant(scene: Scene): boolean {
  const last = withRole(scene, 'token-request').findLast((e) => e.outcome.kind === 'answered');
  return last?.outcome.kind === 'answered' && stringMember(jsonOf(last.outcome.body), 'error') === 'invalid_grant';
}

/** Its own cookie is known to be lost: then the check of that cookie says why, with its age. */
const cookieExplains = (scene: Scene) => lostCookies(scene).some((lost) => lost.withheld !== null);
