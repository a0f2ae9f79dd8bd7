/** The engine's one front door: facts in, opinion out. Pure: the same capture always gives the same analysis. */
import { judgeFlow } from './checks/judge.ts';
import { linking } from './correlate/link.ts';
import type { Capture } from './model/capture.ts';
import type { Analysis, JudgedFlow, Profile } from './model/finding.ts';
import { type Sliced, toItsEnd } from './model/sliced.ts';
import { withGaps } from './observe/out-of-sight.ts';
import { setScene, setStage } from './observe/scene.ts';

export function analyze(capture: Capture, profile: Profile = 'default'): Analysis {
  return toItsEnd(analyzing(capture, profile));
}

/** The same, for whom a page waits meanwhile. */
export function* analyzing(capture: Capture, profile: Profile): Sliced<Analysis> {
  const flows = withGaps(yield* linking(capture.exchanges), capture);
  yield;
  const stage = setStage(capture, flows);
  const judged: JudgedFlow[] = [];
  for (const flow of flows) {
    yield;
    judged.push(judgeFlow(setScene(stage, flow), profile));
  }
  return { flows: judged, findings: [] };
}
