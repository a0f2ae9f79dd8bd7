import { useEffect, useState } from 'preact/hooks';
import type { DeskHost } from '../../lib/session/desk.ts';
import { type PageRoom, pageRooms } from '../../lib/session/host.ts';
import { ErrorBorder } from '../app/error-border.tsx';
import { LiveRoom } from '../app/live-room.tsx';
import { Notice } from '../app/notice.tsx';
import { useStore } from '../app/use-store.ts';
import { CompareRoom } from '../compare/compare-room.tsx';
import { FilesRoom } from '../files/files-room.tsx';
import { GuideRoom } from '../guide/guide-room.tsx';
import { SaveRoom } from '../leave/save-room.tsx';
import '../style/index.css';
import { DropDoor } from './drop-door.tsx';
import { PageHeader } from './page-header.tsx';

export interface PageProps {
  readonly host: DeskHost;
  /** Which room the address names, and where to write another. */
  readonly address: { read(): string; write(room: PageRoom): void; onChange(listener: () => void): () => void };
  /** BCP 47, the reader's own first. */
  readonly readerLanguages: readonly string[];
}

const roomOf = (text: string): PageRoom => pageRooms.find((room) => room === text) ?? 'live';

/** Everything Roundtrip can do, with room for it. */
export function Page({ host, address, readerLanguages }: PageProps) {
  const watching = useStore(host.session, (s) => s.watching);
  const notice = useStore(host.session, (s) => s.notice);
  const documents = useStore(host.desk, (s) => s.documents);
  const [room, setRoom] = useState<PageRoom>(roomOf(address.read()));
  const [selected, setSelected] = useState<number | null>(null);
  const [saving, setSaving] = useState<number | null>(null);
  useEffect(() => address.onChange(() => setRoom(roomOf(address.read()))), [address]);
  const go = (next: PageRoom) => {
    setSaving(null);
    setRoom(next);
    address.write(next);
  };
  return (
    <main class="app" data-layout="page" data-watching={watching} data-room={room}>
      <ErrorBorder>
        <PageHeader host={host} room={room} onRoom={go} />
        <DropDoor
          onFiles={(files) => {
            go('files');
            void host.openFiles(files).then(() => setSelected(host.desk.getState().documents.at(-1)?.id ?? null));
          }}
        />
        {room === 'live' && <LiveRoom host={host} roomy />}
        {room === 'files' && (
          <FilesRoom
            host={host}
            selected={selected}
            onSelect={setSelected}
            onSave={(id) => {
              go('save');
              setSaving(id);
            }}
            onCompare={() => go('compare')}
          />
        )}
        {room === 'record' && <GuideRoom host={host} readerLanguages={readerLanguages} onLeave={() => go('live')} />}
        {room === 'compare' && <CompareRoom host={host} />}
        {room === 'save' && <SaveRoom host={host} document={documents.find((one) => one.id === saving) ?? null} />}
        <Notice text={notice} />
      </ErrorBorder>
    </main>
  );
}
