import type { Exchange } from '../../model/exchange.ts';
import { credentials } from '../../observe/credentials.ts';
import { exchangeOf } from '../../observe/scene.ts';
import { chosen, laterIn } from '../../observe/tables.ts';
import { header, headerValue } from '../../read/headers.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { siteOf } from '../../read/site.ts';
import { hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A page keeps its address as long as it is open; leaks happen while it loads. */
const watchMs = 120_000;

/** Requests that tell of an answer's address, and those that may: their headers were not shown. */
const telling = chosen(({ request, outcome }) => {
  const referer = header(request.headers, 'referer');
  // What was stopped before its headers existed told nobody.
  if (referer.kind === 'hidden') return outcome.kind !== 'failed';
  return referer.kind === 'present' && /[?&#](?:code|access_token|id_token|state|response)=/.test(referer.value);
});

export const credentialInReferer = defineCheck({
  id: 'credential-in-referer',
  category: 'token-placement',
  kind: 'leak',
  tier: 'std',
  title: 'Code or token leaked in the Referer header',
  severity: 'error',
  rank: 172,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.2.4', level: 'MUST' },
    { spec: 'ReferrerPolicy', section: 'policies' },
  ],
  needs: ['response'],
  messages: {
    leaked: {
      title: 'Another site received the {kind} in the Referer header',
      plain: 'Another website ({host}) received your login code, because the page told it where you came from.',
      text: 'A request to {host} carries the address of the callback page, {kind} included, in its Referer header{policy}.',
      fix: 'Answer the callback with a redirect to a clean address before anything else loads, and send `Referrer-Policy: no-referrer` on login and callback pages.',
    },
    state: {
      title: 'Another site received the state in the Referer header',
      plain: 'Another website ({host}) received the ticket number of your login.',
      text: 'A request to {host} carries the address of a login page, `state` included, in its Referer header{policy}.',
      fix: 'Send `Referrer-Policy: no-referrer` on login and callback pages.',
      severity: 'warning',
    },
  },
  // GET https://ads.example/pixel  Referer: https://app/cb?code=c
  inspect({ response }, scene) {
    const start = exchangeOf(scene, response.callback);
    if (!start) return inapplicable;
    const issued = credentials(scene);
    const state = response.parameters.find((p) => p.name === 'state' && p.value.length >= 16 && !isPlaceholder(p.value));
    if (issued.length === 0 && !state)
      return response.parameters.some((p) => isPlaceholder(p.value)) ? inconclusive('redacted-input') : inapplicable;
    const own = new Set([siteOf(scene.flow.parties.client), ...scene.flow.serverOrigins.map((origin) => siteOf(origin))]);
    let hidden = false;
    for (const exchange of laterIn(scene, telling(scene.stage), start, watchMs)) {
      if (own.has(siteOf(exchange.request.url))) continue;
      const referer = header(exchange.request.headers, 'referer');
      if (referer.kind === 'hidden') hidden = true;
      if (referer.kind !== 'present') continue;
      const host = hostOf(exchange.request.url);
      const carries = (value: string) => referer.value.includes(value) || referer.value.includes(encodeURIComponent(value));
      const found = issued.find((c) => carries(c.value));
      const data = { host, policy: policyOf(start) };
      if (found)
        return fail('leaked', [at(exchange, 'request.header.referer')], {
          data: { ...data, kind: found.kind === 'code' ? 'code' : 'token' },
        });
      if (state && carries(state.value)) return fail('state', [at(exchange, 'request.header.referer')], { data });
    }
    return hidden ? inconclusive('header-hidden') : pass;
  },
});

function policyOf({ outcome }: Exchange): string {
  const policy = outcome.kind === 'pending' ? null : headerValue(outcome.headers, 'referrer-policy');
  return policy !== null && /^[a-z-, ]+$/i.test(policy) ? ` (the page’s Referrer-Policy is \`${policy}\`)` : '';
}
