import type { Watching } from '../../lib/session/state.ts';
import { app as words } from '../../lib/words/en/app.ts';
import { Icon } from '../kit/icon.tsx';

export interface WatchStateProps {
  readonly watching: Watching;
  /** It is only watched when the user starts it. */
  readonly onDemand: boolean;
  /** The key that does the same, in the browser's words. */
  readonly shortcut: string | null;
  readonly onPause: (paused: boolean) => void;
}

/** Whether Roundtrip watches; a press pauses it, or stops it. */
export function WatchState({ watching, onDemand, shortcut, onPause }: WatchStateProps) {
  const say = words();
  const word = say.states[watching];
  if (watching === 'starting' || watching === 'no-access')
    return (
      <span class="watch-state" data-watching={watching}>
        <span class="watch-dot" aria-hidden="true" />
        {word}
      </span>
    );
  const paused = watching === 'paused' || watching === 'off';
  const [start, stop] = onDemand ? [say.startWatching, say.stopWatching] : [say.resumeWatching, say.pauseWatching];
  return (
    <button
      type="button"
      id="pause"
      class="watch-state"
      data-watching={watching}
      aria-pressed={onDemand ? undefined : paused}
      aria-label={say.stateAnd(word, !onDemand ? say.pauseRecording : paused ? start : stop)}
      title={`${paused ? start : stop}${shortcut === null ? '' : ` (${shortcut})`}`}
      onClick={() => onPause(!paused)}
    >
      <span class="watch-dot" aria-hidden="true" />
      {onDemand ? <OnDemand paused={paused} /> : word}
      <Icon name={paused ? 'play' : 'pause'} size={12} />
    </button>
  );
}

/** What it is, and what a press makes of it. */
function OnDemand({ paused }: { readonly paused: boolean }) {
  const say = words();
  return (
    <>
      {paused ? say.states.off : say.states.watching}. <strong>{paused ? say.start : say.stop}</strong>
    </>
  );
}
