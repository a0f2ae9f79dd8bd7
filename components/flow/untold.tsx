import { titleOf } from '../../lib/explain/finding.ts';
import { gapWords } from '../../lib/explain/words.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { Gap } from '../../lib/model/exchange.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import { Prose } from '../kit/prose.tsx';

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Not seeing is not passing: what was not judged, grouped by why. */
export function Untold({ judged, capture }: { readonly judged: JudgedFlow; readonly capture: Capture }) {
  const groups = new Map<Gap, string[]>();
  for (const { check, verdict } of judged.results) {
    if (verdict.kind !== 'inconclusive') continue;
    groups.set(verdict.why, [...(groups.get(verdict.why) ?? []), titleOf(check)]);
  }
  const also = [...new Set([...judged.flow.gaps, ...capture.gaps])].filter((gap) => !groups.has(gap));
  return (
    <>
      <p class="note-lead">{words().untoldAbout}</p>
      <dl class="untold">
        {[...groups].map(([gap, titles]) => (
          <div key={gap}>
            <dt>{sentence(gapWords(gap))}</dt>
            {titles.map((title) => (
              <dd key={title}>
                <Prose text={title} />
              </dd>
            ))}
          </div>
        ))}
        {also.map((gap) => (
          <div key={gap}>
            <dt>{sentence(gapWords(gap))}</dt>
            <dd>{words().notNeeded}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
