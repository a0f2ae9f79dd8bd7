/** A login that failed, and that the app made good by itself. */
import type { Flow } from '../model/flow.ts';
import { valueFor } from '../read/parameters.ts';
import { byUser, callbackRun, reflexMs, restartWithinMs } from './run.ts';
import { begunBetween, exchangeOf, observed, type Scene, setScene } from './scene.ts';

/** The attempt that the app started because of this one's answer, and that was answered without an error and not broken off. */
export const recoveredBy: (scene: Scene) => Flow | null = observed((scene) => {
  const { flow, stage } = scene;
  const run = callbackRun(scene);
  if (!flow.response || !run) return null;
  const chain = new Set(run.chain.map((e) => e.id));
  const end = run.last.startedAt + (run.last.durationMs ?? 0);
  for (const other of begunBetween(scene, run.callback.startedAt, end + restartWithinMs)) {
    const began = exchangeOf(scene, other.request?.exchange);
    if (other === flow || !began || !other.response || began.startedAt < run.callback.startedAt) continue;
    if (began.startedAt - end > restartWithinMs || (began.where.tab !== null && began.where.tab !== run.callback.where.tab)) continue;
    const led = other.steps.some((step) => {
      const hop = stage.byId.get(step.exchange);
      return hop !== undefined && hop.previousHop !== null && chain.has(hop.previousHop);
    });
    // Nobody reads an error and clicks this fast.
    if (!led && byUser(began) === true && began.startedAt - end > reflexMs) continue;
    if (valueFor(other.response.parameters, 'error') === null && callbackRun(setScene(stage, other))?.breakdown == null) return other;
  }
  return null;
});
