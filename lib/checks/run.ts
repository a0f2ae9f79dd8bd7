import type { CheckResult, Verdict } from '../model/finding.ts';
import type { Scene } from '../observe/scene.ts';
import { type Check, messageOf } from './define.ts';
import { inconclusive } from './verdict.ts';

/** Runs the checks on one flow. A check that throws is a bug of ours: it says so and takes nobody down. */
export function runChecks(checks: readonly Check[], scene: Scene): CheckResult[] {
  return checks.map((check) => {
    try {
      return { check: check.id, verdict: inSight(check, check.judge(scene), scene) };
    } catch (error) {
      return {
        check: check.id,
        verdict: { kind: 'crashed', error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) },
      };
    }
  });
}

/** Why a login broke is not to be said when what decided it was out of sight. A leak stays one. */
function inSight(check: Check, verdict: Verdict, { flow }: Scene): Verdict {
  if (verdict.kind !== 'fail' || !flow.gaps.includes('not-granted')) return verdict;
  const kindOf = (message: string) => messageOf(check, message)?.kind ?? check.kind;
  const [first, ...more] = verdict.problems.filter(({ message }) => kindOf(message) !== 'breakage');
  return first ? { kind: 'fail', problems: [first, ...more] } : inconclusive('not-granted');
}
