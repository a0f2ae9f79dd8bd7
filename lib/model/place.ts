import type { ExchangeId } from './exchange.ts';

/** Where in an exchange something stands. */
export type Place =
  | 'request.url'
  | 'request.method'
  | 'request.body'
  | 'response.status'
  | 'response.body'
  | 'outcome.reason'
  | 'timing'
  | `request.query.${string}`
  | `request.fragment.${string}`
  | `request.form.${string}`
  | `request.header.${string}`
  | `request.cookie.${string}`
  | `response.header.${string}`
  | `response.cookie.${string}`
  | `response.body.${string}`
  | `response.location.query.${string}`
  | `response.location.fragment.${string}`;

/** A pointer, never a quotation. Whoever shows it looks the value up in the exchange they hold. */
export interface Evidence {
  readonly exchange: ExchangeId;
  readonly place: Place;
  /** The point is that nothing stands there. */
  readonly absent?: true;
}
