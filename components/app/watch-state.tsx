import type { Watching } from '../../lib/session/state.ts';
import { Icon } from '../kit/icon.tsx';

const words: Readonly<Record<Watching, string>> = {
  starting: 'Starting',
  'no-access': 'No access',
  paused: 'Paused',
  watching: 'Watching',
};

export interface WatchStateProps {
  readonly watching: Watching;
  /** The key that does the same, in the browser's words. */
  readonly shortcut: string | null;
  readonly onPause: (paused: boolean) => void;
}

/** Whether Roundtrip watches; a press pauses it. */
export function WatchState({ watching, shortcut, onPause }: WatchStateProps) {
  const word = words[watching];
  if (watching === 'starting' || watching === 'no-access')
    return (
      <span class="watch-state" data-watching={watching}>
        <span class="watch-dot" aria-hidden="true" />
        {word}
      </span>
    );
  const paused = watching === 'paused';
  return (
    <button
      type="button"
      id="pause"
      class="watch-state"
      data-watching={watching}
      aria-pressed={paused}
      aria-label={`${word}. Pause recording`}
      title={`${paused ? 'Resume' : 'Pause'} watching${shortcut === null ? '' : ` (${shortcut})`}`}
      onClick={() => onPause(!paused)}
    >
      <span class="watch-dot" aria-hidden="true" />
      {word}
      <Icon name={paused ? 'play' : 'pause'} size={12} />
    </button>
  );
}
