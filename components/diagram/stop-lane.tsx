import type { Became, Came, LaneStop } from '../../lib/session/lifelines.ts';

/** Pixels from the top of a row: what came with the request, what the answer did. The line between them takes what is left. */
const cameY = 13;
const becameY = 31;
const x = 11;

/** One cookie's line, as high as the row is. */
export function StopLane({ stop: { came, became, before, between, after } }: { readonly stop: LaneStop }) {
  const lost = came === 'missing';
  return (
    <span class="life-lane">
      {before && <span class="life-line" data-part="before" data-lost={lost || undefined} />}
      {between && <span class="life-line" data-part="between" data-lost={lost || undefined} />}
      {after && <span class="life-line" data-part="after" />}
      <svg class="life-signs" width="22" height="44" viewBox="0 0 22 44" aria-hidden="true" focusable="false">
        {came && (
          <g transform={`translate(${x} ${cameY})`}>
            <CameSign came={came} />
          </g>
        )}
        {became && (
          <g transform={`translate(${x} ${becameY})`}>
            <BecameSign became={became} />
          </g>
        )}
      </svg>
    </span>
  );
}

const cross = (
  <>
    <circle class="life-bad" r="7" />
    <path class="life-cross" d="m-3-3 6 6m0-6-6 6" />
  </>
);

export function CameSign({ came }: { readonly came: Came }) {
  switch (came) {
    case 'sent':
      return <circle class="life-dot" r="4.500" />;
    case 'missing':
      return cross;
    case 'other-value':
      return <path class="life-warn" d="M0-6.500 6.500 0 0 6.500-6.500 0Z" />;
    case 'held':
      return <circle class="life-hollow" r="4.500" />;
    case 'unseen':
      return <circle class="life-hollow life-unseen" r="4.500" />;
  }
}

export function BecameSign({ became }: { readonly became: Became }) {
  switch (became) {
    case 'set':
      return <path class="life-dot" d="M-6-5H6L0 6Z" />;
    case 'deleted':
      return <path class="life-end" d="M-6 0H6" />;
    case 'refused':
    case 'not-stored':
      return cross;
  }
}
