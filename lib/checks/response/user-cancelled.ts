import { type AnswerError, answerError } from '../../observe/answer.ts';
import { cameAtOnce } from '../../observe/at-once.ts';
import type { Scene } from '../../observe/scene.ts';
import { valueFor } from '../../read/parameters.ts';
import { userSaidNo } from '../../spec/errors.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const userCancelled = defineCheck({
  id: 'user-cancelled',
  category: 'response',
  kind: 'breakage',
  tier: 'std',
  title: 'User or a rule said no',
  severity: 'info',
  rank: 62,
  owner: 'user',
  cites: [{ spec: 'RFC6749', section: '4.1.2.1' }],
  needs: ['response'],
  messages: {
    cancelled: {
      title: 'The sign-in was cancelled',
      plain: 'The sign-in was cancelled before it was finished.',
      text: 'The answer carries `{code}`{detail}: {reason}. That is a decision, not a fault.',
      fix: 'Show a friendly way to try again. If users cancel often, ask for fewer permissions.',
    },
    unattended: {
      title: 'The provider said no before anybody was asked',
      plain: 'The provider did not let this login in, and asked nothing first. Its administrator can say why.',
      text: 'The answer carries `{code}`{detail}, and the provider sent it at once: no page came between the request and the answer, so nobody pressed a button in this recording. Most likely a rule refuses this account or this app, or an earlier refusal was remembered.',
      fix: 'Look in the provider’s sign-in log at the time of this request: assignment to the app, groups, conditional access, a hook or action that refuses.',
      owner: 'provider',
    },
  },
  // → 302 /cb?error=access_denied&state=s
  inspect({ response }, scene) {
    const error = answerError(scene);
    if (!error)
      return scene.flow.gaps.includes('encrypted') && valueFor(response.parameters, 'code') === null ? inconclusive('encrypted') : pass;
    const parameter = response.parameters.find((p) => p.name === 'error');
    if (!parameter || error.meaning.kind !== 'user') return inapplicable;
    const data = { code: error.code, reason: error.meaning.reason, detail: error.subCode === null ? '' : ` (${error.subCode})` };
    const evidence = [atParameter(parameter)] as const;
    if (saysUser(scene, error)) return fail('cancelled', evidence, { data });
    const { request } = scene.flow;
    if (request && cameAtOnce(scene))
      return fail('unattended', [...evidence, at(request.exchange, 'request.url')], { data, confidence: 'likely' });
    return fail('cancelled', evidence, { data, confidence: 'likely' });
  },
});

/** `access_denied` is said of people and of rules alike; other codes, numbers and descriptions name the user. */
function saysUser({ flow }: Scene, { code, subCode }: AnswerError): boolean {
  if (code !== 'access_denied' || subCode !== null) return true;
  const parameters = flow.response?.parameters ?? [];
  return ['error_description', 'error_reason', 'error_message'].some((name) => userSaidNo.test(valueFor(parameters, name) ?? ''));
}
