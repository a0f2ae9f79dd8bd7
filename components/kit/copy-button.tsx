import { useEffect, useState } from 'preact/hooks';
import { kit as words } from '../../lib/words/en/kit.ts';
import { Icon } from './icon.tsx';

const shownMs = 1_600;

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the name of the button: "Copy state". */
  readonly label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  const word = state === 'copied' ? words().copied : state === 'refused' ? words().copyRefused : words().copy(label);
  return (
    <button
      type="button"
      class="icon-button"
      data-small="true"
      data-state={state}
      aria-label={word}
      title={word}
      onClick={() => void copy()}
    >
      <Icon name={state === 'copied' ? 'check' : state === 'refused' ? 'cross' : 'copy'} size={14} />
      <span class="sr-only" role="status">
        {state === 'idle' ? '' : word}
      </span>
    </button>
  );
}
