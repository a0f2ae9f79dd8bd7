/** What the engine says of a labeled capture, against its label. */
import { analyze } from '../../lib/analyze.ts';
import type { Analysis } from '../../lib/model/finding.ts';
import type { Label, Labeled } from './labeled.ts';

export interface Judged {
  readonly name: string;
  readonly origin: Labeled['origin'];
  readonly label: Label;
  /** Checks that head its flows. */
  readonly said: readonly string[];
  /** Checks that must be found: the headline and what goes with it. */
  readonly wanted: readonly string[];
  readonly missed: readonly string[];
  /** Checks that spoke where they may not. */
  readonly unasked: readonly string[];
  /** Null where nobody said what the headline is. */
  readonly rightHeadline: boolean | null;
  /** What broke down while it was judged. */
  readonly crashed: readonly string[];
}

export function judge({ name, origin, label, profile, open }: Labeled): Judged {
  const { headline, also, silent, healthy } = label;
  const wanted = [...new Set([...(headline ? [headline] : []), ...also])];
  const common = { name, origin, label, wanted };
  let analysis: Analysis;
  try {
    analysis = analyze(open(), profile);
  } catch (error) {
    const crashed = [error instanceof Error ? error.message : String(error)];
    return { ...common, said: [], missed: wanted, unasked: [], rightHeadline: headline === undefined ? null : false, crashed };
  }
  const findings = [...analysis.findings, ...analysis.flows.flatMap((flow) => flow.findings)];
  const found = new Set(findings.map((finding) => finding.check));
  const loud = findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.check);
  const said = [...new Set(analysis.flows.flatMap((flow) => flow.headline ?? []))];
  const unasked = [...silent.filter((check) => found.has(check)), ...(healthy ? loud.filter((check) => !wanted.includes(check)) : [])];
  const others = said.filter((check) => check !== headline && !also.includes(check));
  return {
    ...common,
    said,
    missed: wanted.filter((check) => !found.has(check)),
    unasked: [...new Set(unasked)],
    rightHeadline: headline === undefined ? null : others.length === 0 && (headline === null || said.includes(headline)),
    crashed: analysis.flows.flatMap((flow) => flow.results.filter((r) => r.verdict.kind === 'crashed').map((r) => r.check)),
  };
}
