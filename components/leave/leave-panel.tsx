import { useMemo, useState } from 'preact/hooks';
import type { Recording } from '../../lib/model/recording.ts';
import type { DeskHost } from '../../lib/session/desk.ts';
import type { LeaveFormat } from '../../lib/session/leaving.ts';
import type { GuideWords } from '../guide/words/index.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { LeaveSummary } from './leave-summary.tsx';

export interface LeavePanelProps {
  readonly host: DeskHost;
  readonly recording: Recording;
  readonly format: LeaveFormat;
  readonly words: GuideWords;
}

/** The last look before something leaves: what is in it, the proof, and the two ways out. */
export function LeavePanel({ host, recording, format, words }: LeavePanelProps) {
  const leaving = useMemo(() => host.prepare(recording, format), [host, recording, format]);
  const [done, setDone] = useState<'saved' | 'copied' | null>(null);
  const copy = () => {
    const text = format === 'capture' ? host.prepare(recording, 'markdown') : leaving;
    if (text.kind === 'ready') void host.copy(text).then(() => setDone('copied'));
  };
  if (leaving.kind === 'refused')
    return (
      <p class="leave-refused" role="alert">
        <Icon name="alert" size={16} />
        {words.leak}
      </p>
    );
  return (
    <div class="leave-panel" data-format={format}>
      <LeaveSummary leaving={leaving} words={words} />
      <div class="leave-actions">
        <Button
          look="primary"
          icon="save"
          id="save-file"
          onClick={() => {
            host.save(leaving);
            setDone('saved');
          }}
        >
          {words.save}
        </Button>
        {(format === 'capture' || format === 'markdown') && (
          <Button icon="copy" id="copy-text" onClick={copy}>
            {words.copy}
          </Button>
        )}
      </div>
      <p class="leave-done" role="status" data-done={done ?? ''}>
        {done === 'saved' && words.saved(leaving.fileName)}
        {done === 'copied' && words.copied}
      </p>
    </div>
  );
}
