/** All that an analysis says, in a form that two can be compared in. */
import { analyze } from '../../lib/analyze.ts';
import type { Capture } from '../../lib/model/capture.ts';

export function verdict(taken: Capture) {
  return analyze(taken, 'auditor').flows.map(({ flow, outcome, headline, findings, results }) => ({
    kind: flow.kind,
    grant: flow.grant,
    steps: flow.steps,
    outcome,
    headline,
    findings: findings.map((f) => `${f.severity} ${f.check}/${f.message} ${f.confidence}`),
    open: results.filter((r) => r.verdict.kind === 'inconclusive').map((r) => r.check),
  }));
}
