import type { ComponentChildren } from 'preact';
import { printable } from '../../lib/read/printable.ts';
import type { OpenedDocument, Opening, Refused } from '../../lib/session/desk.ts';
import { mainFlow } from '../../lib/session/guided.ts';
import { files as words } from '../../lib/words/en/files.ts';
import { opening as openingWords } from '../../lib/words/en/opening.ts';
import { outcomeLook } from '../flow/outcome-look.ts';
import { IconButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { OpeningFile } from './opening-file.tsx';

export interface FileListProps {
  readonly documents: readonly OpenedDocument[];
  readonly refused: readonly Refused[];
  readonly opening: readonly Opening[];
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  readonly onClose: (id: number) => void;
  readonly onForget: (id: number) => void;
  readonly onCancel: (id: number) => void;
  readonly children: ComponentChildren;
}

export function FileList({ documents, refused, opening, selected, onSelect, onClose, onForget, onCancel, children }: FileListProps) {
  const say = words();
  return (
    <aside class="file-list" aria-label={say.opened}>
      {children}
      {documents.length > 0 && (
        <ul>
          {documents.map((document) => (
            <li key={document.id} class="file-item" data-selected={document.id === selected}>
              <button
                type="button"
                class="file-name"
                aria-current={document.id === selected ? 'true' : undefined}
                onClick={() => onSelect(document.id)}
              >
                <FileMark document={document} />
                <span>
                  <bdi>{printable(document.name)}</bdi>
                  <span class="file-words">{wordsFor(document)}</span>
                </span>
              </button>
              <IconButton icon="cross" label={say.close(document.name)} onClick={() => onClose(document.id)} small />
            </li>
          ))}
        </ul>
      )}
      {opening.map((one) => (
        <OpeningFile key={one.id} opening={one} onCancel={() => onCancel(one.id)} />
      ))}
      {refused.map(({ id, name, because }) => (
        <p key={id} class="file-refused" role="alert">
          <span>
            <strong>
              <bdi>{printable(name)}</bdi>
            </strong>
            : {openingWords().because(because)}. {openingWords().accepted}
          </span>
          <IconButton icon="cross" label={say.hideMessage(name)} onClick={() => onForget(id)} small />
        </p>
      ))}
    </aside>
  );
}

function FileMark({ document }: { readonly document: OpenedDocument }) {
  const main = mainFlow(document.first.analysis.flows) ?? document.first.analysis.flows[0];
  if (!main) return <Icon name="file" size={16} />;
  const look = outcomeLook(main);
  return (
    <span class="flow-mark" data-tone={look.tone} role="img" aria-label={look.words} title={look.words}>
      <Icon name={look.icon} size={11} />
    </span>
  );
}

function wordsFor({ first, second, requests }: OpenedDocument): string {
  const flows = first.analysis.flows.length;
  const say = words();
  return [flows === 0 ? say.noLogin : say.flows(flows), say.requests(requests), ...(second ? [say.twoAttempts] : [])].join(' · ');
}
