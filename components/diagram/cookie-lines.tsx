import { foldStops, type LaneStop, lifelines } from '../../lib/session/lifelines.ts';
import type { FoldRow, HopRow, Laid } from '../../lib/session/rows.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { offsetWords } from '../flow/flow-words.ts';
import { FoldWords } from '../timeline/fold-line.tsx';
import { statusLook } from '../timeline/hop-line.tsx';
import { CookieList } from './cookie-list.tsx';
import { eventsOf } from './cookie-words.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { HopName } from './hop-name.tsx';
import { StopLane } from './stop-lane.tsx';

/** More stand in the list, where there is room for all. */
const mostLanes = 8;

export function cookieLines(drawn: Drawn): Drawing {
  const { judged, hops, timed } = drawn;
  const all = lifelines(
    judged.cookies,
    hops.map(({ exchange }) => exchange),
  );
  // Those that can be why come first where not all have room.
  const chosen = all.lanes
    .map((lane, index) => ({ lane, index }))
    .sort((a, b) => Number(b.lane.culprit) - Number(a.lane.culprit) || a.index - b.index)
    .slice(0, mostLanes)
    .sort((a, b) => a.index - b.index);
  const lanes = chosen.map(({ lane }) => lane);
  const stopsOf = ({ exchange }: HopRow) => {
    const stops = all.stops.get(exchange.id) ?? [];
    return chosen.flatMap(({ index }) => stops[index] ?? []);
  };
  const roles = new Map(hops.map(({ exchange, role }) => [exchange.id, role]));
  const words = { roles, timed };
  const failed = judged.outcome === 'failed';
  return {
    flat: false,
    about: diagram().aboutCookies,
    head: <CookieList tale={judged.cookies} all={all.lanes} drawn={lanes} words={words} />,
    hop: (row) => (
      <CookieHop
        row={row}
        stops={stopsOf(row)}
        events={eventsOf(lanes, stopsOf(row), row.exchange.request.url, row.exchange.startedAt, words)}
        failed={failed}
      />
    ),
    fold: (row) => <CookieFold row={row} stops={foldStops(row.hops.map(stopsOf))} />,
    estimate: ({ row }: Laid) =>
      row.kind === 'fold' ? 34 : 34 + stopsOf(row).reduce((sum, { came, became }) => sum + (came ? 18 : 0) + (became ? 18 : 0), 0),
  };
}

function Lanes({ stops }: { readonly stops: readonly LaneStop[] }) {
  return (
    <span class="life-lanes" aria-hidden="true">
      {stops.map((stop, index) => (
        <StopLane key={index} stop={stop} />
      ))}
    </span>
  );
}

interface CookieHopProps {
  readonly row: HopRow;
  readonly stops: readonly LaneStop[];
  readonly events: ReturnType<typeof eventsOf>;
  readonly failed: boolean;
}

function CookieHop({ row, stops, events, failed }: CookieHopProps) {
  const { exchange, party, offsetMs } = row;
  const status = statusLook(exchange, failed);
  return (
    <>
      <span class="hop-time">{offsetWords(offsetMs)}</span>
      <Lanes stops={stops} />
      <span class="life-main" data-party={party}>
        <span class="life-place">
          <HopName row={row} />
        </span>
        {events.map(({ key, number, name, what, tone }) => (
          <span class="life-event" data-tone={tone} key={key}>
            <span class="life-number">{number}</span>
            <span>
              <code>{name}</code> {what}
            </span>
          </span>
        ))}
      </span>
      <span class="hop-status" data-tone={status.tone}>
        {status.text}
      </span>
    </>
  );
}

function CookieFold({ row, stops }: { readonly row: FoldRow; readonly stops: readonly LaneStop[] }) {
  return (
    <>
      <Lanes stops={stops} />
      <span class="life-main life-fold">
        <FoldWords row={row} />
      </span>
    </>
  );
}
