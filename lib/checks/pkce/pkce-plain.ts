import { damageTo, explainedBy, refusalOf } from '../../observe/refusal.ts';
import { first } from '../../read/parameters.ts';
import { isDigest } from '../../read/pkce.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { atRefusal } from '../response/stop.ts';
import { fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const pkcePlain = defineCheck({
  id: 'pkce-plain',
  category: 'pkce',
  kind: 'weakness',
  tier: 'std',
  title: 'PKCE with method plain',
  severity: 'warning',
  rank: 48,
  owner: 'app',
  cites: [
    { spec: 'RFC7636', section: '4.2', level: 'MUST' },
    { spec: 'RFC9700', section: '2.1.1' },
  ],
  needs: ['request'],
  messages: {
    refused: {
      title: 'The provider does not accept PKCE with method plain',
      plain: 'The provider only accepts logins with a stronger lock (PKCE) than the one the app used.',
      text: 'The `code_challenge_method` is `plain` or absent, which means the same, and the provider’s error is about PKCE.',
      fix: 'Send the SHA-256 of the verifier as `code_challenge`, with `code_challenge_method=S256`.',
      severity: 'error',
      kind: 'breakage',
    },
    plain: {
      title: 'The lock of the login code is sent together with its key',
      plain: 'The login code is locked, and the key lies beside it.',
      text: 'With `code_challenge_method` `plain`, the `code_challenge` is the verifier itself: whoever sees the request can redeem the code.',
      fix: 'Send the SHA-256 of the verifier as `code_challenge`, with `code_challenge_method=S256`.',
    },
    unnamed: {
      title: 'The code_challenge comes without its method',
      plain: 'The app did not say how it locked this login, and a provider may get it wrong.',
      text: 'The `code_challenge` looks like a SHA-256 digest, but without `code_challenge_method` it counts as `plain`: a server that follows the standard refuses the code later on.',
      fix: 'Send `code_challenge_method=S256` with the challenge.',
    },
  },
  // GET /authorize?code_challenge=the-verifier&code_challenge_method=plain
  inspect({ request }, scene) {
    if (!request.codeChallenge) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    const method = first(request.parameters, 'code_challenge_method');
    if (!method && request.hidden) return inconclusive(request.hidden);
    if (isPlaceholder(method?.value ?? request.codeChallenge.value)) return inconclusive('redacted-input');
    if (method && method.value !== 'plain') return method.value === 'S256' ? pass : inapplicable;
    const place = atRequestParameter(request, 'code_challenge_method');
    const refusal = refusalOf(scene);
    // Method plain is allowed: only words about it, or an error that is about PKCE, make it the reason.
    const named = explainedBy(refusal, damageTo(['code_challenge_method', 'code_challenge'], false)) === 'certain';
    const [said] = atRefusal(scene);
    if (said && (named || refusal?.about === 'pkce')) return fail('refused', [said, place]);
    return !method && isDigest(request.codeChallenge.value) ? fail('unnamed', [place], { confidence: 'likely' }) : fail('plain', [place]);
  },
});
