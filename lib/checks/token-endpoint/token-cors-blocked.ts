import type { Exchange } from '../../model/exchange.ts';
import { isAbort } from '../../observe/run.ts';
import { exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
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
  owner: 'provider',
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
      fix: 'Register the app as a single-page app at the provider and add its origin to the allowed ones; or redeem the code on a server.',
    },
    response: {
      title: 'The browser kept the answer of {what} from the page',
      plain: 'The provider does not allow this website to read its answer in the browser.',
      text: 'The page at {origin} called {host}. The answer has no `Access-Control-Allow-Origin` for this origin, so the browser did not let the page read it{hidden}.',
      fix: 'Register the app as a single-page app at the provider and add its origin to the allowed ones; or redeem the code on a server.',
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
      (e) => e.where.kind === 'fetch' && e.where.fromBrowser,
    );
    if (calls.length === 0) return inapplicable;
    let unseen: 'header-hidden' | null = null;
    // Clients try several well-known addresses; one that answers is enough.
    const discovered = withRole(scene, 'discovery').some((e) => e.outcome.kind === 'answered' && e.outcome.status === 200);
    const probes = new Set(discovered ? withRole(scene, 'discovery') : []);
    for (const call of calls) {
      if (probes.has(call)) continue;
      const origin = headerValue(call.request.headers, 'origin') ?? originOf(call.request.initiator ?? '');
      if (origin === null || origin === originOf(call.request.url) || succeededLater(scene, call)) continue;
      const found = judge(scene, call, origin);
      if (found === 'hidden') unseen = 'header-hidden';
      else if (found) return found;
    }
    return unseen ? inconclusive(unseen) : pass;
  },
});

function judge(scene: Scene, call: Exchange, origin: string) {
  const data = { origin, host: originOf(call.request.url) ?? '', what: whatOf(scene, call) };
  const preflight =
    exchangeOf(scene, scene.flow.tokens.find((t) => t.exchange === call.id)?.preflight) ??
    withRole(scene, 'preflight').find((p) => p.request.url === call.request.url) ??
    null;
  const { outcome } = call;
  if (preflight && outcome.kind !== 'answered') {
    const refused = refusedPreflight(preflight, origin);
    if (refused)
      return fail(
        'preflight',
        [at(preflight, refused.status ? 'response.status' : 'response.header.access-control-allow-origin'), at(call, 'outcome.reason')],
        { data: { ...data, answer: refused.text } },
      );
  }
  if (outcome.kind === 'pending') return null;
  if (outcome.kind === 'failed') {
    // The answer arrived and the browser withheld it (Chromium: headers, then ERR_FAILED).
    if (outcome.status === null || isAbort(outcome.reason)) return null;
    const allowed = header(outcome.headers, 'access-control-allow-origin');
    if (allowed.kind === 'present' && (allowed.value === '*' || allowed.value === origin)) return null;
    return fail('response', [absentAt(call, 'response.header.access-control-allow-origin'), at(call, 'outcome.reason')], {
      data: { ...data, hidden: outcome.status >= 400 ? `. Behind it is an error of its own: HTTP ${outcome.status}` : '' },
    });
  }
  const allowed = header(outcome.headers, 'access-control-allow-origin');
  if (allowed.kind === 'hidden') return 'hidden' as const;
  const evidence = [
    allowed.kind === 'absent'
      ? absentAt(call, 'response.header.access-control-allow-origin')
      : at(call, 'response.header.access-control-allow-origin'),
    at(call, 'request.header.origin'),
  ] as const;
  if (allowed.kind === 'absent' || (allowed.value !== '*' && allowed.value !== origin)) {
    const status = outcome.status;
    return fail('response', evidence, {
      data: { ...data, hidden: status >= 400 ? `. Behind it is an error of its own: HTTP ${status}` : '' },
    });
  }
  const withCookies = headerValue(call.request.headers, 'cookie') !== null;
  return allowed.value === '*' && withCookies && headerValue(outcome.headers, 'access-control-allow-credentials') === 'true'
    ? fail('credentials', evidence, { data, confidence: 'likely' })
    : null;
}

function refusedPreflight(preflight: Exchange, origin: string): { readonly text: string; readonly status: boolean } | null {
  const { outcome } = preflight;
  if (outcome.kind === 'answered') {
    if (outcome.status < 200 || outcome.status > 299) return { text: `HTTP ${outcome.status}`, status: true };
    const allowed = header(outcome.headers, 'access-control-allow-origin');
    return allowed.kind === 'absent' || (allowed.kind === 'present' && allowed.value !== '*' && allowed.value !== origin)
      ? { text: 'an answer that does not allow this origin', status: false }
      : null;
  }
  if (outcome.kind === 'failed')
    return { text: outcome.status === null ? 'no usable answer' : `HTTP ${outcome.status}`, status: outcome.status !== null };
  return outcome.kind === 'redirected' ? { text: `a redirect (HTTP ${outcome.status}), which is not allowed there`, status: true } : null;
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
