import type { CheckResult } from '../model/finding.ts';
import type { Scene } from '../observe/scene.ts';
import type { Check } from './define.ts';

/** Runs the checks on one flow. A check that throws is a bug of ours: it says so and takes nobody down. */
export function runChecks(checks: readonly Check[], scene: Scene): CheckResult[] {
  return checks.map((check) => {
    try {
      return { check: check.id, verdict: check.judge(scene) };
    } catch (error) {
      return {
        check: check.id,
        verdict: { kind: 'crashed', error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) },
      };
    }
  });
}
