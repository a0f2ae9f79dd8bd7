import type { ComponentChildren } from 'preact';
import type { FlowId } from '../../lib/model/flow.ts';
import { printable } from '../../lib/read/printable.ts';
import { type FoldRow, type Party, placeOf } from '../../lib/session/rows.ts';
import { timeline } from '../../lib/words/en/timeline.ts';
import { durationWords, offsetWords } from '../flow/flow-words.ts';
import { Icon } from '../kit/icon.tsx';
import { Rail } from './rail.tsx';

export interface FoldLineProps {
  readonly row: FoldRow;
  readonly from: Party | null;
  readonly open: boolean;
  readonly tabbable: boolean;
  /** The flow that these hops belong to, when they are a login inside this one. */
  readonly innerFlow: FlowId | null;
  /** In place of the rail and the words. */
  readonly picture: ComponentChildren;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly onSelectFlow: (flow: FlowId) => void;
}

export function foldWords({ hops, party, nested }: FoldRow): string {
  const words = timeline();
  return nested ? words.foldNested(hops.length) : words.fold[party](hops.length);
}

/** How many hops are folded here, and where they are. */
export function FoldWords({ row }: { readonly row: FoldRow }) {
  return (
    <>
      <Icon name="chevron" size={12} class="turn" />
      <span class="fold-words">{foldWords(row)}</span>
      <bdi class="fold-host" dir="ltr">
        {hostsOfFold(row)}
      </bdi>
    </>
  );
}

/** From the first hop's beginning to the last one's end: most of it is a person typing. */
function spanOf({ hops }: FoldRow): number {
  const last = hops.at(-1);
  const first = hops[0];
  return last && first ? last.exchange.startedAt + (last.exchange.durationMs ?? 0) - first.exchange.startedAt : 0;
}

/** Folds may be long, and their rows never change once they are laid. */
const hostsKnown = new WeakMap<FoldRow, ReadonlySet<string>>();

export function hostsOfFold(row: FoldRow): string {
  const hosts = hostsKnown.get(row) ?? new Set(row.hops.map((hop) => placeOf(hop.exchange.request.url).host));
  hostsKnown.set(row, hosts);
  const [host = ''] = hosts;
  return hosts.size === 1 ? printable(host) : timeline().hosts(hosts.size);
}

export function FoldLine({ row, from, open, tabbable, innerFlow, picture, onToggle, onFocus, onSelectFlow }: FoldLineProps) {
  return (
    <div class="fold" data-row="fold" data-party={row.party} data-open={open}>
      <button
        type="button"
        class="fold-head"
        data-row-head
        aria-expanded={open}
        tabIndex={tabbable ? 0 : -1}
        onClick={onToggle}
        onFocus={onFocus}
      >
        <span class="hop-time">{offsetWords(row.offsetMs)}</span>
        {picture ?? (
          <>
            <Rail party={row.party} from={from} look="fold" />
            <span class="fold-main">
              <FoldWords row={row} />
            </span>
          </>
        )}
        <span class="hop-ms">{durationWords(spanOf(row))}</span>
      </button>
      {innerFlow !== null && (
        <button type="button" class="link-button fold-inner" onClick={() => onSelectFlow(innerFlow)}>
          {timeline().showFlow(innerFlow)}
        </button>
      )}
    </div>
  );
}
