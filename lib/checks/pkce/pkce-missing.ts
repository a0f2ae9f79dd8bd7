import type { Exchange } from '../../model/exchange.ts';
import { answerError, providerStop } from '../../observe/answer.ts';
import { providerOf } from '../../observe/provider.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { basicUser } from '../../read/basic.ts';
import { asParameters, formOf, jsonOf } from '../../read/body.ts';
import { first } from '../../read/parameters.ts';
import { isCustomScheme } from '../../read/redirect.ts';
import { isLoopback } from '../../read/site.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { atStop } from '../response/stop.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const pkceMissing = defineCheck({
  id: 'pkce-missing',
  category: 'pkce',
  kind: 'weakness',
  tier: 'core',
  title: 'Authorization code flow without PKCE',
  severity: 'warning',
  rank: 45,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '2.1.1', level: 'MUST' },
    { spec: 'RFC7636', section: '4.3' },
  ],
  needs: ['request'],
  messages: {
    demanded: {
      title: 'The provider insists on PKCE and the request has none',
      plain: 'The provider only accepts logins with an extra lock (PKCE), and the app did not send one.',
      text: 'The request has no `code_challenge`, and the provider’s error says that it is required.',
      fix: 'Send `code_challenge` with `code_challenge_method=S256`, and the matching `code_verifier` with the code.',
      severity: 'error',
      kind: 'breakage',
    },
    public: {
      title: 'A public client asks for a code without PKCE',
      plain: 'The login code is not locked to this app, so somebody who catches it could use it.',
      text: 'The client is public ({why}) and the authorization request has no `code_challenge`: whoever catches the code can redeem it.',
      fix: 'Send `code_challenge` with `code_challenge_method=S256`, and `code_verifier` in the token request.',
      severity: 'error',
    },
    confidential: {
      title: 'Code flow without PKCE',
      plain: 'The login code is not locked to this login attempt.',
      text: 'The authorization request has no `code_challenge`. With a confidential client this stops no thief without the secret, but it leaves code injection open.',
      fix: 'Send `code_challenge` with `code_challenge_method=S256`; servers that do not know it ignore it.',
    },
    'nonce-only': {
      title: 'Code flow without PKCE, protected by nonce',
      plain: 'The login code is protected in another way.',
      text: 'The authorization request has no `code_challenge`; its `nonce` guards against an injected code when the client checks it.',
      fix: 'Adding PKCE protects the code before the ID token is looked at.',
      severity: 'info',
    },
  },
  // GET /authorize?response_type=code&client_id=app&state=s  (no code_challenge)
  inspect({ request }, scene) {
    if (!request.responseTypes.includes('code') && !(request.responseTypes.length === 0 && scene.flow.grant === 'code'))
      return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (request.codeChallenge) return pass;
    if (request.hidden) return inconclusive(request.hidden);
    const place = atRequestParameter(request, 'code_challenge');
    const code = scene.flow.response?.parameters.find((p) => p.name === 'error');
    if (code && answerError(scene)?.meaning.kind === 'pkce') return fail('demanded', [atParameter(code), place]);
    const stop = providerStop(scene);
    if (stop?.error?.meaning.kind === 'pkce') return fail('demanded', [atStop(stop), place]);
    if (request.redirectUri && isCustomScheme(request.redirectUri))
      return fail('public', [place], { data: { why: 'its redirect_uri has a scheme of its own' }, confidence: 'likely' });
    if (request.redirectUri && isLoopback(request.redirectUri) && !beganOn(scene, request.redirectUri))
      return fail('public', [place], { data: { why: 'its redirect_uri is a loopback address' }, confidence: 'likely' });
    const redeemed = withRole(scene, 'token-request').find((e) => e.where.fromBrowser && e.where.kind === 'fetch');
    if (redeemed?.request.body.seen && !authenticates(redeemed))
      return fail('public', [place], { data: { why: 'the page redeems the code itself, without a secret' } });
    if (request.nonce) return fail('nonce-only', [place]);
    // What this provider has no place for is no mistake of the app.
    return fail('confidential', [place], providerOf(scene)?.pkceForNativeOnly ? { severity: 'info' } : {});
  },
});

/** A web app that a developer runs on this computer serves its own login pages; a program that only waits for the code does not. */
function beganOn(scene: Scene, redirectUri: string): boolean {
  return withRole(scene, 'start').some((e) => originOf(e.request.url) === originOf(redirectUri));
}

function authenticates(exchange: Exchange): boolean {
  const sent = [...formOf(exchange.request.body), ...asParameters(jsonOf(exchange.request.body))];
  return first(sent, 'client_secret') !== null || first(sent, 'client_assertion') !== null || basicUser(exchange) !== null;
}
