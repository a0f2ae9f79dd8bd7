import type { Exchange } from '../../model/exchange.ts';
import { exchangeOf, withRole } from '../../observe/scene.ts';
import { hostOf, originOf, readUrl } from '../../read/url.ts';
import { isKnownParameter } from '../../spec/parameters.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const blockedByClient = /ERR_BLOCKED_BY_CLIENT|ERR_BLOCKED_BY_ADMINISTRATOR|NS_ERROR_BLOCKED_BY_POLICY/;

/** Parameters of the standards that stood in the request and do not stand in what it became, or not with that value. */
function lostParameters({ request, outcome }: Exchange): string[] {
  const from = readUrl(request.url);
  const to = outcome.kind === 'redirected' ? readUrl(outcome.to) : null;
  if (to?.base !== from.base) return [];
  const lost = (from.query ?? []).filter(
    ({ name, value }) => isKnownParameter(name) && !to.query?.some((kept) => kept.name === name && kept.value === value),
  );
  return [...new Set(lost.map(({ name }) => name))];
}

export const extensionInterference = defineCheck({
  id: 'extension-interference',
  category: 'transport',
  kind: 'breakage',
  tier: 'core',
  title: 'Another extension or a policy blocked or changed the login',
  severity: 'error',
  rank: 20,
  owner: 'browser',
  flows: ['login', 'silent', 'logout', 'tokens', 'setup', 'device'],
  cites: [{ spec: 'RFC9110', section: '7.6' }],
  needs: [],
  messages: {
    blocked: {
      title: 'The browser itself blocked a request of this login',
      plain: 'A browser add-on or a company policy interrupted the login. Try again in a window without add-ons.',
      text: 'The request to {host} was stopped inside the browser ({reason}) before it was sent. An ad blocker, another extension or a policy does that.',
      fix: 'Allow {host} in the blocker, or try in a profile without extensions. If a company policy blocks it, ask the administrator.',
    },
    'page-rule': {
      title: 'A security rule of the page blocked a request of this login',
      plain: 'A security rule of the website blocked a part of its own login.',
      text: 'The request to {host} was stopped inside the browser (ERR_BLOCKED_BY_CSP) before it was sent: the Content-Security-Policy of the page that made it does not allow this address.',
      fix: 'Add {host} to the page’s policy: `connect-src` for calls, `frame-src` for frames, `form-action` for forms.',
      owner: 'app',
    },
    parameters: {
      title: 'Another extension changed the parameters of this login',
      plain: 'A browser add-on changed the login on its way. Try again in a window without add-ons.',
      text: 'Before the request to {host} was sent, something inside the browser removed or changed {names}. No server did that; extensions that clean addresses do.',
      fix: 'Switch such extensions off for {host}, or try in a profile without extensions.',
    },
    redirected: {
      title: 'Another extension changed a request of this login',
      plain: 'A browser add-on changed the login on its way.',
      text: 'The request to {host} was redirected inside the browser, not by a server.',
      fix: 'Try again in a profile without extensions, and compare.',
      severity: 'warning',
    },
  },
  // GET https://idp/authorize  → net::ERR_BLOCKED_BY_CLIENT
  inspect(_, scene) {
    const hops = scene.steps.filter((s) => s.role !== 'resource' && s.role !== 'foreign').map((s) => s.exchange);
    if (hops.length === 0) return inapplicable;
    for (const exchange of hops) {
      const { outcome } = exchange;
      if (outcome.kind !== 'failed') continue;
      // Tried again, and it went through.
      if (
        hops.some(
          (later) =>
            later.startedAt > exchange.startedAt &&
            later.request.url === exchange.request.url &&
            later.outcome.kind !== 'failed' &&
            later.outcome.kind !== 'pending',
        )
      )
        continue;
      const host = hostOf(exchange.request.url);
      if (blockedByClient.test(outcome.reason))
        return fail('blocked', [at(exchange, 'outcome.reason')], {
          data: { host, reason: /[A-Z_]{6,}/.exec(outcome.reason)?.[0] ?? 'blocked' },
        });
      if (/ERR_BLOCKED_BY_CSP/.test(outcome.reason)) {
        const page = originOf(exchange.request.initiator ?? '') ?? originOf(exchangeOf(scene, exchange.previousHop)?.request.url ?? '');
        const owner = page !== null && scene.flow.serverOrigins.includes(page) ? ('provider' as const) : ('app' as const);
        return fail('page-rule', [at(exchange, 'outcome.reason')], { data: { host }, owner });
      }
      // Firefox says NS_ERROR_ABORT both for a blocker and for a user who leaves; only a blocker stops it before its headers exist.
      if (/NS_ERROR_ABORT\b/.test(outcome.reason) && exchange.request.headers.hidden === 'all' && outcome.status === null)
        return fail('blocked', [at(exchange, 'outcome.reason')], { data: { host, reason: 'NS_ERROR_ABORT' }, confidence: 'likely' });
    }
    const changed = withRole(scene, 'start', 'authorization-request', 'provider', 'callback', 'token-request').find(
      (e) => e.outcome.kind === 'redirected' && e.outcome.by === 'extension',
    );
    if (changed) {
      const host = hostOf(changed.request.url);
      const names = lostParameters(changed);
      return names.length > 0
        ? fail('parameters', [at(changed, 'response.status')], {
            data: { host, names: names.map((name) => `\`${name}\``).join(', ') },
            confidence: 'likely',
          })
        : fail('redirected', [at(changed, 'response.status')], { data: { host }, confidence: 'likely' });
    }
    return hops.some((exchange) => exchange.outcome.kind === 'pending') ? inconclusive('never-finished') : pass;
  },
});
