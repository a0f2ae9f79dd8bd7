import type { DeskHost } from '../../lib/session/desk.ts';
import type { PageRoom } from '../../lib/session/host.ts';
import { page as words } from '../../lib/words/en/page.ts';
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

/** The first steps are reached from where nothing is shown yet. */
const rooms: readonly { readonly id: Exclude<PageRoom, 'welcome'>; readonly icon: IconName }[] = [
  { id: 'live', icon: 'eye' },
  { id: 'files', icon: 'file' },
  { id: 'compare', icon: 'compare' },
  { id: 'save', icon: 'save' },
  { id: 'record', icon: 'record' },
  { id: 'reference', icon: 'report' },
  { id: 'settings', icon: 'sliders' },
];

export function PageHeader({ host, room, onRoom }: PageHeaderProps) {
  const say = words();
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
            {say.recording}
          </span>
        ) : (
          <WatchState watching={watching} onDemand={onDemand} shortcut={shortcut} onPause={(paused) => void host.setPaused(paused)} />
        )}
        <nav class="rooms" aria-label={say.rooms}>
          {rooms.map(({ id, icon }) => (
            <button
              type="button"
              key={id}
              id={`room-${id}`}
              class="room"
              aria-current={id === room ? 'page' : undefined}
              onClick={() => onRoom(id)}
            >
              <Icon name={icon} size={14} />
              <span>{say.room[id]}</span>
            </button>
          ))}
        </nav>
      </div>
    </header>
  );
}
