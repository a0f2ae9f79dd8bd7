import type { Scene } from '../../observe/scene.ts';
import { isProviderOrigin } from '../../observe/token-calls.ts';
import { acceptedSoonAfter, type TokenUse, tokenUses } from '../../observe/token-uses.ts';
import { challengeError } from '../../read/challenge.ts';
import { header } from '../../read/headers.ts';
import { readJwt } from '../../read/jwt.ts';
import { list, number } from '../../read/loose.ts';
import { valueFor } from '../../read/parameters.ts';
import { sameSite } from '../../read/site.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const resourceRequestRejected = defineCheck({
  id: 'resource-request-rejected',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'std',
  title: 'API refuses the token that was just issued',
  severity: 'error',
  rank: 139,
  owner: 'app',
  flows: ['login', 'silent', 'tokens', 'device'],
  cites: [
    { spec: 'RFC6750', section: '3.1' },
    { spec: 'RFC6750', section: '2.1' },
  ],
  needs: [],
  messages: {
    refused: {
      title: 'The API does not accept the token that was just issued',
      plain: 'You are signed in, but the service behind the app does not accept the key the app got.',
      text: 'The token was issued {age} s before. {host} answered HTTP {status}{code} to it and took it nowhere else.{hint}',
      fix: 'Ask for a token that is meant for this API (scope, and audience or resource where the provider has them), and send it as `Authorization: Bearer …`. The log of the API says what it did not like.',
    },
    forbidden: {
      title: 'The API accepts the token but does not allow this call',
      plain: 'You are signed in, but the service behind the app does not allow what the app wants to do.',
      text: '{host} answered HTTP {status}{code} to the token that was just issued.{hint}',
      fix: 'Ask for the permission (scope) this call needs, or give the user the role it needs.',
      severity: 'warning',
    },
    partly: {
      title: 'One of the APIs does not accept the token',
      plain: 'A part of the app may stay empty: one service does not accept the key the app got.',
      text: '{host} answered HTTP {status}{code} to the token that was just issued; another API accepted it.{hint}',
      fix: 'A token is for one audience: get one of its own for this API.',
      severity: 'warning',
    },
  },
  // GET /api  Authorization: Bearer t  → 401 WWW-Authenticate: Bearer error="invalid_token"
  inspect(_, scene) {
    const { uses, hidden } = tokenUses(scene);
    if (uses.length === 0) return hidden ? inconclusive('header-hidden') : inapplicable;
    if (uses.every((use) => statusOf(use) === null)) return inapplicable;
    // The same host took a token before or soon after: this one call, or this one moment, was the matter.
    const taken = new Set(uses.filter(accepted).map((use) => originOf(use.exchange.request.url)));
    const refused = uses.find(
      (use) => isRefusal(use) && !taken.has(originOf(use.exchange.request.url)) && !acceptedSoonAfter(scene, use.exchange),
    );
    if (!refused) return pass;
    const { exchange } = refused;
    const status = statusOf(refused) ?? 0;
    const headers = exchange.outcome.kind === 'answered' ? exchange.outcome.headers : null;
    const code = headers ? challengeError(headers) : null;
    const data = {
      host: originOf(exchange.request.url) ?? '',
      status,
      code: code ? ` with \`${code}\`` : '',
      age: Math.round(Math.max(0, exchange.startedAt - refused.issuedAt) / 1000),
      hint: hintFor(scene, refused),
    };
    const said =
      headers && header(headers, 'www-authenticate').kind === 'present' ? [at(exchange, 'response.header.www-authenticate')] : [];
    const evidence = [at(exchange, 'response.status'), at(exchange, 'request.header.authorization'), ...said] as const;
    if (status === 403 || code === 'insufficient_scope') return fail('forbidden', evidence, { data });
    const elsewhere = uses.some((use) => accepted(use) && !isProviderOrigin(scene, use.exchange));
    return elsewhere ? fail('partly', evidence, { data }) : fail('refused', evidence, { data });
  },
});

function statusOf({ exchange: { outcome } }: TokenUse): number | null {
  return outcome.kind === 'answered' ? outcome.status : null;
}

function accepted(use: TokenUse): boolean {
  const status = statusOf(use);
  return status !== null && status < 400;
}

/** A nonce for the proof, or a stronger sign-in, is a part of the conversation. */
function isRefusal(use: TokenUse): boolean {
  const { outcome } = use.exchange;
  if (outcome.kind !== 'answered') return false;
  const code = challengeError(outcome.headers);
  if (code === 'use_dpop_nonce' || code === 'insufficient_claims' || code === 'insufficient_user_authentication') return false;
  if (use.scheme.toLowerCase() === 'dpop' && header(outcome.headers, 'dpop-nonce').kind === 'present') return false;
  return outcome.status === 401 || outcome.status === 403 || (outcome.status === 400 && code !== null);
}

function hintFor(scene: Scene, { exchange, scheme, token, kind }: TokenUse): string {
  if (kind === 'id_token') return ' What was sent is the ID token, which is for the app itself; an API wants the access token.';
  if (scheme !== 'Bearer' && scheme !== 'DPoP') return ' The word before the token is not spelled `Bearer`, and some APIs insist on it.';
  const jwt = readJwt(token);
  if (jwt.kind === 'signed') {
    const { exp, nbf, aud } = jwt.claims;
    const now = exchange.startedAt / 1000;
    if ((number(exp) ?? now) < now) return ' By the clock of this computer the token had expired already.';
    if ((number(nbf) ?? now) > now + 1) return ' By the clock of this computer the token is not valid yet: the clocks may disagree.';
    const audiences = typeof aud === 'string' ? [aud] : list(aud).filter((a) => typeof a === 'string');
    const addresses = audiences.filter((a) => /^https?:/.test(a));
    if (addresses.length > 0 && addresses.length === audiences.length && !addresses.some((a) => sameSite(a, exchange.request.url)))
      return ' The token’s audience (`aud`) is at another site than this API.';
    return '';
  }
  const asked = scene.flow.request?.parameters ?? [];
  const named = valueFor(asked, 'audience') ?? valueFor(asked, 'resource');
  if (jwt.kind === 'unreadable' && scene.flow.request && !scene.flow.request.hidden && named === null && !isProviderOrigin(scene, exchange))
    return ' The request named no audience or resource, and the token is no JWT: some providers give such tokens for their own UserInfo only.';
  return '';
}
