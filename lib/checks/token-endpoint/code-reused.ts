import { readError } from '../../observe/answer.ts';
import type { Scene } from '../../observe/scene.ts';
import { redeemedBy, sentAt, type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { tokenInUse } from '../../observe/token-uses.ts';
import { stringMember } from '../../read/json.ts';
import { valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const codeReused = defineCheck({
  id: 'code-reused',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'std',
  title: 'The same code was sent to the token endpoint twice',
  severity: 'error',
  rank: 129,
  owner: 'app',
  flows: ['login', 'silent', 'tokens'],
  cites: [
    { spec: 'RFC6749', section: '4.1.2', level: 'MUST' },
    { spec: 'RFC6749', section: '10.5', level: 'MUST' },
  ],
  needs: ['tokens'],
  messages: {
    refused: {
      title: 'The login code was sent twice, and the second time it was refused',
      plain: 'The app used the one-time login code twice; the second time it was already worthless.',
      text: 'The token endpoint gave tokens for this code. The same code was sent {how} and got HTTP {status}{code}.',
      fix: 'Redeem each code once: keep a component that is mounted twice, a reload or a second tab from doing it again, and take the code out of the address before you send it. The first answer’s tokens are the ones to use; some servers withdraw them when they see a code again.',
    },
    harmless: {
      title: 'The login code was sent twice; the first answer’s tokens are in use',
      plain: 'The app used the one-time login code twice. This time it did no harm.',
      text: 'The token endpoint gave tokens for this code, and the page uses them. The same code was sent {how} and got HTTP {status}{code}.',
      fix: 'Redeem each code once: a server that is strict withdraws the tokens when it sees a code again.',
      severity: 'info',
      kind: 'remark',
    },
    accepted: {
      title: 'The provider accepted the same login code twice',
      plain: 'The provider accepts its one-time login code more than once. Whoever copies a code could use it, too.',
      text: 'The same code was sent {how}, and the token endpoint gave other tokens for it each time.',
      fix: 'Refuse a code that was redeemed, and withdraw the tokens it was redeemed for.',
      severity: 'warning',
      kind: 'weakness',
      owner: 'provider',
    },
  },
  // POST /token code=c → 200, POST /token code=c → 400 {"error":"invalid_grant"}
  inspect(_, scene) {
    const calls = tokenCalls(scene).filter((call) => valueFor(call.sent, 'code') !== null);
    if (calls.length === 0) return inapplicable;
    let unseen = false;
    for (const call of calls) {
      const first = redeemedBy(scene, call);
      if (!first || call.status === null) continue;
      const evidence = [at(call.exchange, 'response.status'), codeAt(call), codeAt(first)] as const;
      const data = { how: howAgain(scene, first, call) };
      if (!call.succeeded) {
        if (!isRefusal(call)) continue;
        const refused = { ...data, status: call.status, code: call.error ? ` with \`${readError(call.error.code, null).code}\`` : '' };
        const options = { data: refused, confidence: call.error ? ('certain' as const) : ('likely' as const) };
        return fail(tokenInUse(scene, call) ? 'harmless' : 'refused', evidence, options);
      }
      const [one, other] = [stringMember(first.answer, 'access_token'), stringMember(call.answer, 'access_token')];
      // One call that the recorder lists twice, or that the server answers alike on purpose.
      if (one === null || other === null) unseen = true;
      else if (one !== other && first.exchange.startedAt <= call.exchange.startedAt) return fail('accepted', evidence, { data });
    }
    return unseen ? inconclusive('body-not-exposed') : pass;
  },
});

/** About the code, as far as the answer says: not a busy server, and not one that wants a nonce in the proof first. */
function isRefusal({ status, error }: TokenCall): boolean {
  if (error) return readError(error.code, error.description).meaning.kind === 'grant';
  return status === 400 || status === 403;
}

function codeAt(call: TokenCall) {
  return at(call.exchange, sentAt(call, 'code'));
}

function howAgain(scene: Scene, first: TokenCall, second: TokenCall): string {
  const [one, other] = [first.exchange, second.exchange];
  const apartMs = Math.abs(other.startedAt - one.startedAt);
  if (one.where.tab !== null && other.where.tab !== null && one.where.tab !== other.where.tab) return 'again from another tab';
  if (apartMs < (one.durationMs ?? 0)) return `again ${apartMs} ms later, before the answer was there`;
  const reloaded = scene.flow.replays.some((r) => r.at > one.startedAt && r.at <= other.startedAt);
  if (reloaded) return 'again after the callback had been opened once more';
  return apartMs < 10_000 ? `again ${apartMs} ms later` : `again ${Math.round(apartMs / 1000)} s later`;
}
