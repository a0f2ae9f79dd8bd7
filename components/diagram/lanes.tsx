import type { Party } from '../../lib/read/party.ts';
import { printable } from '../../lib/read/printable.ts';
import { placeOf } from '../../lib/session/rows.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { shortOrigin } from '../flow/flow-words.ts';
import { PartySign } from '../flow/parties.tsx';
import type { Drawn } from './drawing.ts';

export interface Lane {
  readonly id: Party | 'browser';
  readonly name: string;
  readonly host: string;
  /** Percent of the width. */
  readonly x: number;
}

/** The browser's lane, and where the last one stands. */
const firstAt = 4;
const lastAt = 90;

/** Who takes part, in the order in which a login goes back and forth between them. */
export function lanesOf({ judged, hops }: Drawn): readonly Lane[] {
  const { client, provider } = judged.flow.parties;
  const others = new Set(hops.filter((hop) => hop.party === 'other').map((hop) => placeOf(hop.exchange.request.url).host));
  const [other = ''] = others;
  const words = diagram();
  const named = [
    { id: 'browser' as const, name: words.browser, host: '' },
    { id: 'client' as const, name: words.app, host: shortOrigin(client, '') },
    { id: 'provider' as const, name: words.provider, host: shortOrigin(provider, '') },
    ...(others.size > 0 ? [{ id: 'other' as const, name: words.others, host: others.size === 1 ? other : words.hosts(others.size) }] : []),
  ];
  return named.map((lane, index) => ({ ...lane, x: firstAt + (index * (lastAt - firstAt)) / (named.length - 1) }));
}

export function LaneHead({ lanes }: { readonly lanes: readonly Lane[] }) {
  return (
    <div class="lane-head" aria-hidden="true">
      <div class="lane-names" data-lanes={lanes.length}>
        {lanes.map(({ id, name, host, x }) => (
          <span class="lane-name" key={id} data-party={id} style={{ left: `${x}%` }}>
            <span>
              {id !== 'browser' && <PartySign party={id} />} {name}
            </span>
            <bdi dir="ltr" title={host}>
              {printable(host)}
            </bdi>
          </span>
        ))}
      </div>
    </div>
  );
}

/** The lanes behind one row, as high as the row is. */
export function LaneLines({ lanes }: { readonly lanes: readonly Lane[] }) {
  return (
    <svg class="lanes" aria-hidden="true" focusable="false">
      {lanes.map(({ id, x }) => (
        <line key={id} class="lane-line" x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
      ))}
    </svg>
  );
}
