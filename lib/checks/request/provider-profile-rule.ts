import type { Requirement } from '../../field/providers/profile.ts';
import type { Evidence } from '../../model/place.ts';
import { answerError, providerStop } from '../../observe/answer.ts';
import { providerOf } from '../../observe/provider.ts';
import { unmetRequirements } from '../../observe/requirements.ts';
import type { Scene } from '../../observe/scene.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { atStop } from '../response/stop.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { atRequestParameter } from './parameter.ts';

export const providerProfileRule = defineCheck({
  id: 'provider-profile-rule',
  category: 'request',
  kind: 'remark',
  tier: 'std',
  title: 'Known requirement of this provider is not met',
  severity: 'info',
  rank: 63,
  owner: 'app',
  cites: [{ spec: 'RFC6749', section: '4.1.1' }],
  needs: ['request'],
  messages: {
    refused: {
      title: 'The provider refused the request, and a rule of its own is not met',
      plain: 'This provider has a rule of its own for logins, and the app does not follow it.',
      text: '{says} The request does not follow that, and the provider refused it{how}. Read in “{source}” on {readOn}.',
      fix: '{fix}',
      severity: 'warning',
    },
    unmet: {
      title: 'The request does not follow a rule that this provider is known for',
      plain: 'This provider is known to have a rule of its own for logins, and the app does not follow it.',
      text: '{says} The request does not follow that. Read in “{source}” on {readOn}; it may have changed.',
      fix: '{fix}',
    },
  },
  // GET https://appleid.apple.com/auth/authorize?scope=name+email  (no response_mode=form_post)
  inspect({ request }, scene) {
    if (!providerOf(scene)?.requires) return inapplicable;
    if (request.hidden) return inconclusive(request.hidden);
    const [unmet] = unmetRequirements(scene).filter(({ requirement: { is } }) => is.retiredOn === undefined && !isToldElsewhere(scene, is));
    if (!unmet) return pass;
    const { is, source, readOn } = unmet.requirement;
    const sent = atRequestParameter(request, is.parameter);
    const data = { says: is.says, fix: is.fix, source, readOn };
    const refusal = refusalOver(scene, is.parameter);
    if (!refusal) return fail('unmet', [sent], { data, confidence: 'possible' });
    const how = refusal.named ? `, naming \`${is.parameter}\`` : ' without saying what it means';
    return fail('refused', [sent, refusal.evidence], { data: { ...data, how }, confidence: refusal.named ? 'likely' : 'possible' });
  },
});

/** A refused address is `redirect-uri-rejected`, which knows the rule as well. */
function isToldElsewhere(scene: Scene, { parameter }: Requirement): boolean {
  return parameter === 'redirect_uri' && (providerStop(scene) !== null || answerError(scene)?.meaning.kind === 'redirect-uri');
}

/** The provider’s error, where it can be about this parameter. */
function refusalOver(scene: Scene, parameter: string): { readonly evidence: Evidence; readonly named: boolean } | null {
  const word = new RegExp(`\\b${parameter.replaceAll('_', '[_ ]')}\\b`, 'i');
  const answered = first(scene.flow.response?.parameters ?? [], 'error');
  if (answered) {
    const kind = answerError(scene)?.meaning.kind;
    const named = word.test(valueFor(scene.flow.response?.parameters ?? [], 'error_description') ?? '');
    return named || kind === 'request' ? { evidence: atParameter(answered), named } : null;
  }
  const stop = providerStop(scene);
  if (!stop || stop.says === 'client' || stop.says === 'redirect-uri' || stop.status >= 500 || stop.status === 429) return null;
  const named = stop.names === parameter || word.test(stop.text);
  return named || stop.names === undefined ? { evidence: atStop(stop), named } : null;
}
