/** How both ended, and what was found on one side only. */
import type { Gap } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Shown } from './comparison.ts';
import { type Found, nowhere } from './found.ts';
import { both, type Prepared, titleOf } from './scene.ts';

export function alike(a: Prepared, b: Prepared): boolean {
  const way = both(a, b, ({ judged: { outcome }, headline }) => `${outcome} ${headline?.check ?? ''} ${headline?.message ?? ''}`);
  return way.a === way.b;
}

export function compareOutcomes(a: Prepared, b: Prepared): Found[] {
  if (alike(a, b)) return [];
  const shown = (side: Prepared): Shown => ({
    kind: 'outcome',
    outcome: side.judged.outcome,
    title: side.headline && titleOf(side, side.headline),
  });
  const at = both(a, b, (side) => side.headline?.evidence[0].exchange ?? null);
  return [{ subject: { kind: 'outcome' }, ...both(a, b, shown), at }];
}

const keyOf = (finding: Finding) => `${finding.check} ${finding.message}`;

/** What the check could not see there, or that it found nothing. */
function without({ judged }: Prepared, check: string): Shown {
  const verdict = judged.results.find((result) => result.check === check)?.verdict;
  const why: Gap | null = verdict?.kind === 'inconclusive' ? verdict.why : null;
  return why ? { kind: 'unseen', why } : { kind: 'absent' };
}

function onlyOn(side: Prepared, other: Prepared): { readonly finding: Finding; readonly there: Shown; readonly missing: Shown }[] {
  const known = new Set(other.judged.findings.map(keyOf));
  const headline = side.headline && keyOf(side.headline);
  const first = side.judged.findings.filter((f, index, all) => all.findIndex((one) => keyOf(one) === keyOf(f)) === index);
  return (
    first
      // A symptom follows from its cause, and the headline is the outcome.
      .filter((f) => f.role !== 'symptom' && keyOf(f) !== headline && !known.has(keyOf(f)))
      .map((finding) => ({ finding, there: { kind: 'present', characters: null }, missing: without(other, finding.check) }))
  );
}

export function compareFindings(a: Prepared, b: Prepared): Found[] {
  const subject = (side: Prepared, finding: Finding) => {
    const { check, message, severity } = finding;
    return { kind: 'finding', check, message, severity, title: titleOf(side, finding) } as const;
  };
  return [
    ...onlyOn(a, b).map(({ finding, there, missing }) => ({
      subject: subject(a, finding),
      a: there,
      b: missing,
      at: { ...nowhere, a: finding.evidence[0].exchange },
    })),
    ...onlyOn(b, a).map(({ finding, there, missing }) => ({
      subject: subject(b, finding),
      a: missing,
      b: there,
      at: { ...nowhere, b: finding.evidence[0].exchange },
    })),
  ];
}
