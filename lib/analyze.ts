/** The engine's one front door: facts in, opinion out. Pure: the same capture always gives the same analysis. */
import { judgeFlow } from './checks/judge.ts';
import { link } from './correlate/link.ts';
import type { Capture } from './model/capture.ts';
import type { Analysis, Profile } from './model/finding.ts';
import { withGaps } from './observe/out-of-sight.ts';
import { setScene, setStage } from './observe/scene.ts';

export function analyze(capture: Capture, profile: Profile = 'default'): Analysis {
  const flows = withGaps(link(capture.exchanges), capture);
  const stage = setStage(capture, flows);
  return { flows: flows.map((flow) => judgeFlow(setScene(stage, flow), profile)), findings: [] };
}
