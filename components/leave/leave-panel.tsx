import { useState } from 'preact/hooks';
import type { DeskHost, LeaveSource } from '../../lib/session/desk.ts';
import type { LeaveFormat } from '../../lib/session/leaving.ts';
import { leave } from '../../lib/words/en/leave.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { LeaveSummary } from './leave-summary.tsx';
import { useLeaving } from './use-leaving.ts';
import { useSettled } from './use-settled.ts';

export interface LeavePanelProps {
  readonly host: DeskHost;
  readonly source: LeaveSource;
  readonly format: LeaveFormat;
}

/** The last look before something leaves: what is in it, the proof, and the two ways out. */
export function LeavePanel({ host, source, format }: LeavePanelProps) {
  const words = leave();
  const looked = useSettled(source);
  const leaving = useLeaving(host, looked, format);
  const [done, setDone] = useState<{ readonly how: 'saved' | 'copied'; readonly name: string } | null>(null);
  const [failed, setFailed] = useState(false);
  // What leaves is made of the newest words, not of those the list was made of.
  const made = async (as: LeaveFormat) => {
    const last = as === format && looked === source && leaving !== 'broken' ? leaving : await host.prepare(source, as);
    setFailed(last?.kind === 'refused');
    return last?.kind === 'ready' ? last : null;
  };
  const save = async () => {
    const file = await made(format);
    if (!file) return;
    host.save(file);
    setDone({ how: 'saved', name: file.fileName });
  };
  const copy = async () => {
    const text = await made(format === 'capture' ? 'markdown' : format);
    if (!text) return;
    await host.copy(text);
    setDone({ how: 'copied', name: '' });
  };
  if (leaving === null)
    return (
      <p class="leave-preparing" role="status">
        {words.preparing}
      </p>
    );
  if (leaving === 'broken')
    return (
      <p class="leave-refused" role="alert">
        <Icon name="alert" size={16} />
        {words.notPrepared}
      </p>
    );
  if (leaving.kind === 'refused' || failed)
    return (
      <p class="leave-refused" role="alert">
        <Icon name="alert" size={16} />
        {words.leak}
      </p>
    );
  return (
    <div class="leave-panel" data-format={format}>
      <LeaveSummary leaving={leaving} />
      <div class="leave-actions">
        <Button look="primary" icon="save" id="save-file" onClick={() => void save()}>
          {words.save}
        </Button>
        {(format === 'capture' || format === 'markdown') && (
          <Button icon="copy" id="copy-text" onClick={() => void copy()}>
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
