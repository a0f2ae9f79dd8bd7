import type { Party } from '../../lib/session/rows.ts';

/** The line of the journey: every party has its lane, so that place tells who is talking and not only color. */
const lanes: Readonly<Record<Party, number>> = { client: 8, provider: 24, other: 40 };
const height = 20;

export interface RailProps {
  readonly party: Party;
  readonly from: Party | null;
  readonly look: 'hop' | 'fold' | 'broken' | 'waiting' | 'browser';
}

/** From the lane of the hop before to this one's; below the sign, the line goes on as far as the row is high. */
export function Rail({ party, from, look }: RailProps) {
  const x = lanes[party];
  const start = from === null ? null : lanes[from];
  return (
    <span class="rail" data-party={party} data-look={look} aria-hidden="true">
      <svg width="48" height="32" viewBox="0 0 48 32" aria-hidden="true" focusable="false">
        {start !== null && <path class="rail-line" d={`M${start} 0C${start} ${height * 0.7} ${x} ${height * 0.2} ${x} ${height}`} />}
        {look === 'fold' ? (
          <>
            <circle class="rail-dot" cx={x} cy="13" r="1.7" />
            <circle class="rail-dot" cx={x} cy="20" r="1.7" />
            <circle class="rail-dot" cx={x} cy="27" r="1.7" />
          </>
        ) : (
          <Sign party={party} x={x} look={look} />
        )}
      </svg>
      <span class="rail-rest" style={{ left: `${x - 1}px` }} />
    </span>
  );
}

function Sign({ party, x, look }: { readonly party: Party; readonly x: number; readonly look: RailProps['look'] }) {
  if (look === 'broken')
    return (
      <>
        <circle class="rail-broken" cx={x} cy={height} r="8" />
        <path class="rail-cross" d={`m${x - 3} ${height - 3} 6 6m0-6-6 6`} />
      </>
    );
  if (look === 'browser') return <circle class="rail-sign rail-hollow" cx={x} cy={height} r="4" />;
  const hollow = look === 'waiting' ? 'rail-sign rail-hollow rail-waiting' : 'rail-sign';
  if (party === 'client') return <rect class={hollow} x={x - 5} y={height - 5} width="10" height="10" rx="2.500" />;
  if (party === 'provider') return <circle class={hollow} cx={x} cy={height} r="5.500" />;
  return <path class={hollow} d={`M${x} ${height - 6}l6 6-6 6-6-6Z`} />;
}
