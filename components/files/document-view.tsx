import { useState } from 'preact/hooks';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { FlowId } from '../../lib/model/flow.ts';
import type { DeskHost, OpenedDocument } from '../../lib/session/desk.ts';
import { files as words } from '../../lib/words/en/files.ts';
import { useStore } from '../app/use-store.ts';
import { CopyFrom } from '../exchange/copy-from.tsx';
import { FlowRoom } from '../flow/flow-room.tsx';
import { Button } from '../kit/button.tsx';
import { AboutDocument } from './about-document.tsx';

export interface DocumentViewProps {
  readonly host: DeskHost;
  readonly document: OpenedDocument;
  readonly onSave: () => void;
  readonly onCompare: () => void;
}

/** One opened file, whole: what it is, what it could not see, and its logins as the live view shows them. */
export function DocumentView({ host, document, onSave, onCompare }: DocumentViewProps) {
  const [attempt, setAttempt] = useState<'first' | 'second'>('first');
  const [selectedFlow, setSelectedFlow] = useState<FlowId | null>(null);
  const [openExchange, setOpenExchange] = useState<ExchangeId | null>(null);
  const [filter, setFilter] = useState('');
  // How one likes to see logins, whosever they are.
  const look = useStore(host.session, (s) => s.look);
  const { capture, analysis } = attempt === 'second' && document.second ? document.second : document.first;
  const say = words();
  const about = (
    <div class="about-bar">
      <AboutDocument document={document} capture={capture} />
      <div class="about-actions">
        {document.second && (
          <fieldset class="attempts">
            <legend class="sr-only">{say.attempts}</legend>
            {(['first', 'second'] as const).map((which) => (
              <button
                type="button"
                key={which}
                class="attempt"
                id={`attempt-${which}`}
                aria-pressed={attempt === which}
                onClick={() => {
                  setAttempt(which);
                  setSelectedFlow(null);
                  setOpenExchange(null);
                }}
              >
                {which === 'first' ? say.first : document.second?.how === 'private-window' ? say.private : say.second}
              </button>
            ))}
          </fieldset>
        )}
        {document.second && (
          <Button icon="compare" id="compare-attempts" onClick={onCompare}>
            {say.compareBoth}
          </Button>
        )}
        <Button icon="save" id="save-document" onClick={onSave}>
          {say.saveRedacted}
        </Button>
      </div>
    </div>
  );
  if (analysis.flows.length === 0)
    return (
      <div class="stage">
        {about}
        <p class="room-empty">{say.noLoginInside}</p>
      </div>
    );
  return (
    <CopyFrom host={host} capture={capture} flows={analysis.flows}>
      <FlowRoom
        key={attempt}
        capture={capture}
        analysis={analysis}
        flows={analysis.flows}
        roomy
        selectedFlow={selectedFlow}
        openExchange={openExchange}
        filter={filter}
        look={look}
        onLook={host.setLook}
        onSave={(judged) => void host.saveDiagram(capture, analysis.flows, judged)}
        onSelectFlow={(flow) => {
          setSelectedFlow(flow);
          setOpenExchange(null);
        }}
        onOpen={setOpenExchange}
        onFilter={setFilter}
        onIgnore={null}
      >
        {about}
      </FlowRoom>
    </CopyFrom>
  );
}
