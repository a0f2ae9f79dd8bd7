import type { Exchange } from '../../model/exchange.ts';
import type { Evidence } from '../../model/place.ts';
import { after, exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { header, headerValue } from '../../read/headers.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A second try this soon after was the client's own answer to the failure. */
const retryMs = 10_000;

export const tokenCorsBlocked = defineCheck({
  id: 'token-cors-blocked',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'core',
  title: 'Token, discovery or userinfo call from the browser blocked by CORS',
  severity: 'error',
  rank: 130,
  owner: 'app',
  flows: ['login', 'silent', 'tokens', 'setup', 'device'],
  cites: [
    { spec: 'Fetch', section: 'cors', level: 'MUST' },
    { spec: 'BrowserApps', section: '' },
  ],
  needs: [],
  messages: {
    preflight: {
      title: 'The provider refused the browser’s preflight for {what}',
      plain: 'The provider does not allow this website to talk to it from the browser.',
      text: 'The page at {origin} wanted to call {host}. The browser asked first (OPTIONS) and got {answer}, so it never sent the call itself.',
      fix: 'In the provider’s console, register the app as a single-page app and add {origin} to the allowed origins. Where the provider offers nothing like it, make the call from a server.',
    },
    response: {
      title: 'The browser kept the answer of {what} from the page',
      plain: 'The provider does not allow this website to read its answer in the browser.',
      text: 'The page at {origin} called {host}. The answer has no `Access-Control-Allow-Origin` for this origin, so the browser did not let the page read it{hidden}.',
      fix: 'In the provider’s console, register the app as a single-page app and add {origin} to the allowed origins. Where the provider offers nothing like it, make the call from a server.',
    },
    credentials: {
      title: 'Credentials and a wildcard do not go together',
      plain: 'The provider’s answer is not allowed to be read by this website.',
      text: 'The page at {origin} called {host} with credentials, and the answer allows `*`. Browsers refuse that combination.',
      fix: 'Send the call without credentials (`credentials: "omit"`), or name the origin in `Access-Control-Allow-Origin`.',
    },
  },
  // POST https://idp/token from https://app  → 200 without Access-Control-Allow-Origin
  inspect(_, scene) {
    const calls = withRole(scene, 'token-request', 'discovery', 'keys', 'userinfo', 'revocation', 'registration', 'pushed-request').filter(
      (e) => e.where.kind === 'fetch' && e.where.fromBrowser && headerValue(e.request.headers, 'sec-fetch-mode') !== 'no-cors',
    );
    if (calls.length === 0) return inapplicable;
    let unseen: 'header-hidden' | null = null;
    // Clients try several well-known addresses; one that answers is enough.
    const discovered = withRole(scene, 'discovery').some(
      (e) => e.outcome.kind === 'answered' && e.outcome.status === 200 && judgeCall(scene, e) === null,
    );
    const probes = new Set(discovered ? withRole(scene, 'discovery') : []);
    for (const call of calls) {
      if (probes.has(call)) continue;
      const found = succeededLater(scene, call) ? null : judgeCall(scene, call);
      if (found === 'hidden') unseen = 'header-hidden';
      else if (found) return found;
    }
    return unseen ? inconclusive(unseen) : pass;
  },
});

const preflightLookBack = 20;

function judgeCall(scene: Scene, call: Exchange) {
  const origin = headerValue(call.request.headers, 'origin') ?? originOf(call.request.initiator ?? '');
  if (origin === null || origin === originOf(call.request.url)) return null;
  // Extensions may read what their permissions allow, whatever the answer says.
  return /^[a-z-]+-extension:/.test(origin) ? null : judge(scene, call, origin);
}

function judge(scene: Scene, call: Exchange, origin: string) {
  const data = { origin, host: originOf(call.request.url) ?? '', what: whatOf(scene, call) };
  const preflight =
    exchangeOf(scene, scene.flow.tokens.find((t) => t.exchange === call.id)?.preflight) ??
    withRole(scene, 'preflight').find((p) => p.request.url === call.request.url) ??
    preflightBefore(scene, call);
  const { outcome } = call;
  if (preflight && outcome.kind !== 'answered') {
    const refused = refusedPreflight(preflight, origin);
    if (refused) {
      const consequence = at(call, outcome.kind === 'failed' ? 'outcome.reason' : 'request.url');
      return fail('preflight', [refused.evidence, consequence], { data: { ...data, answer: refused.text } });
    }
  }
  if (outcome.kind === 'pending') return null;
  // The browser's own redirects are no answers.
  if (outcome.kind === 'redirected' && outcome.by !== 'server') return null;
  if (outcome.kind === 'failed') {
    // Chromium: the answer's headers came, then ERR_FAILED. Files keep only the latter, and then nothing can be told.
    if (!withheld.test(outcome.reason)) return null;
    if (outcome.status === null) return 'hidden' as const;
  }
  const allowed = header(outcome.headers, 'access-control-allow-origin');
  const { status } = outcome;
  if (allowed.kind === 'hidden') {
    // The browser said that it kept the answer, or wrote all its other headers down and nothing shows that the page had it.
    const kept =
      outcome.kind === 'failed' ||
      (outcome.headers.fields.length >= wholeAnswer && status !== null && status < 400 && !wentOn(scene, call));
    return kept
      ? fail('response', [at(call, outcome.kind === 'failed' ? 'outcome.reason' : 'response.status')], {
          data: { ...data, hidden: '' },
          confidence: 'likely',
        })
      : ('hidden' as const);
  }
  const place = 'response.header.access-control-allow-origin' as const;
  const asked = headerValue(call.request.headers, 'origin') === null ? [] : [at(call, 'request.header.origin')];
  if (allowed.kind === 'absent' || (allowed.value !== '*' && allowed.value !== origin))
    return fail('response', [allowed.kind === 'absent' ? absentAt(call, place) : at(call, place), ...asked], {
      data: { ...data, hidden: status !== null && status >= 400 ? `. Behind it is an error of its own: HTTP ${status}` : '' },
    });
  const withCookies = headerValue(call.request.headers, 'cookie') !== null;
  return allowed.value === '*' && withCookies && headerValue(outcome.headers, 'access-control-allow-credentials') === 'true'
    ? fail('credentials', [at(call, place), ...asked], { data, confidence: 'likely' })
    : null;
}

/** Fewer headers than any server sends: somebody took some out. */
const wholeAnswer = 4;

/** What only a page does that could read the answer: it uses a token, or reads the next part. */
function wentOn(scene: Scene, call: Exchange): boolean {
  for (const later of after(scene, call, wentOnMs)) {
    if (later.where.kind !== 'fetch' || later.id === call.id) continue;
    if (/^(?:bearer|dpop) /i.test(headerValue(later.request.headers, 'authorization') ?? '')) return true;
    if (scene.steps.some((s) => s.exchange.id === later.id && s.role !== 'preflight')) return true;
  }
  return call.where.fromBrowser && scene.steps.some((s) => s.role === 'authorization-request' && s.exchange.startedAt > call.startedAt);
}

const wentOnMs = 30_000;

/** Preflights of other calls belong to no flow: the one right before. */
function preflightBefore(scene: Scene, call: Exchange): Exchange | null {
  const { exchanges } = scene.stage.capture;
  for (let i = (scene.stage.order.get(call.id) ?? 0) - 1, n = 0; i >= 0 && n < preflightLookBack; i--, n++) {
    const before = exchanges[i];
    if (before?.where.kind === 'preflight' && before.request.url === call.request.url) return before;
  }
  return null;
}

/** What browsers say when they keep an answer to themselves. They name no reason (measured in Chromium 156 and Firefox ESR 153). */
const withheld = /net::ERR_FAILED|NS_ERROR_DOM_BAD_URI/;

interface Refused {
  readonly text: string;
  readonly evidence: Evidence;
}

function refusedPreflight(preflight: Exchange, origin: string): Refused | null {
  const { outcome } = preflight;
  const status = at(preflight, 'response.status');
  switch (outcome.kind) {
    case 'pending':
      return null;
    case 'redirected':
      return { text: `a redirect (HTTP ${outcome.status}), which is not allowed there`, evidence: status };
    case 'failed':
      if (outcome.status !== null) return { text: `HTTP ${outcome.status}`, evidence: status };
      // A connection that broke is the network's business.
      return withheld.test(outcome.reason) ? { text: 'no usable answer', evidence: at(preflight, 'outcome.reason') } : null;
    case 'answered': {
      if (outcome.status < 200 || outcome.status > 299) return { text: `HTTP ${outcome.status}`, evidence: status };
      const place = 'response.header.access-control-allow-origin' as const;
      const allowed = header(outcome.headers, 'access-control-allow-origin');
      if (allowed.kind === 'absent') return { text: 'an answer that does not allow this origin', evidence: absentAt(preflight, place) };
      if (allowed.kind === 'present' && allowed.value !== '*' && allowed.value !== origin)
        return { text: 'an answer that does not allow this origin', evidence: at(preflight, place) };
      return refusedHeader(preflight);
    }
  }
}

/** Fetch standard, CORS-preflight fetch: every header asked for has to be allowed, Authorization by name. */
function refusedHeader(preflight: Exchange): Refused | null {
  if (preflight.outcome.kind !== 'answered') return null;
  const names = (text: string | null) =>
    (text ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  const found = header(preflight.outcome.headers, 'access-control-allow-headers');
  if (found.kind === 'hidden') return null;
  const allowed = new Set(found.kind === 'present' ? found.all.flatMap((value) => names(value)) : []);
  const missing = names(headerValue(preflight.request.headers, 'access-control-request-headers')).find(
    (name) => !allowed.has(name) && (name === 'authorization' || !allowed.has('*')),
  );
  if (missing === undefined) return null;
  const place = 'response.header.access-control-allow-headers' as const;
  return {
    text: `an answer that does not allow the header \`${missing}\``,
    evidence: found.kind === 'absent' ? absentAt(preflight, place) : at(preflight, place),
  };
}

/** The same call went through right after: a library probing, or a recorder that lists one call three times. */
function succeededLater(scene: Scene, call: Exchange): boolean {
  return scene.steps.some(
    ({ exchange: other }) =>
      other.id !== call.id &&
      other.request.url === call.request.url &&
      other.request.method === call.request.method &&
      other.startedAt >= call.startedAt &&
      other.startedAt - call.startedAt <= retryMs &&
      other.outcome.kind === 'answered' &&
      other.where.kind === 'fetch' &&
      header(other.outcome.headers, 'access-control-allow-origin').kind !== 'absent',
  );
}

function whatOf(scene: Scene, call: Exchange): string {
  const role = scene.steps.find((s) => s.exchange === call)?.role;
  switch (role) {
    case 'discovery':
      return 'the provider’s metadata';
    case 'keys':
      return 'the provider’s keys';
    case 'userinfo':
      return 'the UserInfo call';
    case 'registration':
      return 'the registration';
    case 'revocation':
      return 'the revocation';
    case 'pushed-request':
      return 'the pushed request';
    default:
      return 'the token request';
  }
}
