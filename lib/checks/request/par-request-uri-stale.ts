import type { Exchange } from '../../model/exchange.ts';
import type { Confidence } from '../../model/finding.ts';
import type { Evidence } from '../../model/place.ts';
import { providerStop } from '../../observe/answer.ts';
import { damageTo, explainedBy, refusalAgain, refusalOf } from '../../observe/refusal.ts';
import { exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { formOf, jsonOf } from '../../read/body.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { originOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { atRefusal } from '../response/stop.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const parRequestUriStale = defineCheck({
  id: 'par-request-uri-stale',
  category: 'request',
  kind: 'breakage',
  tier: 'std',
  title: 'Pushed request reference expired or used again',
  severity: 'error',
  rank: 48,
  owner: 'app',
  cites: [
    { spec: 'RFC9126', section: '2.2' },
    { spec: 'RFC9126', section: '4', level: 'SHOULD' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    used: {
      title: 'The pushed request was opened a second time',
      plain: 'The prepared login link works only once, and it was opened again. Start the login again in the app.',
      text: 'The same `request_uri` was opened {count} times, {seconds} s between the last two. Servers let it be used once. A reload, the Back button, a bookmark, or an app that keeps it for the next attempt does that.',
      fix: 'Push a new request for every attempt, and let the button that starts the login lead to the app, not to the stored address.',
    },
    expired: {
      title: 'The pushed request was opened after it had expired',
      plain: 'The prepared login link was opened too late. Start the login again in the app.',
      text: 'The provider gave the `request_uri` {lifetime} s to live; it was opened {age} s after that answer.',
      fix: 'Push the request when the user starts the login, not when the page loads, and go to the provider at once.',
    },
    client: {
      title: 'The request was pushed by another client',
      plain: 'The app prepared this login under another name than it then used.',
      text: 'The request was pushed with one `client_id` and opened with another. A `request_uri` belongs to the client that pushed it.',
      fix: 'Use the same `client_id` in both requests; look for settings of two environments.',
    },
  },
  // GET /authorize?client_id=app&request_uri=urn:...  a second time  → 400 invalid_request_uri
  inspect({ request, authorization }, scene) {
    const { query } = readUrl(authorization.request.url);
    const requestUri = first(request.parameters, 'request_uri');
    // An http address is fetched by the provider, as often as it likes (RFC 9101).
    if (!requestUri || !/^urn:/i.test(requestUri.value)) return inapplicable;
    if (isPlaceholder(requestUri.value)) return inconclusive('redacted-input');
    const uses = usesOf(requestUri.value, authorization, scene);
    const last = uses.at(-1) ?? authorization;
    const refusal = refusalOf(scene);
    const stop = providerStop(scene);
    // The reload of a page is answered like the request it is.
    const unsaid = refusal !== null && stop?.exchange === last && (refusal.about === null || refusal.about === 'request');
    const confidence = explainedBy(refusal, damageTo(['request_uri'], false)) ?? (unsaid ? ('likely' as const) : null);
    const here = at(last, 'request.url');
    const pushed = withRole(scene, 'pushed-request').at(-1);
    if (confidence && pushed) {
      const pusher = valueFor(formOf(pushed.request.body), 'client_id');
      const opener = valueFor(query, 'client_id');
      if (pusher !== null && opener !== null && pusher !== opener && !isPlaceholder(pusher) && !isPlaceholder(opener))
        return fail('client', [at(pushed, 'request.form.client_id'), here, ...atRefusal(scene)], { confidence });
    }
    const before = uses.at(-2);
    const again = before ? refusedLater(scene, last) : null;
    if (before) {
      const data = { count: uses.length, seconds: Math.round((last.startedAt - before.startedAt) / 1000) };
      if (confidence) return fail('used', [here, at(before, 'request.url'), ...atRefusal(scene)], { confidence, data });
      if (again) return fail('used', [here, at(before, 'request.url'), again.at], { confidence: again.confidence, data });
      if (uses[0]?.id !== authorization.id) return fail('used', [here, at(before, 'request.url')], { severity: 'info', data });
    }
    if (!confidence) return pass;
    const lifetime = pushed ? lifetimeOf(pushed) : null;
    if (!pushed || lifetime === null) return inconclusive('parameters-hidden');
    if (scene.stage.capture.gaps.includes('times-missing')) return inconclusive('times-missing');
    const age = (last.startedAt - pushed.startedAt - (pushed.durationMs ?? 0)) / 1000;
    return age > lifetime
      ? fail('expired', [here, at(pushed, 'response.body.expires_in'), ...atRefusal(scene)], {
          confidence,
          data: { lifetime, age: Math.round(age) },
        })
      : pass;
  },
});

/** The login was answered well, and the same address was opened once more and refused. */
function refusedLater({ flow }: Scene, last: Exchange): { readonly at: Evidence; readonly confidence: Confidence } | null {
  for (const replay of flow.replays) {
    const error = first(replay.parameters, 'error');
    const confidence = explainedBy(refusalAgain(replay), damageTo(['request_uri'], false));
    if (error && confidence && replay.at >= last.startedAt) return { at: atParameter(error), confidence };
  }
  return null;
}

/** Seconds the server gave the reference. */
function lifetimeOf({ outcome }: Exchange): number | null {
  const seconds = outcome.kind === 'answered' ? jsonOf(outcome.body)?.['expires_in'] : null;
  return typeof seconds === 'number' && seconds > 0 ? seconds : null;
}

/** Every time the reference was opened up to and in this flow. A server that passes it on from page to page opens nothing. */
function usesOf(requestUri: string, authorization: Exchange, scene: Scene): Exchange[] {
  const base = readUrl(authorization.request.url).base;
  return scene.stage.flows
    .filter((flow) => flow.startedAt <= scene.flow.startedAt && valueFor(flow.request?.parameters ?? [], 'request_uri') === requestUri)
    .flatMap((flow) => (flow.request ? [flow.request.exchange, ...flow.request.repeats] : []))
    .map((id) => exchangeOf(scene, id))
    .filter((e) => e !== null)
    .filter((e) => e.id === authorization.id || (readUrl(e.request.url).base === base && !isInside(e, scene) && e.speculative === null))
    .sort((a, b) => (scene.stage.order.get(a.id) ?? 0) - (scene.stage.order.get(b.id) ?? 0));
}

function isInside({ previousHop, request }: Exchange, scene: Scene): boolean {
  const from = exchangeOf(scene, previousHop)?.request.url ?? request.initiator ?? '';
  return scene.flow.serverOrigins.includes(originOf(from) ?? '');
}
