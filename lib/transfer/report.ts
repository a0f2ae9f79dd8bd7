/** The report of design 4.2: what scripts outside this repository read. */
import { analyze } from '../analyze.ts';
import { findCheck } from '../checks/catalogue.ts';
import { explain } from '../explain/finding.ts';
import { verdictOfFlow } from '../explain/verdict.ts';
import type { Capture, Machine, Product, SourceKind } from '../model/capture.ts';
import type { Exchange, ExchangeId, Gap } from '../model/exchange.ts';
import type { Analysis, CheckResult, Confidence, Finding, FindingRole, JudgedFlow, Owner, Profile, Severity } from '../model/finding.ts';
import type { FlowId, FlowKind, Grant, Outcome, Role } from '../model/flow.ts';
import type { Redacted } from '../model/redacted.ts';
import { headerValue } from '../read/headers.ts';
import { isoOf } from '../read/time.ts';
import { type PolicyName, Redactor } from '../redact/redactor.ts';
import { urlOfCite } from '../spec/specs.ts';
import { type ReportCookies, reportCookies } from './cookies.ts';
import { errorOf, type ReportError } from './error-of.ts';

export interface ReportStep {
  readonly exchange: ExchangeId;
  readonly role: Role;
  readonly method: string;
  readonly url: string;
  /** Null where there was none. */
  readonly status: number | null;
  readonly durationMs: number | null;
  /** Milliseconds since the flow began. */
  readonly offsetMs: number;
}

export interface ReportFinding {
  readonly check: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly owner: Owner;
  readonly role: FindingRole;
  readonly under: string | null;
  readonly title: string;
  readonly plain: string;
  readonly text: string;
  readonly fix: string;
  readonly exchange: ExchangeId;
  readonly evidence: readonly { readonly exchange: ExchangeId; readonly place: string; readonly shown: string }[];
  readonly cites: readonly { readonly spec: string; readonly section: string; readonly url: string }[];
}

export interface ReportFlow {
  readonly id: FlowId;
  readonly kind: FlowKind;
  readonly grant: Grant;
  readonly parent: FlowId | null;
  readonly clientId: string | null;
  readonly client: string | null;
  readonly provider: string | null;
  /** Where it can be told. */
  readonly providerName: string | null;
  readonly outcome: Outcome;
  readonly headline: string | null;
  readonly verdict: string;
  /** What the provider or a server answered in place of a login. */
  readonly error: ReportError | null;
  /** Null when the source has no usable times. */
  readonly startedAt: string | null;
  readonly durationMs: number | null;
  readonly steps: readonly ReportStep[];
  readonly findings: readonly ReportFinding[];
  /** What became of the app’s cookies; null where none has to do with the login. */
  readonly cookies: ReportCookies | null;
  readonly inconclusive: readonly { readonly check: string; readonly title: string; readonly why: Gap }[];
  readonly crashed: readonly { readonly check: string; readonly error: string }[];
}

export interface Report {
  readonly schema: 'roundtrip.report/1';
  readonly tool: { readonly name: 'roundtrip'; readonly version: string };
  /** `nothing`: values stand in it as they were recorded. */
  readonly redaction: PolicyName;
  readonly source: {
    readonly kind: SourceKind;
    readonly creator: string | null;
    /** Where the source says it. */
    readonly browser: Product | null;
    readonly entries: number;
    readonly skipped: number;
    readonly skippedBecause: readonly string[];
    readonly gaps: readonly Gap[];
  };
  readonly machine: Machine;
  readonly flows: readonly ReportFlow[];
  readonly findings: readonly ReportFinding[];
  readonly summary: { readonly flows: number; readonly errors: number; readonly warnings: number; readonly infos: number };
}

export interface ReportOptions {
  readonly profile: Profile;
  readonly policy: PolicyName;
  readonly version: string;
}

function statusOf(exchange: Exchange): number | null {
  const { outcome } = exchange;
  if (outcome.kind === 'pending') return null;
  return outcome.status === 0 ? null : outcome.status;
}

function reportFinding(finding: Finding, byId: ReadonlyMap<ExchangeId, Exchange>, redactor: Redactor): ReportFinding {
  const check = findCheck(finding.check);
  const words = explain(finding, (key, value) => redactor.data(key, value));
  return {
    check: finding.check,
    message: finding.message,
    severity: finding.severity,
    confidence: finding.confidence,
    owner: finding.owner,
    role: finding.role,
    under: finding.under,
    ...words,
    exchange: finding.evidence[0].exchange,
    evidence: finding.evidence.map((evidence) => {
      const exchange = byId.get(evidence.exchange);
      return {
        exchange: evidence.exchange,
        place: redactor.place(evidence.place),
        shown: exchange ? redactor.evidence(exchange, evidence) : 'not there',
      };
    }),
    cites: (check?.cites ?? []).map((cite) => ({ spec: cite.spec, section: cite.section, url: urlOfCite(cite) })),
  };
}

