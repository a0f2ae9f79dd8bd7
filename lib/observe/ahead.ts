import { exchangeOf, type Scene } from './scene.ts';

/**
 * True for a login that only the browser began, ahead of the user. What was drawn ahead may be shown later, without another
 * request (measured, Chromium 156): then the user goes on in it, and it is a login like any other.
 */
export function isOnlyAhead(scene: Scene): boolean {
  const authorization = exchangeOf(scene, scene.flow.request?.exchange);
  if (!authorization?.speculative) return false;
  return !scene.flow.steps.some(({ exchange }) => {
    const hop = exchangeOf(scene, exchange);
    return hop !== null && hop.speculative === null && hop.where.kind === 'page' && hop.startedAt > authorization.startedAt;
  });
}
