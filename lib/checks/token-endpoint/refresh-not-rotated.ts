import { readError } from '../../observe/answer.ts';
import type { Scene } from '../../observe/scene.ts';
import { newLoginAfter, sentAt, type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { tokenInUse } from '../../observe/token-uses.ts';
import { grouped } from '../../read/grouped.ts';
import { header } from '../../read/headers.ts';
import { stringMember } from '../../read/json.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const refreshNotRotated = defineCheck({
  id: 'refresh-not-rotated',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'ext',
  title: 'Refresh token used again, or renewal keeps failing',
  severity: 'error',
  rank: 127,
  owner: 'app',
  flows: ['login', 'silent', 'tokens'],
  cites: [
    { spec: 'RFC6749', section: '6' },
    { spec: 'RFC9700', section: '4.14', level: 'MUST' },
  ],
  needs: ['tokens'],
  messages: {
    'used-up': {
      title: 'A refresh token was sent again after it had been exchanged',
      plain: 'The app tried to prolong the session with a key that was already used up. Sign in again.',
      text: 'The token endpoint gave new tokens for this refresh token. The same one was sent again and got HTTP {status}: where refresh tokens rotate, each works once.',
      fix: 'Keep the new refresh token of every answer before the next renewal, and let only one tab renew at a time (Web Locks). A short overlap at the provider helps against races.',
    },
    repeated: {
      title: 'The app keeps sending a refresh token that is refused',
      plain: 'The app tries again and again to prolong a session that has ended. Sign in again.',
      text: 'The same refresh token was refused {count} times in a row.',
      fix: 'Take the first refusal as the end of the session: forget the token and start a login.',
      severity: 'warning',
    },
    kept: {
      title: 'The refresh token stays the same after use',
      plain: 'The key that prolongs the session is never changed. Whoever copies it could use it for a long time.',
      text: 'The same refresh token was exchanged {count} times by an app without credentials of its own, and no answer replaced it.',
      fix: 'Turn rotation of refresh tokens on for this client, or bind them to the app’s key (DPoP).',
      severity: 'warning',
      kind: 'weakness',
      owner: 'provider',
    },
  },
  // POST /token refresh_token=r → 200 {"refresh_token":"r2"}, POST /token refresh_token=r → 400
  inspect(_, scene) {
    const calls = tokenCalls(scene).filter((c) => c.grantType === 'refresh_token' && c.status !== null && tokenOf(c) !== null);
    if (calls.length === 0) return inapplicable;
    if (calls.some((call) => isPlaceholder(tokenOf(call) ?? ''))) return inconclusive('redacted-input');
    let unseen = false;
    for (const same of grouped(calls, tokenOf).values()) {
      const [first, ...again] = same;
      const last = again.at(-1);
      if (!first || !last) continue;
      const found = judge(scene, calls, same, last);
      if (found === 'unseen') unseen = true;
      else if (found) return found;
    }
    return unseen ? inconclusive('body-not-exposed') : pass;
  },
});

function judge(scene: Scene, calls: readonly TokenCall[], same: readonly TokenCall[], last: TokenCall) {
  const good = same.filter((call) => call.succeeded);
  const refused = same.filter(isRefusal);
  const lastRefused = refused.at(-1);
  const evidence = [
    at(last.exchange, 'response.status'),
    ...same.slice(0, 5).map((c) => at(c.exchange, sentAt(c, 'refresh_token'))),
  ] as const;
  if (lastRefused && lastRefused === last) {
    const later = calls.some((call) => call.succeeded && call.exchange.startedAt > last.exchange.startedAt);
    if (later || tokenInUse(scene, last) || newLoginAfter(scene, last.exchange)) return null;
    const confidence = last.error ? ('certain' as const) : ('likely' as const);
    if (good.length > 0) return fail('used-up', evidence, { confidence, data: { status: last.status ?? 0 } });
    return refused.length === same.length ? fail('repeated', evidence, { confidence, data: { count: refused.length } }) : null;
  }
  if (good.length < 2 || good.some(isBound)) return null;
  if (good.some((call) => call.answer === null)) return 'unseen' as const;
  const replaced = good.some((call) => (stringMember(call.answer, 'refresh_token') ?? tokenOf(call)) !== tokenOf(call));
  return replaced ? null : fail('kept', evidence, { data: { count: good.length } });
}

function tokenOf(call: TokenCall): string | null {
  return valueFor(call.sent, 'refresh_token');
}

function isRefusal({ status, error }: TokenCall): boolean {
  return error ? readError(error.code, error.description).meaning.kind === 'grant' : status === 400;
}

/** Of use to nobody else: the client proves who it is, or that it holds a key; or this can not be told. */
function isBound({ sent, exchange: { request, where } }: TokenCall): boolean {
  const proves = ['client_secret', 'client_assertion'].some((name) => valueFor(sent, name) !== null);
  const shown = ['authorization', 'dpop'].some((name) => header(request.headers, name).kind !== 'absent');
  return proves || shown || !where.fromBrowser;
}
