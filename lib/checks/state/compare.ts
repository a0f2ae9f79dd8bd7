/** The two values all state checks look at. */
import type { Gap } from '../../model/exchange.ts';
import type { AuthorizationRequest, AuthorizationResponse, Parameter } from '../../model/flow.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { type Altered, explainAlteration } from '../../read/compare.ts';
import { first } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';

export type StateComparison =
  | { readonly kind: 'equal'; readonly sent: Parameter; readonly returned: Parameter }
  | { readonly kind: 'altered'; readonly sent: Parameter; readonly returned: Parameter; readonly how: Altered }
  | { readonly kind: 'different'; readonly sent: Parameter; readonly returned: Parameter }
  | { readonly kind: 'dropped'; readonly sent: Parameter }
  | { readonly kind: 'unasked'; readonly returned: Parameter }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'none' };

export function compareStates(request: AuthorizationRequest, response: AuthorizationResponse): StateComparison {
  const sent = request.state;
  const returned = first(response.parameters, 'state');
  if (!sent) return returned ? { kind: 'unasked', returned } : { kind: 'none' };
  if (!returned) return { kind: 'dropped', sent };
  if (isPlaceholder(sent.value) || isPlaceholder(returned.value)) return { kind: 'unreadable' };
  if (sent.value === returned.value) return { kind: 'equal', sent, returned };
  const how = explainAlteration(sent.value, returned.value);
  return how ? { kind: 'altered', sent, returned, how } : { kind: 'different', sent, returned };
}

const deaf: ReadonlySet<Gap> = new Set(['worker-restarted', 'browser-restarted', 'capture-started-late', 'evicted']);

/** What a recorder that is cut off takes with it is younger than this. */
const lostMs = 2_000;

/**
 * While nobody listened, another login may have begun, and this is its answer. One that the redirects lead to from the
 * request, or that has the state that was sent, can only be this one's.
 */
export function mayBelongElsewhere(scene: Scene, request: AuthorizationRequest, response: AuthorizationResponse): Gap | null {
  if (compareStates(request, response).kind === 'equal' || leadsTo(scene, request, response)) return null;
  const { gaps, restartedAt } = scene.stage.capture;
  const from = exchangeOf(scene, request.exchange)?.startedAt ?? 0;
  const to = exchangeOf(scene, response.exchange)?.startedAt ?? Number.POSITIVE_INFINITY;
  const meanwhile = restartedAt.length === 0 || restartedAt.some((at) => at >= from - lostMs && at <= to + lostMs);
  return gaps.find((gap) => deaf.has(gap) && (gap !== 'worker-restarted' || meanwhile)) ?? null;
}

const longestChain = 30;

function leadsTo(scene: Scene, request: AuthorizationRequest, response: AuthorizationResponse): boolean {
  const asked = new Set([request.exchange, ...request.repeats]);
  let hop = exchangeOf(scene, response.exchange);
  for (let i = 0; hop && i < longestChain; i++) {
    if (asked.has(hop.id)) return true;
    const previous = exchangeOf(scene, hop.previousHop);
    // Hops between them may have been missed.
    hop = previous?.outcome.kind === 'redirected' ? previous : null;
  }
  return false;
}
