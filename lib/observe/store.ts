import type { Exchange } from '../model/exchange.ts';

/**
 * Whether two exchanges share cookies and storage: Firefox names a store for every container and one for all private
 * windows, Chromium only says which windows are private. A file knows neither.
 */
export function sameStore({ where: a }: Exchange, { where: b }: Exchange): boolean {
  return a.container === b.container && a.incognito === b.incognito;
}
