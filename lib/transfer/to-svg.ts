/** A redacted recording as the picture of one of its flows. */
import { analyze } from '../analyze.ts';
import type { ExchangeId } from '../model/exchange.ts';
import type { Recording } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { buildReport, type Report } from './report.ts';
import { drawDiagram, drawNothing } from './svg/diagram.ts';

export interface Picture {
  readonly text: string;
  /** What was drawn from. */
  readonly report: Redacted<Report>;
}

/** `about`: a hop of the flow that is meant; its request for authorization, where it has one. Null: the first flow. */
export function toSvg({ capture }: Redacted<Recording>, about: ExchangeId | null, version: string): Picture {
  const analysis = analyze(capture);
  const report = buildReport(capture, { profile: 'default', policy: 'share-safe', version }, analysis);
  const named = analysis.flows.findIndex(({ flow }) => flow.request?.exchange === about || flow.response?.exchange === about);
  const held = analysis.flows.findIndex(({ flow }) => flow.steps.some(({ exchange }) => exchange === about));
  const index = about === null ? 0 : named >= 0 ? named : held;
  const flow = analysis.flows[index]?.flow;
  const said = report.flows[index];
  return { text: flow && said ? drawDiagram({ flow, report: said, exchanges: capture.exchanges, version }) : drawNothing(), report };
}
