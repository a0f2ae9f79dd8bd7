/** An answer that came from elsewhere: no login watched in this browser asked for it. */

import { headerValue } from '../read/headers.ts';
import { originOf } from '../read/url.ts';
import { callbackRun } from './run.ts';
import { observed, type Scene } from './scene.ts';
import { firstFromOrigin } from './tables.ts';

/** So much history before it makes "the recording started late" a poor excuse. */
const recordedBeforeMs = 60_000;

/** The origin a planted or misdirected answer came from; null when the flow has a request, or the recording may just have missed it. */
export const foreignSource: (scene: Scene) => string | null = observed((scene) => {
  const callback = callbackRun(scene)?.callback;
  if (!scene.flow.orphan || !callback) return null;
  const { exchanges } = scene.stage.capture;
  const from = originOf(callback.request.initiator ?? '');
  const site = headerValue(callback.request.headers, 'sec-fetch-site');
  const firstAt = exchanges[0]?.startedAt ?? callback.startedAt;
  // The page it came from was recorded, so was all that happened on the way; what was sent a form, or loads its own pictures, began before.
  const first = from === null ? undefined : firstFromOrigin(scene.stage, from);
  const source = first && first.startedAt < callback.startedAt ? first : undefined;
  const sourceSeen = source?.request.method === 'GET' && source.where.kind !== 'fetch' && source.where.kind !== 'resource';
  const watched = sourceSeen || callback.startedAt - firstAt >= recordedBeforeMs;
  const crossSite = site === 'cross-site' || (site === null && from !== null && from !== originOf(callback.request.url));
  return watched && crossSite ? from : null;
});
