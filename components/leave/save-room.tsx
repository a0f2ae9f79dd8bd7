import { useMemo, useState } from 'preact/hooks';
import type { DeskHost, LeaveSource, OpenedDocument } from '../../lib/session/desk.ts';
import { relevant } from '../../lib/session/share.ts';
import { flowsInView } from '../../lib/session/view.ts';
import { leave } from '../../lib/words/en/leave.ts';
import { useStore } from '../app/use-store.ts';
import { Parties } from '../flow/parties.tsx';
import { LeavePanel } from './leave-panel.tsx';

const formats = ['capture', 'har', 'html', 'markdown'] as const;

export interface SaveRoomProps {
  readonly host: DeskHost;
  /** Null: what this browser has recorded. */
  readonly document: OpenedDocument | null;
}

/** Choose what to save, see what leaves, save. */
export function SaveRoom({ host, document }: SaveRoomProps) {
  const words = leave();
  const session = useStore(host.session, (s) => s);
  const [format, setFormat] = useState<(typeof formats)[number]>('capture');
  const { analysis, capture, tab, ignored } = session;
  const flows = useMemo(() => flowsInView({ analysis, capture, tab, ignored }), [analysis, capture, tab, ignored]);
  const source = useMemo((): LeaveSource | null => {
    if (document) return document;
    if (!capture || !analysis || flows.length === 0) return null;
    return { capture: relevant(capture, analysis.flows, flows), story: null, second: null };
  }, [document, capture, analysis, flows]);
  if (source === null)
    return (
      <div class="stage save-room">
        <p class="room-empty">{words.nothing}</p>
      </div>
    );
  const shown = document ? document.first.analysis.flows : flows;
  return (
    <div class="stage save-room">
      <div class="guide-column">
        <section class="guide-card" aria-label={words.kind}>
          <h2>{words.title}</h2>
          <ul class="save-flows">
            {shown.slice(0, 5).map((judged) => (
              <li key={judged.flow.id}>
                <Parties judged={judged} />
              </li>
            ))}
            {shown.length > 5 && <li>{words.more(shown.length - 5)}</li>}
          </ul>
          <fieldset class="choices">
            <legend>{words.kind}</legend>
            {formats.map((kind) => (
              <label key={kind} class="choice" data-chosen={kind === format}>
                <input type="radio" name="format" value={kind} checked={kind === format} onChange={() => setFormat(kind)} />
                <span>
                  <strong>{words.formats[kind].name}</strong>
                  <span>{words.formats[kind].what}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </section>
        <section class="guide-card" aria-label={words.leavesTitle}>
          <h3>{words.leavesTitle}</h3>
          <LeavePanel key={format} host={host} source={source} format={format} />
        </section>
      </div>
    </div>
  );
}
