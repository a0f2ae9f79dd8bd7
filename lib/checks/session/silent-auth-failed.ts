import type { Exchange } from '../../model/exchange.ts';
import { answerError, providerStop } from '../../observe/answer.ts';
import { frameCookies } from '../../observe/frames.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { valueFor } from '../../read/parameters.ts';
import { hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Libraries give a silent request up after about this long (MSAL, oidc-client-ts). */
const patienceMs = 10_000;

export const silentAuthFailed = defineCheck({
  id: 'silent-auth-failed',
  category: 'session',
  kind: 'breakage',
  tier: 'std',
  title: 'Silent sign-in came back without a session',
  severity: 'info',
  rank: 63,
  owner: 'user',
  cites: [
    { spec: 'OIDCCore', section: '3.1.2.1' },
    { spec: 'OIDCCore', section: '3.1.2.6' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    'no-session': {
      title: 'Nobody is signed in at the provider',
      plain: 'The app asked quietly whether you are signed in; the provider said no. That is normal.',
      text: 'A silent request was answered with `{code}`: {reason}. This is the expected answer when there is no session.',
      fix: 'Start a visible login when the user wants one.',
    },
    withheld: {
      title: 'The provider could not see whether anybody is signed in',
      plain: 'The app asked quietly whether you are signed in; the provider was not shown its cookie, so it said no.',
      text: 'A silent request was answered with `{code}`: {reason}. The provider’s session cookie did not travel into the frame, so this answer says nothing about the user.',
      fix: 'See the finding on the cookie. Ask in a full page, or renew with refresh tokens.',
      owner: 'browser',
    },
    interaction: {
      title: 'The provider wants to ask the user first',
      plain: 'The app asked quietly whether you are signed in; the provider wants to ask you something first. That is normal.',
      text: 'A silent request was answered with `{code}`: {reason}. The provider may not show a page to a silent request, so it answers with this.',
      fix: 'Start a visible login. If it comes for every user, see which consent or second step the provider asks for, and grant it once.',
    },
    'no-answer': {
      title: 'The silent request was answered with a page instead of an answer',
      plain: 'The app asked quietly whether you are signed in and got no answer it can read.',
      text: 'A request with `prompt=none` ended on a page of {host} (HTTP {status}), and nothing came back to the app within {seconds} s. The provider has to answer it with a redirect, with an error if need be.',
      fix: 'See what that page shows: a consent, a choice of account, or a script that could not run in a frame. Give such requests up after a few seconds and start a visible login.',
      severity: 'warning',
      owner: 'provider',
    },
  },
  // GET /authorize?prompt=none  → /cb?error=login_required
  inspect({ request }, scene) {
    const { flow } = scene;
    if (!flow.silent) return inapplicable;
    const error = answerError(scene);
    if (error) {
      const parameter = flow.response?.parameters.find((p) => p.name === 'error');
      if (!parameter || error.meaning.kind !== 'no-session') return inapplicable;
      const data = { code: error.code, reason: error.meaning.reason };
      return fail(
        keptBack(scene) ? 'withheld' : wantsUser(error.code, error.subCode) ? 'interaction' : 'no-session',
        [atParameter(parameter)],
        {
          data,
        },
      );
    }
    if (flow.response)
      return flow.gaps.includes('encrypted') && valueFor(flow.response.parameters, 'code') === null ? inconclusive('encrypted') : pass;
    // A frame in which the user is meant to sign in is not silent.
    if (flow.tokens.length > 0 || flow.bareCallback || !request.prompts.includes('none') || providerStop(scene)) return inapplicable;
    const last = withRole(scene, 'authorization-request', 'provider').at(-1);
    if (!last || last.outcome.kind === 'failed') return inapplicable;
    if (last.outcome.kind !== 'answered') return inconclusive('never-finished');
    // Its answer is a message between two windows, in the text of the page.
    if (request.responseMode === 'web_message') return inconclusive('body-not-exposed');
    const quietMs = quietAfter(scene, last);
    if (quietMs === null) return inconclusive('times-missing');
    if (quietMs < patienceMs) return inconclusive('capture-ended-early');
    return fail('no-answer', [at(last, 'response.status'), at(request.exchange, 'request.url')], {
      data: {
        host: hostOf(last.request.url),
        status: last.outcome.status,
        seconds: patienceMs / 1000,
      },
      confidence: 'likely',
    });
  },
});

/** There may well be a session, but not without a page. */
function wantsUser(code: string, subCode: string | null): boolean {
  return subCode === null && (code === 'interaction_required' || code === 'consent_required' || code === 'account_selection_required');
}

function keptBack(scene: Scene): boolean {
  const kind = frameCookies(scene)?.kind;
  return kind === 'blocked' || kind === 'same-site' || kind === 'not-kept';
}

/** Milliseconds the capture went on for after this exchange. */
function quietAfter({ stage }: Scene, last: Exchange): number | null {
  return stage.capture.gaps.includes('times-missing') ? null : stage.capture.asOf - last.startedAt - (last.durationMs ?? 0);
}
