import { roleWords } from '../../lib/explain/words.ts';
import { printable } from '../../lib/read/printable.ts';
import { type HopRow, placeOf } from '../../lib/session/rows.ts';
import { timeline } from '../../lib/words/en/timeline.ts';
import { FindingMarks } from './finding-marks.tsx';

/** What is wrong with a hop, what it does, and where: how a picture with one line a hop calls it. */
export function HopName({ row: { exchange, role, party, findings } }: { readonly row: HopRow }) {
  return (
    <>
      <FindingMarks findings={findings} />
      <span class="hop-role">{roleWords(role)}</span>
      <span class="sr-only">{timeline().party[party]}</span>
      <bdi class="bar-host" dir="ltr">
        {printable(placeOf(exchange.request.url).host)}
      </bdi>
    </>
  );
}
