import type { Look } from '../../lib/model/selection.ts';

const looks: readonly (readonly [look: Look, words: string])[] = [
  ['timeline', 'Timeline'],
  ['diagram', 'Diagram'],
  ['waterfall', 'Waterfall'],
];

export interface LookSwitchProps {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

/** The same hops as a list, as arrows between those who talk, or over time. */
export function LookSwitch({ look, onLook }: LookSwitchProps) {
  return (
    <fieldset class="looks">
      <legend class="sr-only">Show hops as</legend>
      {looks.map(([one, words]) => (
        <button type="button" key={one} id={`look-${one}`} class="look" aria-pressed={look === one} onClick={() => onLook(one)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
