/** What the badge and the notification need of an analysis. Runs in a worker, for the background. */
import { analyze } from './analyze.ts';
import { explain } from './explain/finding.ts';
import type { Capture } from './model/capture.ts';
import type { Exchange } from './model/exchange.ts';
import type { Finding, JudgedFlow } from './model/finding.ts';
import type { Case, FailedLogin, TabProblems, Tallies, Tally } from './model/tally.ts';
import { fromWebRequest } from './normalize/from-web-request.ts';
import { hostOf } from './read/url.ts';
import { anchorOf } from './session/anchor.ts';
import { flowsInView } from './session/view.ts';
import { languageFor, speakLanguage } from './words/load.ts';

/** In the language that is wanted; without its words in English. */
export async function judgeCase(of: Case): Promise<Tallies> {
  await speakLanguage(languageFor(of.languages)).catch(() => undefined);
  return tallyCase(of);
}

export function tallyCase({ events, ignored, asOf, overdueAt }: Omit<Case, 'languages'>): Tallies {
  const at = (moment: number) => tallyOf(fromWebRequest(events, { live: true, asOf: moment }), ignored);
  return { now: at(asOf), overdue: at(Math.max(asOf, overdueAt)) };
}

function tallyOf(whole: Capture, ignored: readonly string[]): Tally {
  // Private windows and others never mix.
  const parts = [false, true].map((incognito) =>
    partOf({ ...whole, exchanges: whole.exchanges.filter((e) => e.where.incognito === incognito) }, ignored),
  );
  return { tabs: parts.flatMap(({ tabs }) => tabs), failed: parts[0]?.failed ?? [] };
}

function partOf(capture: Capture, ignored: readonly string[]): Tally {
  if (capture.exchanges.length === 0) return { tabs: [], failed: [] };
  const analysis = analyze(capture);
  const byId = new Map<string, Exchange>(capture.exchanges.map((e) => [e.id, e]));
  const seenIn = (tab: number | null) => stillOpen(flowsInView({ analysis, capture, tab, ignored }));
  const tabs = new Set(capture.exchanges.flatMap(({ where }) => [where.tab, where.opener]).filter((tab) => tab !== null));
  return {
    tabs: [...tabs].flatMap((tab) => countIn(tab, seenIn(tab))),
    failed: seenIn(null).flatMap((judged, _, all) => failureOf(judged, all, byId)),
  };
}

const whose = ({ flow }: JudgedFlow) => `${flow.parties.client} ${flow.parties.provider} ${flow.clientId}`;

/** Without the attempts that a later one of the same app made good: who repaired a login looks at one that works. */
function stillOpen(flows: readonly JudgedFlow[]): readonly JudgedFlow[] {
  return flows.filter(
    (judged) =>
      !flows.some(
        (later) =>
          later.flow.startedAt > judged.flow.startedAt &&
          later.flow.kind === judged.flow.kind &&
          later.outcome === 'completed' &&
          later.headline === null &&
          whose(later) === whose(judged),
      ),
  );
}

/** One problem that was met in three attempts is one problem. */
function countIn(tab: number, flows: readonly JudgedFlow[]): readonly TabProblems[] {
  const problems = new Map<string, Finding['severity']>();
  for (const judged of flows)
    for (const { check, message, severity, role } of judged.findings)
      if (role !== 'symptom' && severity !== 'info') {
        const name = `${whose(judged)} ${check}/${message}`;
        if (problems.get(name) !== 'error') problems.set(name, severity);
      }
  const count = (severity: Finding['severity']) => [...problems.values()].filter((one) => one === severity).length;
  return problems.size === 0 ? [] : [{ tab, errors: count('error'), warnings: count('warning') }];
}

function failureOf(judged: JudgedFlow, all: readonly JudgedFlow[], byId: ReadonlyMap<string, Exchange>): readonly FailedLogin[] {
  const { flow, outcome, headline, findings } = judged;
  if ((flow.kind !== 'login' && flow.kind !== 'device') || outcome !== 'failed' || headline === null) return [];
  // A login that runs inside another one which failed with it is told with that one.
  if (all.some((outer) => outer.flow.id === flow.parent && outer.outcome === 'failed' && outer.headline !== null)) return [];
  const cause = findings.find((finding) => finding.check === headline && finding.role === 'cause');
  const begun = anchorOf(judged);
  const where = flow.steps.map((step) => byId.get(step.exchange)?.where).find((one) => one !== undefined && one.tab !== null);
  const tab = where?.opener ?? where?.tab;
  if (!cause || begun === null || tab === undefined || tab === null) return [];
  return [{ key: begun, tab, app: flow.parties.client === null ? null : hostOf(flow.parties.client), sentence: explain(cause).plain }];
}
