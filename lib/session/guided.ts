/** When a recorded attempt has said all it will say. Pure. */
import type { JudgedFlow } from '../model/finding.ts';
import { isQuiet } from './view.ts';

/** The login an attempt is about: the newest that is not background traffic. */
export function mainFlow(flows: readonly JudgedFlow[]): JudgedFlow | null {
  const loud = flows.filter((judged) => judged.flow.kind === 'login' && !isQuiet(judged));
  const outer = loud.filter(({ flow }) => flow.parent === null);
  return [...(outer.length > 0 ? outer : loud)].sort((a, b) => b.flow.startedAt - a.flow.startedAt)[0] ?? null;
}

/** Every login came to an end that long ago. One that was given up for another one counts by that. */
export function hasSettled(flows: readonly JudgedFlow[], now: number, quietMs: number): boolean {
  const main = mainFlow(flows);
  if (!main) return false;
  return flows.every(({ flow, outcome }) => outcome !== 'in-progress' && now - flow.endedAt > quietMs);
}

/** Where the app is that was logged in to. */
export function appOf(flows: readonly JudgedFlow[]): string | null {
  return mainFlow(flows)?.flow.parties.client ?? null;
}
