import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import { readError } from '../../observe/answer.ts';
import { providerOf } from '../../observe/provider.ts';
import { exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { newLoginAfter, redeemedBy, saidError, tokenCalls } from '../../observe/token-calls.ts';
import { tokenInUse } from '../../observe/token-uses.ts';
import { formOf } from '../../read/body.ts';
import { headerValue } from '../../read/headers.ts';
import { valueFor } from '../../read/parameters.ts';
import { deviceGrant } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { at, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

type Message = 'refused' | 'refresh' | 'pushed' | 'grant' | 'status' | 'unsaid' | 'renewal';

/** Codes live ten minutes at the most (RFC 6749 section 4.1.2), a minute at many servers. */
const oldCodeMs = 60_000;

export const tokenErrorResponse = defineCheck({
  id: 'token-error-response',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'core',
  title: 'Token endpoint returned an error',
  severity: 'error',
  rank: 131,
  owner: 'app',
  flows: ['login', 'silent', 'tokens', 'device', 'setup'],
  cites: [
    { spec: 'RFC6749', section: '5.2' },
    { spec: 'RFC6749', section: '4.1.3', level: 'MUST' },
  ],
  needs: [],
  messages: {
    refused: {
      title: 'The provider refused the token request: {reason}',
      plain: 'The provider would not finish the login: {reason}.',
      text: 'The token endpoint answered HTTP {status} with `{code}`: {reason}.',
      fix: '{advice}',
    },
    refresh: {
      title: 'The provider did not accept the refresh token',
      plain: 'The provider would not prolong the session: it has ended, or was ended. Sign in again.',
      text: 'The token endpoint answered HTTP {status} with `{code}` to a refresh token: it is expired, revoked, used up by rotation, or belongs to another client.',
      fix: 'Take this as the end of the session and start a login. If it comes too early: look at the lifetime of refresh tokens, and let only one tab renew at a time where they rotate.',
    },
    pushed: {
      title: 'The provider refused the pushed request: {reason}',
      plain: 'The app announced the login to the provider, and the provider refused it: {reason}.',
      text: 'The page pushed its authorization request (RFC 9126), and the provider answered HTTP {status}{code}: {reason}.',
      fix: '{advice}',
    },
    grant: {
      title: 'The provider did not accept the login code',
      plain: 'The provider would not exchange the login code for a key: it is expired, already used, or belongs to another request.',
      text: 'The token endpoint answered HTTP {status} with `{code}`.{hint}',
      fix: 'Redeem each code once and at once, with the same redirect_uri and with the code_verifier of the same attempt.',
    },
    status: {
      title: 'The token endpoint answered HTTP {status}',
      plain: 'The provider would not exchange the login code for a key (error {status}).',
      text: 'The token endpoint answered HTTP {status}; its body is not in this capture, so the error code is unknown.',
      fix: 'Look at the body of this answer in DevTools: it names the error.',
    },
    unsaid: {
      title: 'The token endpoint answered HTTP {status} without an OAuth error',
      plain: 'The provider would not exchange the login code for a key (error {status}).',
      text: 'The token endpoint answered HTTP {status} with something that is no OAuth error: a proxy, a firewall or another program may have answered.',
      fix: 'Read the body of this answer, and compare the address with the token_endpoint of the provider’s metadata.',
    },
    renewal: {
      title: 'Renewing the session failed, and a new login followed',
      plain: 'The old session had ended, so a new login was needed. That is normal.',
      text: 'A refresh token was refused (HTTP {status}); the app then started a login.',
      fix: 'Nothing has to change, unless it happens too often: then look at the lifetime and rotation of refresh tokens.',
      severity: 'info',
    },
  },
  // POST /token  → 400 {"error":"invalid_grant"}
  inspect(_, scene) {
    const problems: Problem<Message>[] = [];
    let pending = false;
    let answered = false;
    let unseen = false;
    for (const call of tokenCalls(scene)) {
      const { exchange, grantType } = call;
      if (exchange.outcome.kind === 'pending') pending = true;
      if (exchange.outcome.kind !== 'answered') continue;
      answered = true;
      const found = judge(scene, exchange, grantType);
      // The code had done its work, and the page lives on what it got for it.
      if (found !== null && redeemedBy(scene, call) && tokenInUse(scene, call)) continue;
      if (found === 'unseen') unseen = true;
      else if (found) problems.push(found);
      // What went through in the end was an error on the way there: a poll, another way to authenticate, a lost race.
      else if (exchange.outcome.status < 300) problems.length = 0;
    }
    const pushed = refusedPush(scene);
    if (pushed) problems.push(pushed);
    if (!answered && !pushed && withRole(scene, 'pushed-request').some((e) => e.outcome.kind === 'answered')) answered = true;
    if (!answered && !pushed) return pending ? inconclusive('never-finished') : inapplicable;
    return unseen && problems.length === 0 && !lastWentWell(scene) ? inconclusive('body-not-exposed') : verdictOf(problems);
  },
});

function lastWentWell(scene: Scene): boolean {
  const last = exchangeOf(scene, scene.flow.tokens.at(-1)?.exchange);
  return last?.outcome.kind === 'answered' && last.outcome.status < 300;
}

function judge(scene: Scene, exchange: Exchange, grantType: string | null): Problem<Message> | 'unseen' | null {
  if (exchange.outcome.kind !== 'answered') return null;
  const { status } = exchange.outcome;
  const error = saidError(exchange);
  if (status < 400 && !error) return null;
  const read = error ? readError(error.code, error.description) : null;
  // RFC 8628 section 3.5 and RFC 9449 section 8: part of the conversation.
  if (read?.meaning.kind === 'polling') return null;
  // The user said no on the other device: nothing broke.
  if (read?.meaning.kind === 'user' && grantType === deviceGrant) return null;
  if (read === null && headerValue(exchange.outcome.headers, 'dpop-nonce') !== null && (status === 400 || status === 401)) return null;
  // RFC 8628: "not yet" is a 400, too.
  if (read === null && grantType === deviceGrant && status === 400 && !exchange.outcome.body.seen) return 'unseen';
  const evidence = [at(exchange, 'response.status'), ...(error ? [at(exchange, error.place)] : [])] as const;
  if (grantType === 'refresh_token' && newLoginAfter(scene, exchange)) return problem('renewal', evidence, { data: { status } });
  if (!read)
    return problem(exchange.outcome.body.seen ? 'unsaid' : 'status', evidence, {
      data: { status },
      confidence: 'likely',
      ...(status >= 500 ? { owner: 'provider' as const } : {}),
    });
  const data = { status, code: read.code, reason: read.meaning.reason, advice: read.meaning.fix };
  if (read.meaning.kind === 'grant' && grantType === 'refresh_token') return problem('refresh', evidence, { data });
  if (read.meaning.kind === 'grant' && grantType === 'authorization_code')
    return problem('grant', evidence, { data: { ...data, hint: hintFor(scene, exchange) } });
  return problem('refused', evidence, { data, owner: read.meaning.owner });
}

/** RFC 9126 section 2.3: refused before the browser was sent anywhere, and not tried again with success. */
function refusedPush(scene: Scene): Problem<Message> | null {
  const last = withRole(scene, 'pushed-request').at(-1);
  if (last?.outcome.kind !== 'answered' || last.outcome.status < 400) return null;
  const { status } = last.outcome;
  const error = saidError(last);
  const read = error ? readError(error.code, error.description) : null;
  return problem('pushed', [at(last, 'response.status'), ...(error ? [at(last, error.place)] : [])], {
    data: {
      status,
      code: read ? ` with \`${read.code}\`` : '',
      reason: read?.meaning.reason ?? 'it gives no reason that this capture shows',
      advice: read?.meaning.fix ?? 'Look at the body of this answer.',
    },
    ...(read ? { owner: read.meaning.owner } : {}),
  });
}

/** What this capture shows of the reasons an invalid_grant can have. */
function hintFor(scene: Scene, exchange: Exchange): string {
  const form = formOf(exchange.request.body);
  const code = valueFor(form, 'code');
  const earlier = scene.flow.tokens
    .map((t) => exchangeOf(scene, t.exchange))
    .find(
      (e) =>
        e !== null &&
        e.id !== exchange.id &&
        e.startedAt < exchange.startedAt &&
        code !== null &&
        valueFor(formOf(e.request.body), 'code') === code,
    );
  if (earlier) return ' The same code had been sent once before: it works only once.';
  const redirectUri = valueFor(form, 'redirect_uri');
  const asked = scene.flow.request?.redirectUri ?? null;
  if (redirectUri !== null && asked !== null && redirectUri !== asked)
    return ' The redirect_uri of the token request is not the one of the authorization request; they must be identical.';
  if (scene.flow.request?.codeChallenge && valueFor(form, 'code_verifier') === null)
    return ' The authorization request had a code_challenge, the token request has no code_verifier.';
  const age = exchange.startedAt - (scene.flow.response?.at ?? exchange.startedAt);
  const profile = providerOf(scene);
  const lifeSeconds = profile?.codeLifeSeconds?.is ?? null;
  if (profile && lifeSeconds !== null && age > lifeSeconds * 1000)
    return ` The code was ${Math.round(age / 1000)} s old; ${profile.name} accepts it for ${lifeSeconds} s.`;
  return age > oldCodeMs && lifeSeconds === null
    ? ` The code was ${Math.round(age / 1000)} s old; many servers accept it for a minute only.`
    : ' Usual reasons: the code was used before, it expired, or the code_verifier belongs to another attempt.';
}
