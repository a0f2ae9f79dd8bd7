/** Whether anybody can have done anything between the request and the answer. */
import { redirectChain } from '../read/chain.ts';
import { exchangeOf, type Scene } from './scene.ts';

/** Redirects alone led from the request to the answer: no page was shown. */
export function cameAtOnce(scene: Scene): boolean {
  const { request, response } = scene.flow;
  const last = exchangeOf(scene, response?.exchange);
  return last !== null && redirectChain(scene.stage.byId, last).some((hop) => hop.id === request?.exchange);
}
