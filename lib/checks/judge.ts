/** From verdicts to findings: severity by profile and outcome, one cause per failed flow, symptoms under it. */
import type { CheckResult, Finding, FindingRole, JudgedFlow, Problem, Profile, Severity } from '../model/finding.ts';
import { isOnlyAhead } from '../observe/ahead.ts';
import { cookieTale } from '../observe/cookie-tale.ts';
import { providerOf } from '../observe/provider.ts';
import type { Scene } from '../observe/scene.ts';
import { catalogue, findCheck } from './catalogue.ts';
import { type Check, type CheckKind, type Message, messageOf } from './define.ts';
import { outcomeOf } from './outcome.ts';
import { runChecks } from './run.ts';

interface Raw {
  readonly check: Check;
  readonly problem: Problem;
  readonly message: Message | null;
  readonly kind: CheckKind;
  readonly severity: Severity;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function rawFindings(results: readonly CheckResult[]): Raw[] {
  return results.flatMap(({ check: id, verdict }) => {
    const check = findCheck(id);
    if (!check || verdict.kind !== 'fail') return [];
    return verdict.problems.map((problem): Raw => {
      const message = messageOf(check, problem.message);
      return {
        check,
        problem,
        message,
        kind: message?.kind ?? check.kind,
        severity: problem.severity ?? message?.severity ?? check.severity,
      };
    });
  });
}

/** A login that only a prefetch began, or that runs inside another one which went well, is nobody's emergency. */
function ceiling(scene: Scene): Severity {
  const { flow, stage } = scene;
  if (isOnlyAhead(scene)) return 'info';
  const outer = flow.parent ? stage.flowById.get(flow.parent) : undefined;
  return outer?.response && !outer.response.parameters.some((p) => p.name === 'error') ? 'info' : 'error';
}

/** Calm by default: what did no harm is a remark, outside the auditor's profile. */
function severityFor(raw: Raw, failed: boolean, profile: Profile, top: Severity): Severity {
  const capped = weight[raw.severity] < weight[top] ? top : raw.severity;
  if (profile === 'auditor') return capped;
  if (raw.kind === 'weakness') return 'info';
  if (capped === 'warning' && !failed && !raw.message?.insists) return 'info';
  return capped;
}

export function judgeFlow(scene: Scene, profile: Profile): JudgedFlow {
  const notSent = scene.flow.gaps.includes('not-sent');
  const results = runChecks(catalogue, scene).map((result) => (notSent ? becauseNotSent(result) : result));
  const raws = rawFindings(results);
  const top = ceiling(scene);
  const broken = top === 'error' && raws.some((raw) => raw.kind === 'breakage' && raw.severity === 'error');
  const outcome = outcomeOf(scene, broken);
  const judged = raws
    .map((raw) => ({ raw, severity: severityFor(raw, outcome === 'failed' || notSent, profile, top) }))
    .sort((a, b) => weight[a.severity] - weight[b.severity] || rankOf(a.raw) - rankOf(b.raw));
  const errors = judged.filter((j) => j.severity === 'error' && j.raw.kind !== 'remark').sort((a, b) => order(a.raw) - order(b.raw));
  const cause = errors[0] ?? (outcome === 'denied' ? judged.find((j) => j.raw.check.id === 'user-cancelled') : undefined);
  const findings = judged.map(({ raw, severity }): Finding => {
    const role = roleOf(raw, severity, cause?.raw);
    const primary = raw.problem.evidence[0];
    return {
      ...raw.problem,
      id: `${raw.check.id}/${raw.problem.message}@${scene.flow.id}#${primary.exchange}:${primary.place}`,
      check: raw.check.id,
      flow: scene.flow.id,
      severity,
      owner: raw.problem.owner ?? raw.message?.owner ?? raw.check.owner,
      role,
      under: role === 'symptom' ? (cause?.raw.check.id ?? null) : null,
    };
  });
  return {
    flow: scene.flow,
    providerName: providerOf(scene)?.name ?? null,
    outcome,
    headline: errors[0]?.raw.check.id ?? null,
    findings,
    results,
    cookies: cookieTale(scene),
  };
}

/** All that a request does not show before it was sent has this one reason. */
function becauseNotSent({ check, verdict }: CheckResult): CheckResult {
  return { check, verdict: verdict.kind === 'inconclusive' ? { ...verdict, why: 'not-sent' } : verdict };
}

const rankOf = ({ check, message }: Raw) => message?.rank ?? check.rank;

/** Weaknesses only head a flow in which nothing else is wrong. */
function order(raw: Raw): number {
  return raw.kind === 'weakness' ? 10_000 + rankOf(raw) : rankOf(raw);
}

function roleOf(raw: Raw, severity: Severity, cause: Raw | undefined): FindingRole {
  if (raw === cause) return 'cause';
  if (raw.kind === 'leak') return severity === 'info' ? 'hygiene' : 'cause';
  if (raw.kind === 'weakness' || severity === 'info') return 'hygiene';
  return cause ? 'symptom' : 'hygiene';
}
