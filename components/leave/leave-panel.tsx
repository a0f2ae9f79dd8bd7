import { useMemo, useState } from 'preact/hooks';
import type { Recording } from '../../lib/model/recording.ts';
import type { DeskHost } from '../../lib/session/desk.ts';
import type { LeaveFormat } from '../../lib/session/leaving.ts';
import type { GuideWords } from '../guide/words/index.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { LeaveSummary } from './leave-summary.tsx';
import { useSettled } from './use-settled.ts';

export interface LeavePanelProps {
  readonly host: DeskHost;
  readonly recording: Recording;
  readonly format: LeaveFormat;
  readonly words: GuideWords;
}

/** The last look before something leaves: what is in it, the proof, and the two ways out. */
export function LeavePanel({ host, recording, format, words }: LeavePanelProps) {
  const looked = useSettled(recording);
  const leaving = useMemo(() => host.prepare(looked, format), [host, looked, format]);
  const [done, setDone] = useState<{ readonly how: 'saved' | 'copied'; readonly name: string } | null>(null);
  const [failed, setFailed] = useState(false);
  // What leaves is made of the newest words, not of those the list was made of.
  const made = (as: LeaveFormat) => {
    const last = as === format && looked === recording ? leaving : host.prepare(recording, as);
    setFailed(last.kind === 'refused');
    return last.kind === 'ready' ? last : null;
  };
  const save = () => {
    const file = made(format);
    if (!file) return;
    host.save(file);
    setDone({ how: 'saved', name: file.fileName });
  };
  const copy = () => {
    const text = made(format === 'capture' ? 'markdown' : format);
    if (text) void host.copy(text).then(() => setDone({ how: 'copied', name: '' }));
  };
  if (leaving.kind === 'refused' || failed)
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
        <Button look="primary" icon="save" id="save-file" onClick={save}>
          {words.save}
        </Button>
        {(format === 'capture' || format === 'markdown') && (
          <Button icon="copy" id="copy-text" onClick={copy}>
            {words.copy}
          </Button>
        )}
      </div>
      <p class="leave-done" role="status" data-done={done?.how ?? ''}>
        {done?.how === 'saved' && words.saved(done.name)}
        {done?.how === 'copied' && words.copied}
      </p>
    </div>
  );
}
