import { useMemo, useState } from 'preact/hooks';
import type { DeskHost, LeaveSource, OpenedDocument } from '../../lib/session/desk.ts';
import type { LeaveFormat } from '../../lib/session/leaving.ts';
import { relevant } from '../../lib/session/share.ts';
import { flowsInView } from '../../lib/session/view.ts';
import { useStore } from '../app/use-store.ts';
import { Parties } from '../flow/parties.tsx';
import { en } from '../guide/words/en.ts';
import { LeavePanel } from './leave-panel.tsx';

interface Kind {
  readonly format: LeaveFormat;
  readonly name: string;
  readonly what: string;
}

const kinds: readonly Kind[] = [
  { format: 'capture', name: 'Roundtrip capture', what: 'Opens in Roundtrip with the same timeline and findings.' },
  { format: 'har', name: 'HAR', what: 'Opens in the developer tools of any browser, and in Roundtrip.' },
  { format: 'html', name: 'Report to print', what: 'One page to read or to make a PDF of.' },
  { format: 'markdown', name: 'Report for a ticket', what: 'Markdown, to be pasted or attached.' },
];

export interface SaveRoomProps {
  readonly host: DeskHost;
  /** Null: what this browser has recorded. */
  readonly document: OpenedDocument | null;
}

/** Choose what to save, see what leaves, save. */
export function SaveRoom({ host, document }: SaveRoomProps) {
  const session = useStore(host.session, (s) => s);
  const [format, setFormat] = useState<LeaveFormat>('capture');
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
        <p class="room-empty">There is no login to save yet. Log in once, then come back here.</p>
      </div>
    );
  const shown = document ? document.first.analysis.flows : flows;
  return (
    <div class="stage save-room">
      <div class="guide-column">
        <section class="guide-card" aria-label="Kind of file">
          <h2>Save a file that can be shared</h2>
          <ul class="save-flows">
            {shown.slice(0, 5).map((judged) => (
              <li key={judged.flow.id}>
                <Parties judged={judged} />
              </li>
            ))}
            {shown.length > 5 && <li>{shown.length - 5} more</li>}
          </ul>
          <fieldset class="choices">
            <legend>Kind of file</legend>
            {kinds.map(({ format: kind, name, what }) => (
              <label key={kind} class="choice" data-chosen={kind === format}>
                <input type="radio" name="format" value={kind} checked={kind === format} onChange={() => setFormat(kind)} />
                <span>
                  <strong>{name}</strong>
                  <span>{what}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </section>
        <section class="guide-card" aria-label={en.leavesTitle}>
          <h3>{en.leavesTitle}</h3>
          <LeavePanel key={format} host={host} source={source} format={format} words={en} />
        </section>
      </div>
    </div>
  );
}
