import type { Flow } from '../../model/flow.ts';
import type { Evidence } from '../../model/place.ts';
import { type Redeemed, redeemedAs, redemptions } from '../../observe/redemption.ts';
import { isClientHost } from '../../observe/scene.ts';
import { sentAt, type TokenCall } from '../../observe/token-calls.ts';
import { valueFor } from '../../read/parameters.ts';
import { challengeOf, isDigest, isVerifier } from '../../read/pkce.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { absentAt, at, fail, inapplicable, inconclusive, type ProblemOptions, pass } from '../verdict.ts';

export const pkceVerifierMismatch = defineCheck({
  id: 'pkce-verifier-mismatch',
  category: 'pkce',
  kind: 'breakage',
  tier: 'std',
  title: 'The code_verifier does not open the code_challenge',
  severity: 'error',
  rank: 128,
  owner: 'app',
  cites: [
    { spec: 'RFC7636', section: '4.6', level: 'MUST' },
    { spec: 'RFC9700', section: '2.1.1', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    different: {
      title: 'The code_verifier belongs to another code_challenge',
      plain: 'The app locked this login with one key and tried to open it with another one.',
      text: 'The `code_verifier` of the token request does not give the `code_challenge` of this login’s authorization request, nor that of any other login in this capture.',
      fix: 'Keep one verifier per `state`, write it down before the redirect, and make no new one when the page loads again. Where the storage is cleared or shared on the way, keep it in sessionStorage of the tab that began.',
    },
    'other-login': {
      title: 'The code_verifier belongs to another login',
      plain: 'The app tried to open this login with the key of another attempt.',
      text: 'The `code_verifier` of the token request opens the `code_challenge` of another login, {flow}, not of this one.',
      fix: 'Keep one verifier per `state`, not one slot for all logins: a second start overwrites it.',
    },
    missing: {
      title: 'The token request has no code_verifier',
      plain: 'The app locked this login and lost the key on the way.',
      text: 'The authorization request had a `code_challenge`, the token request has no `code_verifier`.',
      fix: 'Send the verifier with the code. If the app lost it: keep it where it survives the redirect, and where the page that takes the answer can read it (same origin, same tab).',
    },
    unasked: {
      title: 'A code_verifier was sent for a login without a code_challenge',
      plain: 'The app tried to open this login with a key although it had not locked it.',
      text: 'The token request has a `code_verifier`, the authorization request had no `code_challenge`. A server has to refuse that.',
      fix: 'Send `code_challenge` with `code_challenge_method=S256` in the authorization request. If the app does: look for the hop that removes it.',
    },
    'not-hashed': {
      title: 'The code_challenge is the code_verifier itself',
      plain: 'The app locked this login in another way than it said.',
      text: 'The request says `code_challenge_method=S256`, but its `code_challenge` is the verifier itself, not the SHA-256 of it.',
      fix: 'Send the base64url of the SHA-256 digest of the verifier as `code_challenge`, and the verifier itself with the code.',
    },
    'method-missing': {
      title: 'The request does not say that its code_challenge is a digest',
      plain: 'The app locked this login without saying how, so the provider could not open it.',
      text: 'The `code_challenge` is the SHA-256 of the verifier, but `code_challenge_method` is `plain` or absent, which means the same: the server compares the verifier itself.',
      fix: 'Send `code_challenge_method=S256` with the challenge.',
    },
    unchecked: {
      title: 'The provider accepted a code whose PKCE does not fit',
      plain: 'The provider did not check the lock that protects this login.',
      text: 'The token request was accepted although {what}. With a provider that does not check it, PKCE protects nothing.',
      fix: 'The provider must refuse a code when `code_verifier` and `code_challenge` do not fit together (RFC 7636 section 4.6), or when one of them is missing.',
      owner: 'provider',
      kind: 'weakness',
    },
  },
  // GET /authorize?code_challenge=E9Melh..&code_challenge_method=S256  … POST /token code_verifier=another
  inspect({ request }, scene) {
    const all = redemptions(scene);
    // The server looks at a code once: what came after its yes, or after its first no, changed nothing.
    const call = all.find((c) => redeemedAs(c) === 'taken') ?? all[0];
    if (!call) return inapplicable;
    const became = redeemedAs(call);
    const { codeChallenge: challenge } = request;
    const verifier = valueFor(call.sent, 'code_verifier');
    if (!challenge && verifier === null) return inapplicable;
    if (!challenge && request.hidden) return inconclusive(request.hidden);
    if (became === 'pending') return inconclusive('never-finished');
    if (isPlaceholder(challenge?.value ?? '') || isPlaceholder(verifier ?? '')) return inconclusive('redacted-input');
    const asked = atRequestParameter(request, 'code_challenge');
    const sent = verifierAt(call);
    const tell = (message: 'different' | 'missing' | 'unasked' | 'not-hashed' | 'method-missing', what: string) =>
      became === 'taken'
        ? fail('unchecked', [sent, asked], { data: { what }, confidence: 'likely' })
        : fail(message, [sent, asked], weigh(became));
    if (!challenge) return tell('unasked', 'the authorization request had no `code_challenge`');
    // The app's own server may hold the verifier and add it.
    if (verifier === null && isClientHost(scene, call.exchange.request.url)) return inapplicable;
    if (verifier === null) return tell('missing', 'it has no `code_verifier`');
    const method = valueFor(request.parameters, 'code_challenge_method') ?? 'plain';
    if (!isVerifier(verifier) || (method === 'S256' ? !isDigest(challenge.value) : method !== 'plain')) return inapplicable;
    const digest = challengeOf(verifier);
    if (challenge.value === (method === 'S256' ? digest : verifier)) return pass;
    // A server that guesses the method has understood what was meant.
    if (challenge.value === digest) return became === 'taken' ? pass : tell('method-missing', '');
    if (challenge.value === verifier) return tell('not-hashed', 'the `code_challenge` is the verifier itself');
    const other = scene.stage.flows.find((flow) => flow !== scene.flow && opens(flow, verifier, digest));
    if (other && became !== 'taken') return fail('other-login', [sent, asked], { ...weigh(became), data: { flow: other.id } });
    return tell('different', 'its `code_verifier` does not give the `code_challenge`');
  },
});

/** A server that says another reason has not come to look at it; one that could not be heard may have. */
function weigh(became: Redeemed): ProblemOptions {
  return became === 'refused' ? {} : { severity: 'warning' };
}

function opens({ request }: Flow, verifier: string, digest: string): boolean {
  const challenge = request?.codeChallenge?.value;
  return challenge === digest || challenge === verifier;
}

function verifierAt(call: TokenCall): Evidence {
  return valueFor(call.sent, 'code_verifier') === null
    ? absentAt(call.exchange, 'request.form.code_verifier')
    : at(call.exchange, sentAt(call, 'code_verifier'));
}
