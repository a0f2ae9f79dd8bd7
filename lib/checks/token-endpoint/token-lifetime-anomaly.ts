import type { Gap } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import type { Evidence } from '../../model/place.ts';
import type { Scene } from '../../observe/scene.ts';
import { isProviderEndpoint, tokenCalls } from '../../observe/token-calls.ts';
import type { JsonObject } from '../../read/json.ts';
import { readJwt } from '../../read/jwt.ts';
import { member, number, text } from '../../read/loose.ts';
import { first } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, atParameter, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

/** A request on its way and two clocks that differ a little use this up. */
const hardlySeconds = 60;
/** What platforms that link accounts ask for: Alexa, six minutes. */
const linkingSeconds = 360;
const daySeconds = 86_400;

type Message = 'short' | 'brief' | 'long' | 'open-ended';

export const tokenLifetimeAnomaly = defineCheck({
  id: 'token-lifetime-anomaly',
  category: 'token-endpoint',
  kind: 'remark',
  tier: 'ext',
  title: 'Token lives unusually short or long, or does not say how long',
  severity: 'info',
  rank: 920,
  owner: 'provider',
  flows: ['login', 'silent', 'tokens'],
  cites: [
    { spec: 'RFC6749', section: '5.1' },
    { spec: 'RFC9700', section: '2.2' },
  ],
  needs: [],
  messages: {
    short: {
      title: 'The access token is good for {seconds} seconds only',
      plain: 'The key that the app got expires almost at once.',
      text: 'The access token came with a life of {seconds} seconds. Part of that is gone before it is used; clients that renew a minute ahead take it for expired from the start.',
      fix: 'Give access tokens 5 to 60 minutes.',
      severity: 'warning',
    },
    brief: {
      title: 'The access token is good for {seconds} seconds, and nothing renews it',
      plain: 'The key that the app got expires after a few minutes, and then you have to sign in again.',
      text: 'The access token came with a life of {seconds} seconds and without a refresh token. Platforms that link accounts ask for six minutes at least (Alexa), and a page has to ask the provider anew each time.',
      fix: 'Give access tokens 5 to 60 minutes, or let a refresh token come along.',
    },
    long: {
      title: 'An access token in the browser is good for {hours} hours',
      plain: 'The key that the app holds in the browser works for very long; whoever gets hold of it can use it all that time.',
      text: 'An access token that a page can read came with a life of {hours} hours. A stolen one works until then: access tokens can mostly not be taken back.',
      fix: 'Give access tokens 5 to 60 minutes, and renew them with rotated refresh tokens, or keep the tokens on the app’s server.',
      kind: 'weakness',
      severity: 'warning',
    },
    'open-ended': {
      title: 'The answer does not say how long the access token is good for',
      plain: 'The provider does not say when the key expires, so the app may only notice when it is refused.',
      text: 'The answer with the access token has no `expires_in`, and the token itself shows no end. The app can not renew it in time.',
      fix: 'Send `expires_in` with every access token.',
    },
  },
  // https://app.example/cb#access_token=..&expires_in=30
  inspect(_, scene) {
    const { found, unseen } = issuedTokens(scene);
    if (found.length === 0) return unseen ? inconclusive(unseen) : inapplicable;
    const problems = found.flatMap((token) => problemOf(token) ?? []);
    return verdictOf([...new Map(problems.map((one) => [one.message, one])).values()]);
  },
});

interface IssuedToken {
  readonly seconds: number | null;
  readonly at: Evidence;
  readonly renewable: boolean;
  readonly inBrowser: boolean;
}

function issuedTokens(scene: Scene): { readonly found: readonly IssuedToken[]; readonly unseen: Gap | null } {
  const found: IssuedToken[] = [];
  let unseen: Gap | null = null;
  const parameters = scene.flow.response?.parameters ?? [];
  const token = first(parameters, 'access_token');
  if (token) {
    const told = first(parameters, 'expires_in');
    const seconds = secondsOf(told?.value ?? null, token.value);
    if (seconds !== 'unclear') found.push({ seconds, at: atParameter(told ?? token), renewable: false, inBrowser: true });
  }
  for (const call of tokenCalls(scene)) {
    if (!call.succeeded || !isProviderEndpoint(scene, call.exchange)) continue;
    const { outcome } = call.exchange;
    if (outcome.kind === 'answered' && !outcome.body.seen) unseen = outcome.body.why;
    const value = call.answer ? text(member(call.answer, 'access_token')) : '';
    if (!call.answer || value === '') continue;
    const told = member(call.answer, 'expires_in');
    const seconds = secondsOf(told === undefined ? null : String(told), value);
    if (seconds === 'unclear') continue;
    found.push({
      seconds,
      at: told === undefined ? absentAt(call.exchange, 'response.body.expires_in') : at(call.exchange, 'response.body.expires_in'),
      renewable: hasRenewal(call.answer) || call.grantType === 'refresh_token' || call.grantType === 'client_credentials',
      // Other recorders see what servers say to each other, too.
      inBrowser: call.exchange.where.fromBrowser && call.exchange.where.kind === 'fetch',
    });
  }
  return { found, unseen };
}

const hasRenewal = (answer: JsonObject) => Object.hasOwn(answer, 'refresh_token');

/** Null where nothing says it. Zero and less mean "never" to some servers and "at once" to others. */
function secondsOf(told: string | null, token: string): number | null | 'unclear' {
  if (told !== null) {
    const seconds = /^\d{1,12}(?:\.\d+)?$/.test(told.trim()) ? Number(told) : 0;
    return seconds > 0 && !isPlaceholder(told) ? seconds : 'unclear';
  }
  const jwt = readJwt(token);
  if (jwt.kind === 'encrypted' || isPlaceholder(token)) return 'unclear';
  if (jwt.kind === 'unreadable') return null;
  const expiresAt = number(member(jwt.claims, 'exp'));
  const issuedAt = number(member(jwt.claims, 'iat'));
  if (expiresAt === null) return null;
  return issuedAt === null || expiresAt <= issuedAt ? 'unclear' : expiresAt - issuedAt;
}

function problemOf({ seconds, at: place, renewable, inBrowser }: IssuedToken): Problem<Message> | null {
  if (seconds === null) return inBrowser ? problem('open-ended', [place]) : null;
  const data = { seconds: Math.round(seconds) };
  if (seconds < hardlySeconds) return problem('short', [place], { data });
  if (seconds < linkingSeconds && !renewable) return problem('brief', [place], { data });
  return seconds > daySeconds && inBrowser ? problem('long', [place], { data: { hours: Math.round(seconds / 3600) } }) : null;
}
