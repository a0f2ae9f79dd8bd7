import type { DeskHost } from '../../lib/session/desk.ts';
import type { PageRoom } from '../../lib/session/host.ts';
import { useStore } from '../app/use-store.ts';
import { WatchState } from '../app/watch-state.tsx';
import { Icon } from '../kit/icon.tsx';
import type { IconName } from '../kit/icons.ts';
import { Mark } from '../kit/mark.tsx';

export interface PageHeaderProps {
  readonly host: DeskHost;
  readonly room: PageRoom;
  readonly onRoom: (room: PageRoom) => void;
}

const rooms: readonly { readonly id: PageRoom; readonly name: string; readonly icon: IconName }[] = [
  { id: 'live', name: 'This browser', icon: 'eye' },
  { id: 'files', name: 'Files', icon: 'file' },
  { id: 'compare', name: 'Compare', icon: 'compare' },
  { id: 'save', name: 'Save', icon: 'save' },
  { id: 'record', name: 'Record for support', icon: 'record' },
  { id: 'reference', name: 'Reference', icon: 'report' },
  { id: 'settings', name: 'Settings', icon: 'sliders' },
];

export function PageHeader({ host, room, onRoom }: PageHeaderProps) {
  const watching = useStore(host.session, (s) => s.watching);
  const shortcut = useStore(host.session, (s) => s.shortcut);
  const onDemand = useStore(host.session, (s) => s.settings.watch === 'recording');
  const recording = useStore(host.session, (s) => s.recording);
  return (
    <header class="app-header">
      <div class="app-bar page-bar">
        <Mark />
        <h1 class="app-name">Roundtrip</h1>
        {recording ? (
          <span class="watch-state" data-watching="recording">
            <span class="watch-dot" aria-hidden="true" />
            Recording
          </span>
        ) : (
          <WatchState watching={watching} onDemand={onDemand} shortcut={shortcut} onPause={(paused) => void host.setPaused(paused)} />
        )}
        <nav class="rooms" aria-label="Rooms">
          {rooms.map(({ id, name, icon }) => (
            <button
              type="button"
              key={id}
              id={`room-${id}`}
              class="room"
              aria-current={id === room ? 'page' : undefined}
              onClick={() => onRoom(id)}
            >
              <Icon name={icon} size={14} />
              <span>{name}</span>
            </button>
          ))}
        </nav>
      </div>
    </header>
  );
}
