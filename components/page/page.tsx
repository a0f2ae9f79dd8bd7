import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ExampleName } from '../../lib/examples/examples.ts';
import type { DeskHost } from '../../lib/session/desk.ts';
import type { PageRoom } from '../../lib/session/host.ts';
import { readPageAddress, writePageAddress } from '../../lib/session/page-address.ts';
import { welcome } from '../../lib/words/en/welcome.ts';
import { ErrorBorder } from '../app/error-border.tsx';
import { LiveRoom } from '../app/live-room.tsx';
import { Notice } from '../app/notice.tsx';
import { useKeptFocus } from '../app/use-kept-focus.ts';
import { useStore } from '../app/use-store.ts';
import { CompareRoom } from '../compare/compare-room.tsx';
import { FilesRoom } from '../files/files-room.tsx';
import { AboutCheck } from '../finding/about-check.ts';
import { GuideRoom } from '../guide/guide-room.tsx';
import { SaveRoom } from '../leave/save-room.tsx';
import { ReferenceRoom } from '../reference/reference-room.tsx';
import { SettingsRoom } from '../settings/settings-room.tsx';
import { WelcomeRoom } from '../welcome/welcome-room.tsx';
import '../style/index.css';
import { SingleKeys } from '../timeline/single-keys.ts';
import { DropDoor } from './drop-door.tsx';
import { PageHeader } from './page-header.tsx';

export interface PageProps {
  readonly host: DeskHost;
  /** Which room the address names, and where to write another. */
  readonly address: { read(): string; write(address: string): void; onChange(listener: () => void): () => void };
}

/** Everything Roundtrip can do, with room for it. */
export function Page({ host, address }: PageProps) {
  const watching = useStore(host.session, (s) => s.watching);
  const language = useStore(host.session, (s) => s.language);
  useKeptFocus(language);
  const notice = useStore(host.session, (s) => s.notice);
  const singleKeys = useStore(host.session, (s) => s.settings.singleKeys);
  const documents = useStore(host.desk, (s) => s.documents);
  const [{ room, check }, setPlace] = useState(() => readPageAddress(address.read()));
  const [selected, setSelected] = useState<number | null>(null);
  const [saving, setSaving] = useState<number | null>(null);
  useEffect(() => address.onChange(() => setPlace(readPageAddress(address.read()))), [address]);
  const go = (next: PageRoom, named: string | null = null) => {
    setSaving(null);
    setPlace({ room: next, check: named });
    address.write(writePageAddress({ room: next, check: named }));
  };
  const openExample = (name: ExampleName) => {
    go('files');
    const say = welcome();
    void host.openExample(name, say.exampleName(say.examples[name].title)).then(showNewest);
  };
  const showNewest = () => setSelected(host.desk.getState().documents.at(-1)?.id ?? null);
  const about = useCallback((named: string) => go('reference', named), [address]);
  return (
    <main class="app" data-layout="page" data-watching={watching} data-room={room}>
      <ErrorBorder key={language}>
        <PageHeader host={host} room={room} onRoom={(next) => go(next)} />
        <DropDoor
          onFiles={(files) => {
            go('files');
            void host.openFiles(files).then(showNewest);
          }}
        />
        <SingleKeys.Provider value={singleKeys}>
          <AboutCheck.Provider value={about}>
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
                onExample={openExample}
              />
            )}
            {room === 'record' && <GuideRoom host={host} onLeave={() => go('live')} />}
            {room === 'compare' && <CompareRoom host={host} />}
            {room === 'save' && <SaveRoom host={host} document={documents.find((one) => one.id === saving) ?? null} />}
            {room === 'welcome' && <WelcomeRoom host={host} onRoom={(next) => go(next)} onExample={openExample} />}
            {room === 'settings' && <SettingsRoom host={host} />}
            {room === 'reference' && <ReferenceRoom check={check} />}
          </AboutCheck.Provider>
        </SingleKeys.Provider>
        <Notice text={notice} />
      </ErrorBorder>
    </main>
  );
}
