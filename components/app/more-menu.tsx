import type { Host, PageRoom } from '../../lib/session/host.ts';
import { app as words } from '../../lib/words/en/app.ts';
import { Menu, type MenuItem } from '../kit/menu.tsx';

export interface MoreMenuProps {
  readonly host: Host;
  readonly hasFlows: boolean;
  readonly panelToAdd: boolean;
  readonly onSites: () => void;
}

/** What needs more room than a popup has. */
export function MoreMenu({ host, hasFlows, panelToAdd, onSites }: MoreMenuProps) {
  const say = words();
  const item = (room: PageRoom, label: string, icon: MenuItem['icon']): MenuItem => ({
    id: room,
    label,
    icon,
    onChoose: () => void host.openPage(room),
  });
  return (
    <Menu
      label={say.more}
      items={[
        ...(hasFlows ? [item('save', say.save, 'save')] : []),
        item('record', say.record, 'record'),
        item('files', say.files, 'file'),
        ...(hasFlows ? [item('compare', say.compare, 'compare')] : []),
        ...(host.openSidePanel ? [{ id: 'side', label: say.beside, icon: 'side' as const, onChoose: host.openSidePanel }] : []),
        { id: 'sites', label: say.sites, icon: 'eye', onChoose: onSites },
        item('settings', say.settings, 'sliders'),
        item('live', say.inTab, 'external'),
        ...(panelToAdd ? [{ id: 'panel', label: say.addPanel, icon: 'side' as const, onChoose: () => void host.addPanel() }] : []),
      ]}
    />
  );
}
