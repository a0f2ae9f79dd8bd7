/** Logins that the browser itself carries out (FedCM): its requests belong to no tab, and to each other by site and time. */
import type { Exchange } from '../model/exchange.ts';
import { formOf } from '../read/body.ts';
import { headerValue } from '../read/headers.ts';
import { valueFor } from '../read/parameters.ts';
import { siteOf } from '../read/site.ts';
import { originOf } from '../read/url.ts';
import { contextOf, type Draft } from './draft.ts';
import type { Registry } from './registry.ts';

/** The user looks at the browser's list of accounts. */
const chooseWithinMs = 300_000;

export function isBrowserLogin({ where, request }: Exchange): boolean {
  return where.kind !== 'preflight' && headerValue(request.headers, 'sec-fetch-dest') === 'webidentity';
}

interface Open {
  readonly draft: Draft;
  readonly site: string | null;
  lastAt: number;
  /** The user chose: whatever comes next is another login. */
  chosen: boolean;
}

export class BrowserLogins {
  readonly #registry: Registry;
  #open: Open[] = [];

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  visit(exchange: Exchange): void {
    const site = siteOf(exchange.request.url);
    this.#open = this.#open.filter((one) => exchange.startedAt - one.lastAt <= chooseWithinMs);
    let open = this.#open.find((one) => one.site === site && !one.chosen);
    if (!open) {
      open = { draft: this.#registry.create('login', contextOf(exchange)), site, lastAt: 0, chosen: false };
      open.draft.grantType = 'fedcm';
      this.#open.push(open);
    }
    const { draft } = open;
    open.lastAt = exchange.startedAt;
    open.chosen ||= exchange.request.method === 'POST';
    draft.serverOrigins.add(originOf(exchange.request.url) ?? '');
    draft.clientId ??= valueFor(formOf(exchange.request.body), 'client_id');
    draft.returnTo ??= originOf(headerValue(exchange.request.headers, 'origin') ?? '');
    this.#registry.step(draft, exchange.id, 'identity-request');
  }
}
