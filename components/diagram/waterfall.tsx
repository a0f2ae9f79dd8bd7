import type { HopRow } from '../../lib/session/rows.ts';
import { type TimeScale, timeScale } from '../../lib/session/time-scale.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { durationWords, offsetWords } from '../flow/flow-words.ts';
import { PartySign } from '../flow/parties.tsx';
import { statusLook } from '../timeline/hop-line.tsx';
import type { Drawing, Drawn } from './drawing.ts';
import { HopName } from './hop-name.tsx';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
/** Beyond this share of the width, the words of a bar stand before it. */
const wordsBefore = 0.84;
const middle = 15;

export function waterfall(drawn: Drawn): Drawing {
  const scale = timeScale(drawn.hops.map(({ offsetMs, exchange }) => ({ fromMs: offsetMs, toMs: offsetMs + (exchange.durationMs ?? 0) })));
  const failed = drawn.judged.outcome === 'failed';
  return {
    flat: true,
    about: diagram().aboutWaterfall(scale.pauses.length),
    head: drawn.timed ? (
      <Axis scale={scale} others={drawn.hops.some(({ party }) => party === 'other')} />
    ) : (
      <p class="bar-untimed">{diagram().untimed}</p>
    ),
    hop: (row) => <Bar row={row} scale={scale} failed={failed} />,
    // Nothing is folded here.
    fold: () => null,
    estimate: () => 30,
  };
}

function Axis({ scale, others }: { readonly scale: TimeScale; readonly others: boolean }) {
  const words = diagram();
  return (
    <div class="bar-head" aria-hidden="true">
      <span class="bar-legend">
        <span data-party="client">
          <PartySign party="client" /> {words.app}
        </span>
        <span data-party="provider">
          <PartySign party="provider" /> {words.provider}
        </span>
        {others && (
          <span data-party="other">
            <PartySign party="other" /> {words.others}
          </span>
        )}
      </span>
      <span class="bar-axis">
        {scale.ticks.map(({ ms, at }) => (
          <span class="bar-tick" key={ms} style={{ left: percent(at) }}>
            {ms === 0 ? '0' : durationWords(ms)}
          </span>
        ))}
        {scale.pauses.map(({ fromMs, toMs, from, to }) => (
          <span class="bar-pause" key={fromMs} style={{ left: percent(from), width: percent(to - from) }} title={words.nothingAsked}>
            <span>{durationWords(toMs - fromMs)}</span>
          </span>
        ))}
      </span>
    </div>
  );
}

interface BarProps {
  readonly row: HopRow;
  readonly scale: TimeScale;
  readonly failed: boolean;
}

function Bar({ row, scale, failed }: BarProps) {
  const { exchange, offsetMs } = row;
  const status = statusLook(exchange, failed);
  const { durationMs, waitMs } = exchange;
  const from = scale.at(offsetMs);
  const pending = exchange.outcome.kind === 'pending';
  const to = pending ? 1 : scale.at(offsetMs + (durationMs ?? 0));
  const waited = waitMs === null ? to : Math.min(to, scale.at(offsetMs + waitMs));
  const words = durationMs === null ? '' : durationWords(durationMs);
  const before = to > wordsBefore && from > 1 - wordsBefore;
  return (
    <>
      <span class="bar-words">
        <HopName row={row} />
      </span>
      <span class="hop-status" data-tone={status.tone}>
        {status.text}
      </span>
      <span class="bar-field">
        <span class="sr-only">
          {diagram().beginsAt(offsetWords(offsetMs))}
          {words === '' ? '' : diagram().takes(words)}
        </span>
        <svg class="bars" aria-hidden="true" focusable="false">
          {scale.pauses.map((pause) => (
            <rect key={pause.fromMs} class="bar-gap" x={percent(pause.from)} width={percent(pause.to - pause.from)} y="0" height="100%" />
          ))}
          {scale.ticks.map(({ ms, at }) => (
            <line key={ms} class="bar-grid" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
          ))}
          {/* However short it was, it was there. */}
          <rect class="bar" data-open={pending} x={percent(from)} width="3" y={middle - 6} height="12" rx="1.500" />
          <rect class="bar bar-rest" data-open={pending} x={percent(from)} width={percent(to - from)} y={middle - 6} height="12" rx="2" />
          {!pending && waited > from && (
            <rect class="bar" x={percent(from)} width={percent(waited - from)} y={middle - 6} height="12" rx="2" />
          )}
          <text class="bar-ms" x={percent(before ? from : to)} dx={before ? -6 : 8} y={middle + 4} text-anchor={before ? 'end' : 'start'}>
            {pending ? '' : words}
          </text>
        </svg>
      </span>
    </>
  );
}
