import { type AnswerError, answerError } from '../../observe/answer.ts';
import { providerOf } from '../../observe/provider.ts';
import { recoveredBy } from '../../observe/recovered.ts';
import type { Scene } from '../../observe/scene.ts';
import { defineCheck } from '../define.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const authzErrorResponse = defineCheck({
  id: 'authz-error-response',
  category: 'response',
  kind: 'breakage',
  tier: 'core',
  title: 'Provider answered with an error',
  severity: 'error',
  rank: 60,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '4.1.2.1' },
    { spec: 'OIDCCore', section: '3.1.2.6' },
  ],
  needs: ['response'],
  messages: {
    refused: {
      title: 'The provider refused: {reason}',
      plain: 'The provider refused this login: {reason}.',
      text: 'The answer carries the error `{code}`{detail}: {reason}.',
      fix: '{advice}',
    },
    handled: {
      title: 'The provider refused at first, and the app tried again: {reason}',
      plain: 'The first try did not work; the app started another one by itself, and that one did.',
      text: 'The answer carries the error `{code}`{detail}: {reason}. The app took it as a reason to start another login, {flow}, and that one was answered.',
      fix: '{advice}',
      severity: 'info',
    },
  },
  // → 302 /cb?error=invalid_scope&state=s
  inspect({ response }, scene) {
    const error = answerError(scene);
    if (!error)
      return scene.flow.gaps.includes('encrypted') && !response.parameters.some((p) => p.name === 'code')
        ? inconclusive('encrypted')
        : pass;
    const parameter = response.parameters.find((p) => p.name === 'error');
    if (!parameter) return inapplicable;
    const { code, subCode } = error;
    const meaning = explained(scene, error);
    const data = { code, reason: meaning.reason, advice: meaning.fix, detail: subCode === null ? '' : ` (${subCode})` };
    // A decision is no fault, and no session is an answer: both have checks of their own.
    if (meaning.kind === 'user' || (meaning.kind === 'no-session' && scene.flow.silent)) return inapplicable;
    const next = recoveredBy(scene);
    if (next) return fail('handled', [atParameter(parameter)], { data: { ...data, flow: next.id }, owner: meaning.owner });
    return fail('refused', [atParameter(parameter)], { data, owner: meaning.owner });
  },
});

/** With what is known about this provider, where that says more than the standards do. */
function explained(scene: Scene, { code, meaning }: AnswerError): AnswerError['meaning'] {
  const profile = providerOf(scene);
  if (!profile) return meaning;
  const own = meaning.kind === 'other' && profile.codes && Object.hasOwn(profile.codes.is, code) ? profile.codes.is[code] : undefined;
  if (own) return { ...meaning, ...own };
  return meaning.kind === 'scope' && profile.refresh && scene.flow.request?.scopes.includes('offline_access')
    ? {
        ...meaning,
        fix: `${meaning.fix} ${profile.name} has no scope \`offline_access\`: a refresh token is asked for with ${profile.refresh.is}.`,
      }
    : meaning;
}
