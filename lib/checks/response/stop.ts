/** Where the provider said why it stopped, for evidence. */
import type { Evidence } from '../../model/place.ts';
import { type ProviderStop, providerStop } from '../../observe/answer.ts';
import type { Scene } from '../../observe/scene.ts';
import { at, atParameter } from '../verdict.ts';

/** Its page when that was seen, else the address of it: some put the reason there. */
export function atStop({ exchange }: ProviderStop): Evidence {
  const body = exchange.outcome.kind === 'answered' && exchange.outcome.body.seen ? exchange.outcome.body.value : null;
  return at(exchange, body?.kind === 'text' ? 'response.body' : 'request.url');
}

/** Where the provider's refusal stands: the error of its answer, or the page it stopped on. */
export function atRefusal(scene: Scene): readonly Evidence[] {
  const error = scene.flow.response?.parameters.find((p) => p.name === 'error');
  if (error) return [atParameter(error)];
  const stop = providerStop(scene);
  return stop ? [atStop(stop)] : [];
}
