import type { RefObject } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { explain } from '../../lib/explain/finding.ts';
import type { Finding, JudgedFlow } from '../../lib/model/finding.ts';
import { timeline } from '../../lib/words/en/timeline.ts';
import { outcomeLook } from '../flow/outcome-look.ts';
import { IconButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { LookSwitch, type LookSwitchProps } from './look-switch.tsx';
import { SingleKeys } from './single-keys.ts';

export interface TimelineHeadProps {
  readonly judged: JudgedFlow;
  readonly cause: Finding | null;
  readonly verdict: RefObject<HTMLElement | null>;
  readonly shown: number;
  readonly total: number;
  /** Null where there is no room for pictures. */
  readonly looks: LookSwitchProps | null;
  /** Null where nothing is drawn that could be saved. */
  readonly onSave: (() => void) | null;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Stays at the top. Once the verdict has scrolled away, it says the verdict in one line. */
export function TimelineHead({ judged, cause, verdict, shown, total, looks, onSave, filter, onFilter, input }: TimelineHeadProps) {
  // Beside the switch there is no room for it.
  const away = useScrolledAway(verdict) && looks === null;
  const look = outcomeLook(judged);
  const words = timeline();
  const singleKeys = useContext(SingleKeys);
  return (
    <div class="timeline-head" data-away={away}>
      {looks && <LookSwitch {...looks} />}
      <h3 class={away ? 'sr-only' : undefined}>
        <span class={looks ? 'sr-only' : 'timeline-name'}>{words.title}</span>{' '}
        <span>{filter === '' ? words.hops(total) : words.shownOf(shown, total)}</span>
      </h3>
      {away && (
        <p class="timeline-verdict" data-tone={look.tone} aria-hidden="true">
          <span class="flow-mark" data-tone={look.tone} data-running={look.running}>
            <Icon name={look.icon} size={11} />
          </span>
          <span class="timeline-verdict-words">{cause ? <Prose text={explain(cause).title} /> : look.words}</span>
        </p>
      )}
      {onSave && <IconButton icon="save" id="save-diagram" label={words.save} onClick={onSave} />}
      <div class="filter">
        <Icon name="search" size={13} />
        <input
          ref={input}
          type="search"
          aria-label={words.filterLabel}
          aria-keyshortcuts={singleKeys ? '/' : undefined}
          placeholder={words.filter}
          value={filter}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => onFilter(event.currentTarget.value)}
        />
        {filter === '' ? (
          <span class="key" aria-hidden="true">
            /
          </span>
        ) : (
          <IconButton icon="cross" label={words.clearFilter} onClick={() => onFilter('')} small />
        )}
      </div>
    </div>
  );
}

function useScrolledAway(element: RefObject<HTMLElement | null>): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setAway(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return away;
}
