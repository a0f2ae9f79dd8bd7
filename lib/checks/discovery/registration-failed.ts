import type { Exchange } from '../../model/exchange.ts';
import { readError } from '../../observe/answer.ts';
import { after, withRole } from '../../observe/scene.ts';
import { jsonOf } from '../../read/body.ts';
import { stringMember } from '../../read/json.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const retriedWithinMs = 600_000;

export const registrationFailed = defineCheck({
  id: 'registration-failed',
  category: 'discovery',
  kind: 'breakage',
  tier: 'std',
  title: 'Dynamic client registration was refused',
  severity: 'error',
  rank: 46,
  owner: 'app',
  flows: ['setup'],
  cites: [{ spec: 'RFC7591', section: '3.2.2' }],
  needs: [],
  messages: {
    refused: {
      title: 'The provider refused to register the app: {reason}',
      plain: 'The app tried to introduce itself to the provider and was turned away, so no login could begin.',
      text: 'The registration endpoint answered HTTP {status} with `{code}`: {reason}.',
      fix: '{advice}',
    },
    protected: {
      title: 'The provider’s registration is not open',
      plain: 'The app tried to introduce itself to the provider, but the provider only lets known apps in.',
      text: 'The registration endpoint answered HTTP {status} with `{code}`: it wants an initial access token that the app did not send.',
      fix: 'Register the client by hand in the provider’s console and configure its client_id, or open dynamic registration at the provider.',
    },
    status: {
      title: 'The provider refused to register the app (HTTP {status})',
      plain: 'The app tried to introduce itself to the provider and was turned away, so no login could begin.',
      text: 'The registration endpoint answered HTTP {status}; its body is not in this capture.',
      fix: 'Look at the body of this answer. If the provider does not offer dynamic registration, register the client by hand.',
    },
  },
  // POST /register {"redirect_uris":[...]}  → 400 {"error":"invalid_redirect_uri"}
  inspect(_, scene) {
    const calls = withRole(scene, 'registration');
    if (calls.length === 0) return inapplicable;
    const failed = calls.filter((e) => e.outcome.kind === 'answered' && e.outcome.status >= 400);
    const last = failed.at(-1);
    if (last?.outcome.kind !== 'answered') {
      if (calls.some((e) => e.outcome.kind === 'pending')) return inconclusive('never-finished');
      return calls.some(succeeded) ? pass : inapplicable;
    }
    // A later try that went well belongs to the login it was made for.
    for (const later of after(scene, last, retriedWithinMs))
      if (later.request.url === last.request.url && later.where.kind !== 'preflight' && succeeded(later)) return pass;
    const { status } = last.outcome;
    const answer = jsonOf(last.outcome.body);
    const code = stringMember(answer, 'error');
    const description = stringMember(answer, 'error_description');
    if (code === null) return fail('status', [at(last, 'response.status')], { data: { status } });
    const evidence = [at(last, 'response.body.error'), at(last, 'response.status')] as const;
    if (status === 401 || status === 403 || code === 'invalid_token' || (code === 'access_denied' && /token/i.test(description ?? '')))
      return fail('protected', evidence, { data: { status, code: readError(code, null).code } });
    const error = readError(code, description);
    return fail('refused', evidence, { data: { status, code: error.code, reason: error.meaning.reason, advice: error.meaning.fix } });
  },
});

function succeeded(exchange: Exchange): boolean {
  return exchange.outcome.kind === 'answered' && exchange.outcome.status < 300;
}
