import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Finding, JudgedFlow } from '../../lib/model/finding.ts';
import type { FlowId } from '../../lib/model/flow.ts';
import type { Evidence } from '../../lib/model/place.ts';
import type { Look } from '../../lib/model/selection.ts';
import { type HopRow, type Laid, layRows } from '../../lib/session/rows.ts';
import { timeline as timelineWords } from '../../lib/words/en/timeline.ts';
import { ExchangeDetail } from '../exchange/exchange-detail.tsx';
import type { Target } from '../finding/target.ts';
import { Button } from '../kit/button.tsx';
import { WindowList, type WindowListHandle } from '../kit/window-list.tsx';
import { FoldLine } from './fold-line.tsx';
import { HopFrame } from './hop-frame.tsx';
import { HopLine } from './hop-line.tsx';
import { TimelineHead } from './timeline-head.tsx';
import { useDrawing } from './use-drawing.ts';
import { useRowKeys } from './use-row-keys.ts';

export interface TimelineProps {
  readonly judged: JudgedFlow;
  readonly hops: readonly HopRow[];
  readonly cause: Finding | null;
  readonly verdict: RefObject<HTMLElement | null>;
  readonly openExchange: ExchangeId | null;
  readonly filter: string;
  readonly look: Look;
  /** Null where there is room for the list only. */
  readonly onLook: ((look: Look) => void) | null;
  readonly onSave: () => void;
  /** The source has usable times. */
  readonly timed: boolean;
  readonly target: Target | null;
  /** A login that runs inside this one. */
  readonly inner: FlowId | null;
  readonly onOpen: (exchange: ExchangeId | null) => void;
  readonly onFilter: (text: string) => void;
  readonly onJump: (evidence: Evidence) => void;
  readonly onSelectFlow: (flow: FlowId) => void;
}

const keyOf = ({ row }: Laid) => row.key;

/** Close enough that scrolling looks right before a row was measured. */
function estimate({ row }: Laid): number {
  if (row.kind === 'fold') return 38;
  return 48 + (row.chips.length > 0 ? 24 : 0) + row.findings.length * 30;
}

export function Timeline(props: TimelineProps) {
  const { judged, hops, cause, verdict, openExchange, filter, target, inner, timed, onOpen, onFilter, onJump, onSelectFlow } = props;
  const { onLook, onSave } = props;
  const look = onLook ? props.look : 'timeline';
  const drawing = useDrawing(look, { judged, hops, timed });
  const flat = drawing?.flat ?? false;
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const laid = useMemo(() => layRows(hops, { unfolded, openExchange, filter, flat }), [hops, unfolded, openExchange, filter, flat]);
  const list = useRef<WindowListHandle>(null);
  const words = timelineWords();
  const keys = useRowKeys({ laid, list, start: cause?.evidence[0].exchange ?? null, openExchange, filter, onOpen, onFilter });

  // A jump was asked for: bring the hop into sight. The place inside it looks after itself.
  useEffect(() => {
    if (!target || !laid.some(({ row }) => row.key === target.exchange)) return;
    keys.setActive(target.exchange);
    list.current?.reveal(target.exchange);
  }, [target?.serial]);

  // Opened from elsewhere: what was read in another view is gone on with here.
  useEffect(() => {
    if (openExchange !== null && list.current?.isAway(openExchange)) list.current.reveal(openExchange);
  }, [openExchange]);

  const toggleFold = (key: string) => {
    const next = new Set(unfolded);
    if (!next.delete(key)) next.add(key);
    setUnfolded(next);
    // A fold that holds the open hop closes with it.
    if (hops.some((hop) => hop.key === openExchange) && !next.has(key)) onOpen(null);
  };

  return (
    <section
      class="timeline"
      aria-label={words.title}
      data-look={drawing ? look : 'timeline'}
      data-wide={hops.some((hop) => hop.party === 'other')}
    >
      <TimelineHead
        judged={judged}
        cause={cause}
        verdict={verdict}
        shown={laid.filter(({ row }) => row.kind === 'hop').length}
        total={hops.length}
        looks={onLook && { look, onLook }}
        onSave={look === 'diagram' ? onSave : null}
        filter={filter}
        onFilter={onFilter}
        input={keys.input}
      />
      {drawing && laid.length > 0 && (
        <>
          <p class="sr-only">{drawing.about}</p>
          {drawing.head}
        </>
      )}
      {laid.length === 0 && filter !== '' && (
        <div class="timeline-none" role="status">
          <p>{words.noMatch(filter)}</p>
          <Button look="quiet" onClick={() => onFilter('')}>
            {words.showAll(hops.length)}
          </Button>
        </div>
      )}
      <WindowList
        // What was measured of one picture says nothing about another.
        key={drawing ? look : 'timeline'}
        items={laid}
        keyOf={keyOf}
        estimate={drawing?.estimate ?? estimate}
        label={words.list(hops.length)}
        handle={list}
        keep={[keys.active, openExchange]}
        render={({ row, from, inner: within, unfolded: open }) => {
          const tabbable = row.key === keys.active;
          if (row.kind === 'fold')
            return (
              <FoldLine
                row={row}
                from={from}
                open={open}
                tabbable={tabbable}
                innerFlow={row.nested ? inner : null}
                picture={drawing ? drawing.fold(row) : null}
                onToggle={() => toggleFold(row.key)}
                onFocus={() => keys.setActive(row.key)}
                onSelectFlow={onSelectFlow}
              />
            );
          const isOpen = row.key === openExchange;
          const frame = {
            row,
            within,
            open: isOpen,
            tabbable,
            onToggle: () => onOpen(isOpen ? null : row.key),
            onFocus: () => keys.setActive(row.key),
            children: isOpen && (
              <ExchangeDetail row={row} judged={judged} target={target?.exchange === row.key ? target : null} onJump={onJump} />
            ),
          };
          if (drawing) return <HopFrame {...frame} head={drawing.hop(row, isOpen)} />;
          return <HopLine {...frame} from={from} failed={judged.outcome === 'failed'} />;
        }}
      />
    </section>
  );
}
