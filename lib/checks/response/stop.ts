/** Where the provider said why it stopped, for evidence. */
import type { Evidence } from '../../model/place.ts';
import type { ProviderStop } from '../../observe/answer.ts';
import { at } from '../verdict.ts';

/** Its page when that was seen, else the address of it: some put the reason there. */
export function atStop({ exchange }: ProviderStop): Evidence {
  const body = exchange.outcome.kind === 'answered' && exchange.outcome.body.seen ? exchange.outcome.body.value : null;
  return at(exchange, body?.kind === 'text' ? 'response.body' : 'request.url');
}
