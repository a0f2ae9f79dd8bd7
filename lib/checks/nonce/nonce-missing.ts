import type { Evidence } from '../../model/place.ts';
import { answerError, providerStop } from '../../observe/answer.ts';
import type { Scene } from '../../observe/scene.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { atStop } from '../response/stop.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const nonceMissing = defineCheck({
  id: 'nonce-missing',
  category: 'nonce',
  kind: 'weakness',
  tier: 'std',
  title: 'Request for an ID token through the browser without nonce',
  severity: 'error',
  rank: 47,
  owner: 'app',
  cites: [
    { spec: 'OIDCCore', section: '3.2.2.1', level: 'MUST' },
    { spec: 'OIDCCore', section: '15.5.2' },
  ],
  needs: ['request'],
  messages: {
    demanded: {
      title: 'The provider insists on a nonce and the request has none',
      plain: 'The provider only accepts logins with a one-time mark for the proof of identity, and the app did not send one.',
      text: 'The request asks for an ID token from the authorization endpoint and has no `nonce`; the provider’s error names it.',
      fix: 'Send a fresh random `nonce` with every request, and compare it with the one in the ID token.',
      kind: 'breakage',
    },
    unprotected: {
      title: 'An ID token comes through the browser without a nonce',
      plain: 'The proof of identity carries no one-time mark, so an old one could be passed off as yours.',
      text: 'The `response_type` asks for an ID token from the authorization endpoint, and the request has no `nonce`: a token from another login can be replayed.',
      fix: 'Send a fresh random `nonce` with every request, and compare it with the one in the ID token. Better still: use `response_type=code` with PKCE.',
    },
  },
  // GET /authorize?response_type=id_token&client_id=app  (no nonce)
  inspect({ request }, scene) {
    if (!request.responseTypes.includes('id_token'))
      return request.hidden && request.responseTypes.length === 0 ? inconclusive(request.hidden) : inapplicable;
    if (request.nonce) return pass;
    if (request.hidden) return inconclusive(request.hidden);
    const place = atRequestParameter(request, 'nonce');
    const demanded = demandedAt(scene);
    return demanded ? fail('demanded', [demanded, place]) : fail('unprotected', [place]);
  },
});

/** Where the provider’s refusal names it. */
function demandedAt(scene: Scene): Evidence | null {
  const parameters = scene.flow.response?.parameters ?? [];
  const error = first(parameters, 'error');
  if (error && answerError(scene)?.code === 'invalid_request' && /\bnonce\b/i.test(valueFor(parameters, 'error_description') ?? ''))
    return atParameter(error);
  const stop = providerStop(scene);
  return stop?.names === 'nonce' ? atStop(stop) : null;
}
