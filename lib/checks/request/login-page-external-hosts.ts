import type { Exchange } from '../../model/exchange.ts';
import type { Evidence } from '../../model/place.ts';
import { providerStop } from '../../observe/answer.ts';
import { isAbort } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { inTab, staged } from '../../observe/tables.ts';
import { headerValue } from '../../read/headers.ts';
import { isMeasuring } from '../../read/measuring.ts';
import { firstFrom } from '../../read/sorted.ts';
import { addressOf, hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Pages load their parts at once. */
const loadMs = 30_000;
/** Somebody who can go on has begun to by then. */
const patienceMs = 60_000;

export const loginPageExternalHosts = defineCheck({
  id: 'login-page-external-hosts',
  category: 'request',
  kind: 'remark',
  tier: 'ext',
  title: 'A part of the login page did not come from another host',
  severity: 'warning',
  rank: 63,
  owner: 'network',
  flows: ['login'],
  cites: [{ spec: 'RFC9700', section: '4.2' }],
  needs: ['request', 'authorization'],
  messages: {
    failed: {
      title: 'The login page of {page} did not get a file from {host}, and the login ended there',
      plain: 'The sign-in page needs a file from another address, and did not get it. The page may be empty or its button may do nothing.',
      text: 'The page of {page} loads a script or a style sheet from {host}: {reason}. It is the last page of this login; nothing came back from it.',
      fix: 'Open {host} from this computer and this network. If a filter, a blocker, a proxy or the allow-list of an embedding app stands in between, allow exactly this host; allowing the domain above it may not be enough. The provider can serve the file from its own host.',
      // Whoever gave up at a dead page has not failed, as far as anybody can tell.
      insists: true,
    },
  },
  // GET https://idp.example/authorize → 200; GET https://cdn.example/app.js [script] → failed
  inspect(_, scene) {
    const { flow, stage } = scene;
    if (providerStop(scene)) return inapplicable;
    if (flow.response || flow.bareCallback || flow.tokens.length > 0) return pass;
    const page = withRole(scene, 'authorization-request', 'provider')
      .filter((e) => e.where.kind === 'page' || e.where.kind === 'unknown')
      .at(-1);
    if (page?.outcome.kind !== 'answered') return inapplicable;
    const missing = missingPart(scene, page);
    if (!missing) return pass;
    const { exchange, reason, place } = missing;
    const leftFor = inTab(stage, page.where.tab).some((e) => e.where.kind === 'page' && e.startedAt > page.startedAt);
    const quietMs = stage.capture.asOf - exchange.startedAt;
    if (stage.capture.live && !leftFor && quietMs < patienceMs) return inconclusive('capture-ended-early');
    return fail('failed', [{ exchange: exchange.id, place }, at(page, 'request.url')], {
      data: { host: hostOf(exchange.request.url), page: hostOf(page.request.url), reason },
      confidence: 'possible',
    });
  },
});

const resources = staged(({ capture }) =>
  capture.exchanges.flatMap((exchange) => (exchange.where.kind === 'resource' ? [{ exchange, at: exchange.startedAt }] : [])),
);

/** A script or style sheet of the page that another host did not deliver, also not at a second try. */
function missingPart(
  { stage }: Scene,
  page: Exchange,
): { readonly exchange: Exchange; readonly reason: string; readonly place: Evidence['place'] } | null {
  const loaded = resources(stage);
  const to = firstFrom(loaded, page.startedAt + (page.durationMs ?? 0) + loadMs + 1);
  const parts = loaded.slice(firstFrom(loaded, page.startedAt), to).flatMap(({ exchange }) => (isPartOf(exchange, page) ? exchange : []));
  const came = new Set(parts.filter((e) => failureOf(e) === null).map((e) => hostOf(e.request.url)));
  for (const exchange of parts) {
    const host = hostOf(exchange.request.url);
    const reason = failureOf(exchange);
    if (reason === null || host === hostOf(page.request.url) || isMeasuring(host) || came.has(host)) continue;
    return { exchange, reason, place: exchange.outcome.kind === 'failed' ? 'outcome.reason' : 'response.status' };
  }
  return null;
}

function isPartOf({ where, request, startedAt }: Exchange, page: Exchange): boolean {
  if (where.kind !== 'resource' || startedAt < page.startedAt || startedAt > page.startedAt + (page.durationMs ?? 0) + loadMs) return false;
  const kind = headerValue(request.headers, 'sec-fetch-dest');
  if (kind === null ? !/\.(?:m?js|css)$/i.test(addressOf(request.url)?.path ?? '') : kind !== 'script' && kind !== 'style') return false;
  const by = request.initiator ?? headerValue(request.headers, 'referer');
  return by !== null && originOf(by) === originOf(page.request.url) && (where.tab === null || where.tab === page.where.tab);
}

function failureOf({ outcome }: Exchange): string | null {
  // Firefox breaks off a script that is answered with an error.
  if (outcome.kind === 'failed' && (outcome.status ?? 0) >= 400) return `it answered HTTP ${outcome.status}`;
  if (outcome.kind === 'failed')
    return isAbort(outcome.reason) ? null : `it failed (${/(?:net::)?[A-Z][A-Z0-9_]{4,}/.exec(outcome.reason)?.[0] ?? 'no reason given'})`;
  return outcome.kind === 'answered' && outcome.status >= 400 ? `it answered HTTP ${outcome.status}` : null;
}
