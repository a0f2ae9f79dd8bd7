import type { Look } from '../../lib/model/selection.ts';
import { timeline } from '../../lib/words/en/timeline.ts';

const looks: readonly Look[] = ['timeline', 'diagram', 'waterfall', 'sizes', 'cookies'];

export interface LookSwitchProps {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

/** The same hops as a list, as arrows between those who talk, over time, by size, or by the cookies they carry. */
export function LookSwitch({ look, onLook }: LookSwitchProps) {
  const words = timeline();
  return (
    <fieldset class="looks">
      <legend class="sr-only">{words.showAs}</legend>
      {looks.map((one) => (
        <button type="button" key={one} id={`look-${one}`} class="look" aria-pressed={look === one} onClick={() => onLook(one)}>
          {words.looks[one]}
        </button>
      ))}
    </fieldset>
  );
}
