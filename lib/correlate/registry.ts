/** The flows found so far, and every key under which an exchange can find its own. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Role } from '../model/flow.ts';
import { redirectKey } from '../read/redirect.ts';
import { addStep, type Draft, isAnswered, newDraft } from './draft.ts';

/** How many recent flows of one place are looked at when nothing else points to one. */
export const recentInContext = 8;

export class Registry {
  readonly drafts: Draft[] = [];
  readonly exchanges: readonly Exchange[];
  readonly byState = new Map<string, Draft[]>();
  readonly byRedirect = new Map<string, Draft[]>();
  readonly byCode = new Map<string, Draft>();
  readonly byContext = new Map<string, Draft[]>();
  readonly #byId: ReadonlyMap<ExchangeId, Exchange>;
  readonly #owners = new Map<ExchangeId, Draft[]>();

  constructor(exchanges: readonly Exchange[]) {
    this.exchanges = exchanges;
    this.#byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  }

  create(kind: Draft['kind'], context: string): Draft {
    const draft = newDraft(this.drafts.length, kind, context);
    this.drafts.push(draft);
    return draft;
  }

  /** An exchange of an inner login is a hop of the outer one too. */
  step(draft: Draft, id: ExchangeId, role: Role): void {
    addStep(draft, id, role);
    const owners = this.#owners.get(id);
    if (!owners) this.#owners.set(id, [draft]);
    else if (!owners.includes(draft)) owners.push(draft);
    if (draft.parent) this.step(draft.parent, id, 'nested');
  }

  /** Flows an exchange takes part in, innermost first. */
  owners(id: ExchangeId | null): readonly Draft[] {
    return (id === null ? undefined : this.#owners.get(id)) ?? [];
  }

  /** Unanswered flows of a place, newest first. */
  active(context: string): Draft[] {
    return (this.byContext.get(context) ?? [])
      .slice(-recentInContext)
      .reverse()
      .filter((draft) => !isAnswered(draft));
  }

  exchange(id: ExchangeId): Exchange | null {
    return this.#byId.get(id) ?? null;
  }

  requestUrl(draft: Draft): string {
    return this.#byId.get(draft.request?.exchange ?? 'x.0')?.request.url ?? '';
  }

  index(draft: Draft): void {
    const { request } = draft;
    if (request?.state) push(this.byState, request.state.value, draft);
    if (request?.redirectUri) push(this.byRedirect, redirectKey(request.redirectUri), draft);
  }

  inContext(context: string, draft: Draft): void {
    push(this.byContext, context, draft);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
