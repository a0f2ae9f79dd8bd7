import type { Exchange } from '../../model/exchange.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { tokenUses } from '../../observe/token-uses.ts';
import { header, headerValue } from '../../read/headers.ts';
import { stringMember } from '../../read/json.ts';
import { readJwt } from '../../read/jwt.ts';
import { text } from '../../read/loose.ts';
import { originOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const dpopMisuse = defineCheck({
  id: 'dpop-misuse',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'ext',
  title: 'DPoP proof missing or rejected',
  severity: 'error',
  rank: 126,
  owner: 'app',
  flows: ['login', 'silent', 'tokens', 'device'],
  cites: [
    { spec: 'RFC9449', section: '4.3', level: 'MUST' },
    { spec: 'RFC9449', section: '7.1', level: 'MUST' },
    { spec: 'RFC9449', section: '8', level: 'MUST' },
  ],
  needs: ['tokens'],
  messages: {
    nonce: {
      title: 'The provider’s nonce never reaches the DPoP proof',
      plain: 'The app and the provider could not agree on a one-time number, so the login was not finished.',
      text: 'The token endpoint asked {count} times for its nonce in the DPoP proof, and no request after that succeeded.{hint}',
      fix: 'Take the `DPoP-Nonce` header of the answer into a new proof and repeat the request once. For apps in the browser the server has to list it in `Access-Control-Expose-Headers`.',
    },
    proof: {
      title: 'The DPoP proof was made for another request',
      plain: 'The app proved its key for another request than the one it sent, so the provider refused it.',
      text: 'The server refused the DPoP proof (HTTP {status}). The proof names another {part} than the request has.',
      fix: 'Make a new proof for every request: `htm` is its method, `htu` its address without query and fragment, as the server sees it. A proxy that changes host or scheme has to be told so.',
    },
    bearer: {
      title: 'A token that is bound to a key was sent as a Bearer token',
      plain: 'You are signed in, but the service behind the app does not accept the way the app shows its key.',
      text: 'The token response says `token_type` DPoP. The call to {host} sent the token as `Bearer`, and got HTTP {status}.',
      fix: 'Send `Authorization: DPoP …` together with a proof in the `DPoP` header.',
    },
  },
  // POST /token DPoP: proof → 400 {"error":"use_dpop_nonce"}, the same again
  inspect(_, scene) {
    const calls = tokenCalls(scene);
    const proofs = calls.filter(({ exchange }) => headerValue(exchange.request.headers, 'dpop') !== null);
    const bound = calls.some((call) => /^dpop$/i.test(stringMember(call.answer, 'token_type') ?? ''));
    if (proofs.length === 0 && !bound) return inapplicable;
    const refused = proofs.slice(proofs.findLastIndex((call) => call.succeeded) + 1);
    const found = nonceLost(refused) ?? otherRequest(refused) ?? asBearer(scene, bound);
    if (found) return found;
    return refused.length > 0 && refused.every((c) => c.exchange.outcome.kind === 'pending') ? inconclusive('never-finished') : pass;
  },
});

/** RFC 9449 section 8: one such answer is a part of the conversation. */
function wantsNonce({ status, error, exchange: { outcome } }: TokenCall): boolean {
  if (outcome.kind !== 'answered') return false;
  if (error) return error.code === 'use_dpop_nonce';
  return (status === 400 || status === 401) && !outcome.body.seen && header(outcome.headers, 'dpop-nonce').kind === 'present';
}

function nonceLost(refused: readonly TokenCall[]) {
  const asked = refused.filter(wantsNonce);
  const last = asked.at(-1);
  if (!last || asked.length < 2 || last !== refused.at(-1)) return null;
  const { exchange } = last;
  const unexposed = isUnexposed(exchange);
  const evidence = [
    at(exchange, last.error ? last.error.place : 'response.status'),
    at(exchange, 'request.header.dpop'),
    ...(unexposed ? [unexposed] : []),
  ] as const;
  const hint = unexposed ? ' The page can not read that nonce: the answer does not expose the header to scripts of other sites.' : '';
  return fail('nonce', evidence, { data: { count: asked.length, hint }, confidence: last.error ? 'certain' : 'likely' });
}

/** Fetch standard: scripts of another origin see only the headers that are listed. */
function isUnexposed(exchange: Exchange) {
  const { where, request, outcome } = exchange;
  const origin = headerValue(request.headers, 'origin') ?? originOf(request.initiator ?? '');
  if (where.kind !== 'fetch' || outcome.kind !== 'answered' || origin === null || origin === originOf(request.url)) return null;
  const place = 'response.header.access-control-expose-headers' as const;
  const exposed = header(outcome.headers, 'access-control-expose-headers');
  if (exposed.kind === 'hidden') return null;
  if (exposed.kind === 'absent') return absentAt(exchange, place);
  return /\*|\bdpop-nonce\b/i.test(exposed.all.join(',')) ? null : at(exchange, place);
}

function otherRequest(refused: readonly TokenCall[]) {
  const last = refused.at(-1);
  if (last?.error?.code !== 'invalid_dpop_proof') return null;
  const { request } = last.exchange;
  const proof = readJwt(headerValue(request.headers, 'dpop') ?? '');
  if (proof.kind !== 'signed') return null;
  const [htm, htu] = [text(proof.claims['htm']), text(proof.claims['htu'])];
  // RFC 9449 section 4.3: scheme and host in any case, query and fragment aside.
  const same = readUrl(htu).base.replace(/\/$/, '').toLowerCase() === readUrl(request.url).base.replace(/\/$/, '').toLowerCase();
  const part = htm !== request.method ? 'method' : same ? null : 'address';
  if (part === null) return null;
  const evidence = [at(last.exchange, 'request.header.dpop'), at(last.exchange, last.error.place)] as const;
  return fail('proof', evidence, { data: { status: last.status ?? 0, part } });
}

function asBearer(scene: Scene, bound: boolean) {
  if (!bound) return null;
  const shown = tokenUses(scene).uses.filter((use) => use.kind === 'access_token' && use.scheme.toLowerCase() === 'bearer');
  const wrong = shown.filter(
    ({ exchange: { outcome } }) => outcome.kind === 'answered' && (outcome.status === 401 || outcome.status === 400),
  );
  const last = exchangeOf(scene, wrong.at(-1)?.exchange.id);
  if (last?.outcome.kind !== 'answered' || wrong.length < tokenUses(scene).uses.length) return null;
  const evidence = [at(last, 'request.header.authorization'), at(last, 'response.status')] as const;
  return fail('bearer', evidence, { data: { host: originOf(last.request.url) ?? '', status: last.outcome.status } });
}
