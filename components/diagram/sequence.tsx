import type { ComponentChildren } from 'preact';
import { roleWords } from '../../lib/explain/words.ts';
import type { Exchange } from '../../lib/model/exchange.ts';
import { readSetCookies } from '../../lib/read/cookies.ts';
import { printable } from '../../lib/read/printable.ts';
import { type FoldRow, type HopRow, type Laid, placeOf } from '../../lib/session/rows.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { durationWords, offsetWords } from '../flow/flow-words.ts';
import { FoldWords } from '../timeline/fold-line.tsx';
import { HopChips } from '../timeline/hop-chips.tsx';
import { HopFindings } from '../timeline/hop-findings.tsx';
import { railLook, statusLook } from '../timeline/hop-line.tsx';
import type { Drawing, Drawn } from './drawing.ts';
import { type Lane, LaneHead, LaneLines, lanesOf } from './lanes.tsx';

/** Pixels from the top of a row: there and back. The sheet has the words in between. */
const askY = 26;
const answerY = 49;

export function sequence(drawn: Drawn): Drawing {
  const lanes = lanesOf(drawn);
  const failed = drawn.judged.outcome === 'failed';
  const laneOf = (party: Lane['id']) => lanes.find(({ id }) => id === party)?.x ?? 0;
  return {
    flat: false,
    about: diagram().aboutSequence(lanes.map(({ name, host }) => (host === '' ? name : `${name} ${host}`)).join(', ')),
    head: <LaneHead lanes={lanes} />,
    hop: (row, open) => (
      <SequenceHop row={row} open={open} failed={failed} lanes={lanes} browser={laneOf('browser')} x={laneOf(row.party)} />
    ),
    fold: (row) => <SequenceFold row={row} lanes={lanes} browser={laneOf('browser')} x={laneOf(row.party)} />,
    estimate: ({ row }: Laid) => (row.kind === 'fold' ? 42 : 62 + (row.chips.length > 0 ? 26 : 0) + row.findings.length * 32),
  };
}

interface Placed {
  readonly lanes: readonly Lane[];
  /** Percent of the width: the browser's lane, and that of whom it talks to. */
  readonly browser: number;
  readonly x: number;
}

interface SequenceHopProps extends Placed {
  readonly row: HopRow;
  readonly open: boolean;
  readonly failed: boolean;
}

function SequenceHop({ row, open, failed, lanes, browser, x }: SequenceHopProps) {
  const { exchange, role, party, offsetMs, findings, chips } = row;
  const { host, path } = placeOf(exchange.request.url);
  const status = statusLook(exchange, failed);
  const { method } = exchange.request;
  const look = railLook(row);
  const { outcome } = exchange;
  const answered = outcome.kind === 'redirected' || outcome.kind === 'answered';
  return (
    <>
      <span class="hop-time">{offsetWords(offsetMs)}</span>
      <span class="lane-field" data-party={party} style={{ '--from': browser, '--to': x }}>
        <LaneLines lanes={lanes} />
        <svg class="lanes arrows" aria-hidden="true" focusable="false">
          {look === 'browser' ? (
            <At x={browser} y={askY}>
              <path class="lane-arrow" d="M0 0h10v23h-8" />
              <path class="lane-tip" d="M9 18.500 0 23l9 4.500Z" />
            </At>
          ) : (
            <>
              <line class="lane-arrow" data-open={!answered} x1={`${browser}%`} x2={`${x}%`} y1={askY} y2={askY} />
              <At x={x} y={askY}>
                {right}
              </At>
              {answered && (
                <>
                  <line class="lane-arrow lane-answer" x1={`${browser}%`} x2={`${x}%`} y1={answerY} y2={answerY} />
                  <At x={browser} y={answerY}>
                    {left}
                  </At>
                </>
              )}
            </>
          )}
          {look === 'broken' && (
            <At x={x} y={askY}>
              <circle class="rail-broken" r="9" />
              <path class="rail-cross" d="m-3.500-3.500 7 7m0-7-7 7" />
            </At>
          )}
        </svg>
        <span class="lane-words">
          <span class="hop-role">{roleWords(role)}</span>
          {method !== 'GET' && <span class="hop-method">{printable(method)}</span>}
          <bdi class="lane-place" dir="ltr">
            <span class="sr-only">{printable(host)}</span>
            {printable(path)}
          </bdi>
        </span>
        <span class="lane-words lane-said">
          <span class="hop-status" data-tone={status.tone}>
            {status.text}
          </span>
          <Answer exchange={exchange} />
          {exchange.durationMs !== null && <span class="hop-ms">{durationWords(exchange.durationMs)}</span>}
        </span>
        <span class="lane-more">
          <HopChips chips={chips} />
          {!open && <HopFindings findings={findings} />}
        </span>
      </span>
    </>
  );
}

interface AtProps {
  /** Percent of the width. */
  readonly x: number;
  readonly y: number;
  readonly children: ComponentChildren;
}

/** Draws around a point of a lane, however wide the picture is. */
const At = ({ x, y, children }: AtProps) => (
  <svg x={`${x}%`} y={y} overflow="visible" aria-hidden="true">
    {children}
  </svg>
);

const right = <path class="lane-tip" d="M-9-4.500 0 0-9 4.500Z" />;
const left = <path class="lane-tip" d="M9-4.500 0 0 9 4.500Z" />;

/** What the browser was told to do next. */
function Answer({ exchange: { outcome, startedAt } }: { readonly exchange: Exchange }) {
  if (outcome.kind !== 'redirected' && outcome.kind !== 'answered') return null;
  const cookies = readSetCookies(outcome.headers, startedAt);
  return (
    <>
      {outcome.kind === 'redirected' && (
        <span class="lane-goes">
          {diagram().goesTo} <bdi dir="ltr">{printable(placeOf(outcome.to).host)}</bdi>
        </span>
      )}
      {cookies !== 'hidden' && cookies.length > 0 && <span class="lane-goes">{diagram().sets(cookies.length)}</span>}
    </>
  );
}

function SequenceFold({ row, lanes, browser, x }: Placed & { readonly row: FoldRow }) {
  return (
    <span class="lane-field lane-fold" data-party={row.party} style={{ '--from': browser, '--to': x }}>
      <LaneLines lanes={lanes} />
      <svg class="lanes arrows" aria-hidden="true" focusable="false">
        <line class="lane-arrow lane-many" x1={`${browser}%`} x2={`${x}%`} y1="31" y2="31" />
        <At x={browser} y={31}>
          {left}
        </At>
        <At x={x} y={31}>
          {right}
        </At>
      </svg>
      <span class="lane-words">
        <FoldWords row={row} />
      </span>
    </span>
  );
}
