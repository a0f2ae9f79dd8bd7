import type { Exchange, Headers } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import type { Evidence } from '../../model/place.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { isProviderEndpoint, tokenCalls } from '../../observe/token-calls.ts';
import { type Caching, cachingOf } from '../../read/caching.ts';
import { areWhole, header, mediaType } from '../../read/headers.ts';
import { hostOf, originOf } from '../../read/url.ts';
import { resultNames } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

type Message = 'token' | 'form' | 'callback' | 'redirect';

export const sensitiveResponseCacheable = defineCheck({
  id: 'sensitive-response-cacheable',
  category: 'token-endpoint',
  kind: 'weakness',
  tier: 'ext',
  title: 'Answers with codes or tokens may be cached',
  severity: 'warning',
  rank: 924,
  owner: 'provider',
  flows: ['login', 'silent', 'tokens', 'device'],
  cites: [
    { spec: 'RFC6749', section: '5.1', level: 'MUST' },
    { spec: 'FormPost', section: '2', level: 'MUST' },
    { spec: 'RFC9111', section: '5.2.2.5' },
  ],
  needs: [],
  messages: {
    token: {
      title: 'The token answer of {host} does not forbid to keep it',
      plain: 'A copy of the key to your account may stay behind on this computer or on the way to it.',
      text: 'The token endpoint at {host} answered with tokens and without `Cache-Control: no-store`. Whatever stands between the two may keep a copy.',
      fix: 'Send `Cache-Control: no-store` with every answer of the token endpoint.',
    },
    form: {
      title: 'The page that posts the answer does not forbid to keep it',
      plain: 'A copy of your login’s answer may stay behind on this computer.',
      text: 'The provider’s page at {host} holds the answer in a form that the browser posts to the app, and came without `Cache-Control: no-store`. The answer is meant to be used once; a kept page would send it again.',
      fix: 'Send `Cache-Control: no-store` with the page that posts the answer.',
    },
    callback: {
      title: 'The browser may keep the callback page, answer in its address and all',
      plain: 'The browser may keep the page your login ended on, with the answer in its address.',
      text: 'The callback answered with a page that may be used again without asking. The cache keeps it under its address, and that holds the `{name}`.',
      fix: 'Send `Cache-Control: no-store` with the callback, or answer it with a redirect (302 or 303) to a clean address.',
      owner: 'app',
    },
    redirect: {
      title: 'The callback answers with a redirect that browsers keep (HTTP {status})',
      plain: 'The browser may remember the last step of your login instead of asking the website again.',
      text: 'The callback answered HTTP {status}, a permanent redirect, and did not forbid to keep it. Opened again, the address with the `{name}` leads on without the app being asked.',
      fix: 'Answer the callback with 302 or 303.',
      owner: 'app',
    },
  },
  // POST /token → 200 {"access_token":..} without Cache-Control
  inspect(_, scene) {
    const problems: Problem<Message>[] = [];
    let seen = false;
    let hidden = false;
    const judge = (message: Message, exchange: Exchange, weak: (caching: Caching) => boolean, data: Record<string, string | number>) => {
      const headers = headersOf(exchange);
      if (!headers) return;
      const caching = cachingOf(headers);
      const told = header(headers, 'cache-control').kind === 'present' || areWhole(headers);
      if (caching === 'hidden' || !told) hidden = true;
      else seen = true;
      if (caching !== 'hidden' && told && weak(caching)) problems.push(problem(message, [placeOf(exchange, headers)], { data }));
    };
    const unforbidden = (caching: Caching) => caching !== 'forbidden';
    const call = tokenCalls(scene).find(
      (c) => c.succeeded && isProviderEndpoint(scene, c.exchange) && c.exchange.where.kind !== 'preflight',
    );
    if (call) judge('token', call.exchange, unforbidden, { host: hostOf(call.exchange.request.url) });
    const form = postingPage(scene);
    if (form) judge('form', form, unforbidden, { host: hostOf(form.request.url) });
    const callback = callbackWithAnswer(scene);
    if (callback) {
      const { exchange, name } = callback;
      if (exchange.outcome.kind === 'answered') judge('callback', exchange, (caching) => caching === 'fresh', { name });
      if (exchange.outcome.kind === 'redirected') judge('redirect', exchange, unforbidden, { name, status: exchange.outcome.status });
    }
    if (problems.length === 0 && hidden) return inconclusive('header-hidden');
    return seen || problems.length > 0 ? verdictOf(problems) : inapplicable;
  },
});

function headersOf({ outcome }: Exchange): Headers | null {
  return outcome.kind === 'answered' || outcome.kind === 'redirected' ? outcome.headers : null;
}

const placeOf = (exchange: Exchange, headers: Headers): Evidence =>
  header(headers, 'cache-control').kind === 'present'
    ? at(exchange, 'response.header.cache-control')
    : absentAt(exchange, 'response.header.cache-control');

/** The provider's page whose form the browser posted to the app. */
function postingPage(scene: Scene): Exchange | null {
  const { response, serverOrigins } = scene.flow;
  const posted = response?.in === 'form' ? scene.stage.byId.get(response.callback ?? 'x.0') : undefined;
  if (!posted) return null;
  const page = withRole(scene, 'authorization-request', 'provider').findLast(
    (e) => (e.where.kind === 'page' || e.where.kind === 'frame') && e.startedAt <= posted.startedAt,
  );
  const { outcome } = page ?? posted;
  const isPage = outcome.kind === 'answered' && outcome.status === 200 && /html/.test(mediaType(outcome.headers));
  return page && isPage && serverOrigins.includes(originOf(page.request.url) ?? '') ? page : null;
}

/** Only an answer in the query is part of what a cache goes by, and only permanent redirects are kept without being told to. */
function callbackWithAnswer({ flow, stage }: Scene): { readonly exchange: Exchange; readonly name: string } | null {
  const { response } = flow;
  const exchange = response?.in === 'query' ? stage.byId.get(response.callback ?? 'x.0') : undefined;
  const name = response?.parameters.find((p) => resultNames.has(p.name) && p.name !== 'error' && p.value !== '')?.name;
  if (!exchange || name === undefined || exchange.request.method !== 'GET') return null;
  const { outcome } = exchange;
  if (outcome.kind === 'answered') return outcome.status === 200 ? { exchange, name } : null;
  return outcome.kind === 'redirected' && outcome.by === 'server' && (outcome.status === 301 || outcome.status === 308)
    ? { exchange, name }
    : null;
}
