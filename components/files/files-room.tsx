import { useRef, useState } from 'preact/hooks';
import type { ExampleName } from '../../lib/examples/examples.ts';
import type { DeskHost } from '../../lib/session/desk.ts';
import { files as words } from '../../lib/words/en/files.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../kit/button.tsx';
import { DocumentView } from './document-view.tsx';
import { FileList } from './file-list.tsx';
import { FirstFile } from './first-file.tsx';

export interface FilesRoomProps {
  readonly host: DeskHost;
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  readonly onSave: (id: number) => void;
  readonly onCompare: () => void;
  readonly onExample: (name: ExampleName) => void;
}

/** Files from anywhere: dropped, chosen or pasted, several at once. They stay in this page. */
export function FilesRoom({ host, selected, onSelect, onSave, onCompare, onExample }: FilesRoomProps) {
  const { documents, refused, opening } = useStore(host.desk, (s) => s);
  const document = documents.find((one) => one.id === selected) ?? documents.at(-1) ?? null;
  return (
    <div class="files-room" data-empty={document === null}>
      <FileList
        documents={documents}
        refused={refused}
        opening={opening}
        selected={document?.id ?? null}
        onSelect={onSelect}
        onClose={host.closeDocument}
        onForget={host.forgetRefused}
        onCancel={host.cancelOpening}
      >
        <FileDoor host={host} />
      </FileList>
      {document === null && opening.length === 0 && <FirstFile onExample={onExample} />}
      {document && (
        <DocumentView key={document.id} host={host} document={document} onSave={() => onSave(document.id)} onCompare={onCompare} />
      )}
    </div>
  );
}

/** The ways in that need a hand: a chooser, and a field to paste into. */
function FileDoor({ host }: { readonly host: DeskHost }) {
  const say = words();
  const chooser = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  return (
    <div class="file-door">
      <p class="file-door-lead">{say.lead}</p>
      <div class="guide-actions">
        <Button look="primary" icon="file" id="choose-files" onClick={() => chooser.current?.click()}>
          {say.choose}
        </Button>
        <Button icon="copy" id="paste-text" onClick={() => setPasting(!pasting)}>
          {say.paste}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        id="files"
        class="sr-only"
        tabIndex={-1}
        multiple
        accept=".har,.json,application/json"
        aria-label={say.toOpen}
        onChange={(event) => {
          void host.openFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {pasting && (
        <form
          class="paste"
          onSubmit={(event) => {
            event.preventDefault();
            host.openText(text);
            setText('');
            setPasting(false);
          }}
        >
          <label class="field">
            <span>{say.pasteHere}</span>
            <textarea id="pasted" rows={5} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          </label>
          <button type="submit" class="button" id="open-pasted">
            {say.open}
          </button>
        </form>
      )}
      <p class="guide-fine">{say.staysHere}</p>
    </div>
  );
}
