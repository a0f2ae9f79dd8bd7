import { answerError, providerStop } from '../../observe/answer.ts';
import { metadataDocument } from '../../observe/metadata.ts';
import { redeemedAs, redemptions } from '../../observe/redemption.ts';
import type { Scene } from '../../observe/scene.ts';
import { sentAt } from '../../observe/token-calls.ts';
import { list } from '../../read/loose.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { isDigest, isVerifier } from '../../read/pkce.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { at, atParameter, fail, inapplicable, inconclusive, type ProblemOptions, pass } from '../verdict.ts';

export const pkceMalformed = defineCheck({
  id: 'pkce-malformed',
  category: 'pkce',
  kind: 'breakage',
  tier: 'std',
  title: 'PKCE parameters are not well formed',
  severity: 'error',
  rank: 44,
  owner: 'app',
  cites: [
    { spec: 'RFC7636', section: '4.2', level: 'MUST' },
    { spec: 'RFC7636', section: '4.1' },
    { spec: 'RFC7636', section: '4.3' },
  ],
  needs: ['request'],
  messages: {
    challenge: {
      title: 'The code_challenge is not well formed',
      plain: 'The app built the lock of this login in a form that providers can not read.',
      text: 'The `code_challenge` does not look as its method says: {why}.',
      fix: 'Send the base64url of the SHA-256 digest’s 32 bytes, without padding: 43 characters. Not of its hexadecimal text, and not plain base64.',
    },
    method: {
      title: 'The code_challenge_method is no known one',
      plain: 'The app locked this login in a way that providers do not know.',
      text: 'The `code_challenge_method` is neither `S256` nor `plain`. The names are compared letter by letter, capitals too.',
      fix: 'Send `code_challenge_method=S256`, spelled exactly like this.',
    },
    verifier: {
      title: 'The code_verifier is not well formed',
      plain: 'The key that the app made for this login has a form that providers do not accept.',
      text: 'The `code_verifier` has {length} characters; it must have 43 to 128, all of them letters, digits, `-`, `.`, `_` or `~`.',
      fix: 'Make the verifier from 32 random bytes in base64url, without padding: 43 characters.',
    },
  },
  // GET /authorize?code_challenge=<64 hex digits>&code_challenge_method=S256
  inspect({ request }, scene) {
    const { codeChallenge: challenge } = request;
    const redemption = redemptions(scene)[0];
    const verifier = redemption ? valueFor(redemption.sent, 'code_verifier') : null;
    if (!challenge && verifier === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (isPlaceholder(challenge?.value ?? '') || isPlaceholder(verifier ?? '')) return inconclusive('redacted-input');
    const weight = weigh(scene);
    const method = first(request.parameters, 'code_challenge_method');
    if (challenge && method && method.value !== 'S256' && method.value !== 'plain') {
      if (isPlaceholder(method.value)) return inconclusive('redacted-input');
      if (list(metadataDocument(scene)?.['code_challenge_methods_supported']).includes(method.value)) return pass;
      return fail('method', [atParameter(method)], weight);
    }
    const why = challenge ? whyMalformed(challenge.value, method?.value === 'S256') : null;
    if (why !== null) return fail('challenge', [atRequestParameter(request, 'code_challenge')], { ...weight, data: { why } });
    if (redemption && verifier !== null && !isVerifier(verifier))
      return fail('verifier', [at(redemption.exchange, sentAt(redemption, 'code_verifier'))], {
        ...weight,
        data: { length: [...verifier].length },
      });
    return pass;
  },
});

/** `length` characters, so that a file whose values were replaced by ones as long says the same. */
function whyMalformed(value: string, hashed: boolean): string | null {
  const length = [...value].length;
  if (!hashed)
    return isVerifier(value) ? null : `it is the verifier itself, with ${length} characters where 43 to 128 unreserved ones are due`;
  if (isDigest(value)) return null;
  if (length === 64) return 'it has 64 characters, as many as the digest has in hexadecimal';
  if (length === 86 || length === 88)
    return `it has ${length} characters, as if the digest’s hexadecimal text had been encoded instead of its bytes`;
  if (/^[^=]{43}=$/.test(value)) return 'it ends in padding (`=`)';
  if (length === 43) return 'it has characters that base64url has not, such as `+` and `/`';
  return `it has ${length} characters instead of 43`;
}

const mild: ProblemOptions = { severity: 'warning' };
const pkceWords = /pkce|code[_ ]challenge|code[_ ]verifier|proof key/i;

/** It is the reason where the provider refused something and did not say that it was something else. */
function weigh(scene: Scene): ProblemOptions {
  const error = answerError(scene);
  const stop = providerStop(scene);
  const likely: ProblemOptions = { confidence: 'likely' };
  if (error) {
    if (error.meaning.kind === 'pkce') return likely;
    const said = valueFor(scene.flow.response?.parameters ?? [], 'error_description');
    return error.code === 'invalid_request' && error.subCode === null && (said === null || pkceWords.test(said)) ? likely : mild;
  }
  // A page that gives no reason has many to choose from.
  if (stop) return stop.error?.meaning.kind === 'pkce' ? likely : mild;
  const all = redemptions(scene).map(redeemedAs);
  return all.includes('refused') && !all.includes('taken') ? likely : mild;
}
