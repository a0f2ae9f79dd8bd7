/** Two flows, of one capture or of two: what differs, with what explains the outcome first. Pure. */
import type { Redacted } from '../model/redacted.ts';
import { Redactor } from '../redact/redactor.ts';
import { compareAligned } from './aligned.ts';
import type { Comparison, Side, SideSummary } from './comparison.ts';
import { compareCookies } from './cookies.ts';
import { alike, compareFindings, compareOutcomes } from './findings.ts';
import { alignHops, compareHops, hopPairs } from './hops.ts';
import { compareParameters } from './parameters.ts';
import { rank } from './rank.ts';
import { type Prepared, prepare, titleOf } from './scene.ts';
import { compareSettings } from './settings.ts';

function summarize(side: Prepared): SideSummary {
  const { label, judged, headline, gaps } = side;
  return {
    label,
    flow: judged.flow.id,
    kind: judged.flow.kind,
    outcome: judged.outcome,
    headline: headline && {
      check: headline.check,
      message: headline.message,
      title: titleOf(side, headline),
      confidence: headline.confidence,
    },
    startedAt: gaps.has('times-missing') ? null : judged.flow.startedAt,
  };
}

/** Holds nothing that may not be shown: one redactor reads both sides, so that equal values look equal. */
export function compareFlows(first: Side, second: Side): Redacted<Comparison> {
  const redactor = new Redactor('share-safe');
  const a = prepare(first, redactor);
  const b = prepare(second, redactor);
  const pairs = alignHops(a, b);
  const aligned = compareAligned(a, b, pairs);
  const parameters = compareParameters(a, b);
  const cookies = compareCookies(a, b);
  const same = alike(a, b);
  const found = [
    ...compareOutcomes(a, b),
    ...compareFindings(a, b),
    ...compareHops(a, b, pairs),
    ...aligned.found,
    ...cookies.found,
    ...parameters.found,
    ...compareSettings(a, b),
  ];
  return redactor.release({
    a: summarize(a),
    b: summarize(b),
    alike: same,
    differences: rank(found, { a, b }, same),
    hops: hopPairs(a, b, pairs),
    unseen: [...parameters.unseen, ...cookies.unseen, ...aligned.unseen],
  });
}
