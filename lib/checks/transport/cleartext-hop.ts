import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import type { Role } from '../../model/flow.ts';
import { credentials } from '../../observe/credentials.ts';
import { type InsecureTarget, insecureTarget } from '../../observe/insecure-target.ts';
import type { Scene } from '../../observe/scene.ts';
import { formOf } from '../../read/body.ts';
import { isLoginName, readCookies } from '../../read/cookies.ts';
import { isDevelopmentHost, isLoopbackHost } from '../../read/site.ts';
import { addressOf, hostOf, readUrl } from '../../read/url.ts';
import { redirectUriAliases } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { at, fail, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

const names: ReadonlySet<string> = new Set([
  'code',
  'state',
  'access_token',
  'id_token',
  'refresh_token',
  'code_verifier',
  'client_secret',
  'response',
]);

/** Guard G21: before and after the protocol, these names can mean anything (a voucher, a country). */
const shared: ReadonlySet<string> = new Set(['code', 'state', 'response']);
const outside: ReadonlySet<Role> = new Set(['start', 'app', 'foreign']);

export const cleartextHop = defineCheck({
  id: 'cleartext-hop',
  category: 'transport',
  kind: 'leak',
  tier: 'core',
  title: 'Part of the login ran over plain http',
  severity: 'error',
  rank: 165,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '3.1.2.1', level: 'SHOULD' },
    { spec: 'RFC9700', section: '2.6', level: 'MUST' },
  ],
  aliases: ['redirect-uri-insecure'],
  needs: [],
  messages: {
    exposed: {
      title: 'The login’s {what} went over plain http at {host}',
      plain: 'Part of the sign-in was sent without encryption: anyone on the network could read it.',
      text: 'A hop of this login at {host} used http, and it carried {what}.',
      fix: 'Use https on every hop: the redirect_uri, links to the login, and what the app redirects to. Add HSTS. Behind a TLS proxy, make the app trust its forwarded headers.',
    },
    asked: {
      title: 'The login asks for its answer over plain http at {host}',
      plain: 'The app asked the provider to send you back to it without encryption, where others on the network can read along.',
      text: 'The `redirect_uri` is an http address at {host}: the code or token that comes back there travels unencrypted. In this recording no answer went that way.',
      fix: 'Use an https address, and register that one only. Plain http is for native apps on a loopback address (`http://127.0.0.1`).',
      kind: 'weakness',
    },
    plain: {
      title: 'A hop of this login used plain http at {host}',
      plain: 'Part of the sign-in was sent without encryption.',
      text: 'A hop of this login at {host} used http. It carried no code, token or login cookie.',
      fix: 'Link to https directly, and add HSTS.',
      severity: 'warning',
    },
    upgraded: {
      title: 'An http address was upgraded by the browser',
      plain: 'The browser changed an unencrypted address to an encrypted one by itself.',
      text: 'A hop began as http at {host}; the browser upgraded it before anything was sent.',
      fix: 'Link to https directly: other browsers may not upgrade it.',
      severity: 'info',
    },
  },
  // GET http://app.example/cb?code=c
  inspect(_, scene) {
    const steps = scene.steps.filter((s) => s.role !== 'resource' && s.role !== 'nested');
    if (steps.length === 0) return inapplicable;
    let plain: Exchange | null = null;
    let upgraded: Exchange | null = null;
    let hidden = false;
    const issued = new Set([...credentials(scene).map((c) => c.value), scene.flow.request?.state?.value]);
    for (const { exchange, role } of steps) {
      const address = addressOf(exchange.request.url);
      if (address?.scheme !== 'http' || isLoopbackHost(address.host)) continue;
      if (exchange.outcome.kind === 'redirected' && exchange.outcome.by === 'browser') {
        upgraded ??= exchange;
        continue;
      }
      // A connection that never came about carried nothing.
      if (exchange.outcome.kind === 'failed' && exchange.outcome.status === null && exchange.request.headers.hidden === 'all') continue;
      const what = carried(exchange, (p) => names.has(p.name) && (!outside.has(role) || !shared.has(p.name) || issued.has(p.value)));
      if (what === 'hidden') hidden = true;
      else if (what !== null)
        return fail('exposed', [at(exchange, what.place)], {
          data: { host: address.host, what: what.text },
          ...(isDevelopmentHost(address.host) ? { severity: 'warning' as const } : {}),
        });
      plain ??= exchange;
    }
    const { request } = scene.flow;
    const target = insecureTarget(scene);
    const problems: Problem<'asked' | 'plain' | 'upgraded'>[] = [];
    if (request && target && isStillToCome(scene, target, upgraded)) {
      const { host } = target.address;
      const place = atRequestParameter(request, 'redirect_uri', ...redirectUriAliases);
      problems.push(problem('asked', [place], { data: { host }, ...(isDevelopmentHost(host) ? { severity: 'warning' as const } : {}) }));
    }
    if (plain && hidden) return problems.length > 0 ? verdictOf(problems) : inconclusive('header-hidden');
    const [message, hop] = plain ? (['plain', plain] as const) : (['upgraded', upgraded] as const);
    const host = hostOf(hop?.request.url ?? '');
    if (hop)
      problems.push(
        problem(message, [at(hop, 'request.url')], {
          data: { host },
          ...(plain && isDevelopmentHost(host) ? { severity: 'info' as const } : {}),
        }),
      );
    // Where the answer will be sent is not known, and none was seen.
    if (problems.length === 0 && request?.hidden && request.redirectUri === null && !scene.flow.response)
      return inconclusive(request.hidden);
    return verdictOf(problems);
  },
});

/** No answer has gone there yet: one that has is a hop of its own. Where the app is told to fix its scheme, that says it. */
function isStillToCome({ flow }: Scene, { address, downgradedFrom }: InsecureTarget, upgraded: Exchange | null): boolean {
  if (downgradedFrom || addressOf(upgraded?.request.url ?? '')?.host === address.host) return false;
  return flow.response === null || (flow.response.callback === null && addressOf(flow.response.target ?? '')?.scheme !== 'https');
}

function carried(
  exchange: Exchange,
  isSensitive: (parameter: { readonly name: string; readonly value: string }) => boolean,
): { readonly text: string; readonly place: `request.${'query' | 'fragment' | 'form' | 'cookie'}.${string}` } | 'hidden' | null {
  const query = readUrl(exchange.request.url).query?.find((p) => p.value !== '' && isSensitive(p));
  if (query) return { text: `\`${query.name}\``, place: `request.query.${query.name}` };
  const field = formOf(exchange.request.body).find((p) => p.value !== '' && isSensitive(p));
  if (field) return { text: `\`${field.name}\``, place: `request.form.${field.name}` };
  const cookies = readCookies(exchange.request.headers);
  if (cookies === 'hidden') return 'hidden';
  const cookie = cookies.find((c) => isLoginName(c.name));
  return cookie ? { text: 'a login cookie', place: `request.cookie.${cookie.name}` } : null;
}
