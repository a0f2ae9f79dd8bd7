import type { Parameter } from '../../model/flow.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { type IssuedJwt, issuedJwts, unseenIdToken } from '../../observe/id-tokens.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { type Scene, siblings, withRole } from '../../observe/scene.ts';
import { member, text } from '../../read/loose.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { decodePercent } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { mayBelongElsewhere } from '../state/compare.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const nonceMismatch = defineCheck({
  id: 'nonce-mismatch',
  category: 'nonce',
  kind: 'breakage',
  tier: 'std',
  title: 'Nonce of the ID token differs from the one sent',
  severity: 'error',
  rank: 107,
  owner: 'provider',
  cites: [
    { spec: 'OIDCCore', section: '3.1.3.7', level: 'MUST' },
    { spec: 'OIDCCore', section: '3.2.2.11', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    changed: {
      title: 'The ID token carries another nonce than the one that was sent',
      plain: 'The proof of identity that came back was made for another login attempt, so the app has to refuse it.',
      text: 'The authorization request sent one `nonce`, the ID token that came back carries another. No login in this capture sent that one.',
      fix: 'Find out where the ID token comes from: a provider, proxy or cache that answers with an older token, or a provider that keeps one `nonce` for several logins. Keep refusing it until then.',
    },
    'other-login': {
      title: 'The ID token answers another login of this app',
      plain: 'The proof of identity that came back belongs to another login attempt in this browser, so the app has to refuse it here.',
      text: 'The `nonce` in the ID token was sent by another login of this browser, {flow}, not by this one.',
      fix: 'At the provider, keep one sign-in transaction per authorization request. In the app, keep pending logins apart: one stored entry per `state`, not one slot for all.',
    },
    missing: {
      title: 'The ID token came back without its nonce',
      plain: 'The proof of identity that came back lacks the mark that ties it to this login, so a careful app has to refuse it.',
      text: 'The authorization request sent a `nonce`; the ID token that came back has none. A client that checks it has to refuse the token.',
      fix: 'The provider must put the `nonce` of the request into the ID token unchanged.',
      severity: 'warning',
    },
    accepted: {
      title: 'The app accepted an ID token with another nonce',
      plain: 'The proof of identity that came back was made for another login attempt, and the app took it all the same.',
      text: 'The ID token’s `nonce` is not the one this login sent, and the app went on: it does not compare them. A stolen or older token could be passed off as a new one.',
      fix: 'Compare the `nonce` of the ID token with the one that was sent, and refuse a token that differs. Then find out where the other token comes from.',
      owner: 'app',
      kind: 'weakness',
    },
  },
  // GET /authorize?nonce=sent  → 302 /cb#id_token={"nonce":"other"}
  inspect({ request }, scene) {
    const sent = request.nonce;
    const tokens = issuedJwts(scene).filter(({ kind }) => kind === 'id-token');
    const hidden = unseenIdToken(scene);
    if (!sent) return request.hidden && tokens.length > 0 ? inconclusive(request.hidden) : inapplicable;
    if (tokens.length === 0) return hidden ? inconclusive(hidden) : inapplicable;
    if (isPlaceholder(sent.value)) return inconclusive('redacted-input');
    for (const token of tokens) {
      if (token.jwt.kind !== 'signed') continue;
      const claim = text(member(token.jwt.claims, 'nonce'));
      if (isPlaceholder(claim)) return inconclusive('redacted-input');
      const evidence = [token.at, atParameter(sent)] as const;
      // No ID token is without these: somebody left claims out.
      if (claim === '' && !(Object.hasOwn(token.jwt.claims, 'iss') && Object.hasOwn(token.jwt.claims, 'aud')))
        return inconclusive('redacted-input');
      if (claim === '')
        return fail('missing', evidence, brokeAfterAnswer(scene) ? { severity: 'error', confidence: 'likely' } : { confidence: 'likely' });
      if (isSame(sent, claim)) continue;
      if (wentOn(scene, token)) return fail('accepted', evidence, { confidence: 'likely' });
      const other = scene.stage.flows.find((flow) => flow.request?.nonce && isSame(flow.request.nonce, claim));
      if (other) return fail('other-login', evidence, { data: { flow: other.id } });
      const { response } = scene.flow;
      const elsewhere = response ? mayBelongElsewhere(scene, request, response) : null;
      if (elsewhere) return inconclusive(elsewhere);
      return fail('changed', evidence, { confidence: isOnlyOne(scene) ? 'certain' : 'likely' });
    }
    if (tokens.some(({ jwt }) => jwt.kind === 'signed')) return pass;
    return inconclusive(tokens.some(({ jwt }) => jwt.kind === 'encrypted') ? 'encrypted' : 'redacted-input');
  },
});

/** A plus sign is a blank to some servers and a plus sign to others. */
function isSame(sent: Parameter, claim: string): boolean {
  return claim === sent.value || claim === decodePercent(sent.raw);
}

/** The app looked the user up with what it got, or set up a session: then it did not refuse the token. */
function wentOn(scene: Scene, token: IssuedJwt): boolean {
  if (brokeAfterAnswer(scene)) return false;
  if (token.from === 'authorization-endpoint' && wasConsumed(scene)) return true;
  return withRole(scene, 'userinfo').some(
    (e) => e.startedAt >= token.exchange.startedAt && e.outcome.kind === 'answered' && e.outcome.status < 300,
  );
}

/** With a state no answer goes astray; without one another login that still waits might own it. */
function isOnlyOne(scene: Scene): boolean {
  const { flow } = scene;
  if (flow.request?.state) return true;
  return !siblings(scene).some((other) => other !== flow && !other.response && other.startedAt < flow.endedAt);
}
