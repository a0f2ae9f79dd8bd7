import type { Exchange } from '../../model/exchange.ts';
import { partySites } from '../../observe/parties.ts';
import { after, type Scene } from '../../observe/scene.ts';
import { headerValue, mediaType } from '../../read/headers.ts';
import { sameSite, siteOf } from '../../read/site.ts';
import { addressOf, hostOf, originOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** What comes later is no part of the page's loading. */
const loadingMs = 30_000;

const results: ReadonlySet<string> = new Set(['code', 'access_token', 'id_token', 'response']);

export const callbackThirdPartyContent = defineCheck({
  id: 'callback-third-party-content',
  category: 'token-placement',
  kind: 'weakness',
  tier: 'std',
  title: 'Callback page loads foreign content with the answer in its address',
  severity: 'warning',
  rank: 920,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.2.4', level: 'SHOULD' },
    { spec: 'RFC6749', section: '3.1.2.5', level: 'SHOULD' },
  ],
  needs: ['response', 'callback'],
  messages: {
    script: {
      title: 'Scripts of {hosts} run on the callback page',
      plain: 'While the answer of your login stands in the address bar, the page already runs programs of other websites.',
      text: 'The callback answered with a page of its own, and that page loads scripts from {hosts}. A script of a page reads the page’s address: it can take the `{name}` before the app has taken it out of there. Where that host is the app’s own under another name, nothing is lost.',
      fix: 'Answer the callback with a redirect to a clean address. A single-page app: a callback page that loads nothing but the app’s own script, and `history.replaceState` as its first act.',
    },
    content: {
      title: 'The callback page loads content of {hosts}',
      plain: 'While the answer of your login stands in the address bar, the page already fetches things from other websites.',
      text: 'The callback answered with a page of its own instead of a redirect, and that page loads content from {hosts}. By default browsers keep the address from them; a Referrer-Policy of the page, an older browser or a script that is added one day gives them the `{name}`.',
      fix: 'Answer the callback with a redirect to a clean address, or load nothing from other sites there and send `Referrer-Policy: no-referrer`.',
      severity: 'info',
    },
  },
  // GET /cb?code=c → 200, then GET https://cdn.other.example/counter.js
  inspect({ response, callback }, scene) {
    if (response.in !== 'query' && response.in !== 'fragment') return inapplicable;
    const name = response.parameters.find((p) => results.has(p.name) && p.value !== '')?.name;
    if (name === undefined || callback.where.kind === 'frame') return inapplicable;
    const { outcome } = callback;
    if (outcome.kind === 'pending') return inconclusive('never-finished');
    if (outcome.kind === 'redirected') return pass;
    if (outcome.kind === 'failed' || outcome.status >= 400) return inapplicable;
    const foreign = foreignContent(scene, callback);
    const scripts = foreign.filter(isScript);
    if (scripts[0])
      return fail('script', [at(scripts[0], 'request.url')], { data: { hosts: hostsOf(scripts), name }, confidence: 'possible' });
    // A page that takes the answer itself has to be one.
    if (!foreign[0] || response.in === 'fragment' || scene.flow.tokens.length > 0) return pass;
    return fail('content', [at(foreign[0], 'request.url')], { data: { hosts: hostsOf(foreign), name } });
  },
});

/** What this very page fetched from sites that have no part in the login, until its address was clean. */
function foreignContent(scene: Scene, callback: Exchange): Exchange[] {
  const own = partySites(scene);
  const origin = originOf(callback.request.url);
  const found: Exchange[] = [];
  for (const exchange of after(scene, callback, loadingMs)) {
    const { where, request, outcome } = exchange;
    const inTab = where.tab === callback.where.tab;
    if (inTab && where.kind === 'page') break;
    if (!inTab || originOf(request.initiator ?? '') !== origin) continue;
    if (isCleaned(exchange, callback)) break;
    const site = siteOf(request.url);
    // Guard: what a blocker stopped was never there.
    if (site === null || own.has(site) || (outcome.kind === 'failed' && outcome.status === null)) continue;
    if (where.kind === 'resource') found.push(exchange);
  }
  return found;
}

/** A request to the page's own origin names the page; without query, the answer is out of its address. */
function isCleaned({ request }: Exchange, callback: Exchange): boolean {
  const referer = headerValue(request.headers, 'referer');
  if (referer === null || !sameSite(referer, callback.request.url) || originOf(referer) !== originOf(request.url)) return false;
  return readUrl(callback.request.url).query !== null && readUrl(referer).query === null;
}

function isScript({ request, outcome }: Exchange): boolean {
  const told = headerValue(request.headers, 'sec-fetch-dest');
  if (told !== null) return told === 'script';
  return (
    (outcome.kind === 'answered' && /(?:java|ecma)script/.test(mediaType(outcome.headers))) ||
    /\.m?js$/i.test(addressOf(request.url)?.path ?? '')
  );
}

/** The first three by name. */
function hostsOf(exchanges: readonly Exchange[]): string {
  const hosts = [...new Set(exchanges.map(({ request }) => hostOf(request.url)))];
  const more = hosts.length - 3;
  return more > 0 ? `${hosts.slice(0, 3).join(', ')} and ${more} more` : hosts.join(', ');
}