function reportFlow(judged: JudgedFlow, byId: ReadonlyMap<ExchangeId, Exchange>, redactor: Redactor, timed: boolean): ReportFlow {
  const { flow } = judged;
  const findings = judged.findings.map((f) => reportFinding(f, byId, redactor));
  const of = <K extends CheckResult['verdict']['kind']>(kind: K) =>
    judged.results.flatMap((r) =>
      r.verdict.kind === kind ? [{ check: r.check, verdict: r.verdict as Extract<CheckResult['verdict'], { kind: K }> }] : [],
    );
  return {
    id: flow.id,
    kind: flow.kind,
    grant: flow.grant,
    parent: flow.parent,
    clientId: flow.clientId === null ? null : redactor.value('client_id', flow.clientId),
    client: flow.parties.client && redactor.url(flow.parties.client),
    provider: flow.parties.provider && redactor.url(flow.parties.provider),
    providerName: judged.providerName,
    outcome: judged.outcome,
    headline: judged.headline,
    verdict: verdictOfFlow(judged, (finding) => explain(finding, (key, value) => redactor.data(key, value)).plain),
    error: errorOf(judged, byId, redactor),
    startedAt: timed ? isoOf(flow.startedAt) : null,
    durationMs: timed ? Math.max(0, Math.round(flow.endedAt - flow.startedAt)) : null,
    steps: flow.steps.flatMap(({ exchange: id, role }) => {
      const exchange = byId.get(id);
      return exchange
        ? [
            {
              exchange: id,
              role,
              method: exchange.request.method,
              url: redactor.url(exchange.request.url),
              status: statusOf(exchange),
              durationMs: exchange.durationMs === null ? null : Math.round(exchange.durationMs),
              offsetMs: Math.round(exchange.startedAt - flow.startedAt),
            },
          ]
        : [];
    }),
    findings,
    cookies: reportCookies(judged.cookies, redactor, timed),
    inconclusive: of('inconclusive').map(({ check, verdict }) => ({ check, title: findCheck(check)?.title ?? check, why: verdict.why })),
    crashed: of('crashed').map(({ check, verdict }) => ({ check, error: verdict.error })),
  };
}

/** Causes and leaked credentials count, their symptoms do not. */
function summarize(flows: readonly ReportFlow[], captureFindings: readonly ReportFinding[]): Report['summary'] {
  const counted = [...flows.flatMap((f) => f.findings), ...captureFindings].filter((f) => f.role !== 'symptom');
  const count = (severity: Severity) => counted.filter((f) => f.severity === severity).length;
  return { flows: flows.length, errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** Where a capture went and was sent to. */
function addressesOf({ exchanges }: Capture): string[] {
  return exchanges.flatMap(({ request, outcome }) =>
    outcome.kind === 'redirected' ? [request.url, outcome.to, headerValue(outcome.headers, 'location') ?? ''] : [request.url],
  );
}

export function buildReport(
  capture: Capture,
  options: ReportOptions,
  analysis: Analysis = analyze(capture, options.profile),
  redactor = new Redactor(options.policy),
): Redacted<Report> {
  const byId = new Map(capture.exchanges.map((e) => [e.id, e]));
  redactor.expect(addressesOf(capture));
  const timed = !capture.gaps.includes('times-missing');
  const flows = analysis.flows.map((judged) => reportFlow(judged, byId, redactor, timed));
  const findings = analysis.findings.map((f) => reportFinding(f, byId, redactor));
  // A stand-in would be no system.
  const { platform } = capture.machine;
  return redactor.release({
    schema: 'roundtrip.report/1',
    tool: { name: 'roundtrip', version: options.version },
    redaction: options.policy,
    source: {
      kind: capture.source.kind,
      creator: capture.source.creator && redactor.agent(capture.source.creator),
      browser: capture.source.product,
      entries: capture.source.entries,
      skipped: capture.skipped.length,
      skippedBecause: capture.skipped.slice(0, 20).map((s) => `entry ${s.entry}: ${s.because}`),
      gaps: capture.gaps,
    },
    machine: { ...capture.machine, platform: platform !== null && redactor.agent(platform) === platform ? platform : null },
    flows,
    findings,
    summary: summarize(flows, findings),
  });
}
