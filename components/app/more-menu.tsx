import type { Host, PageRoom } from '../../lib/session/host.ts';
import { Menu, type MenuItem } from '../kit/menu.tsx';

export interface MoreMenuProps {
  readonly host: Host;
  readonly hasFlows: boolean;
  readonly onSites: () => void;
}

/** What needs more room than a popup has. */
export function MoreMenu({ host, hasFlows, onSites }: MoreMenuProps) {
  const item = (room: PageRoom, label: string, icon: MenuItem['icon']): MenuItem => ({
    id: room,
    label,
    icon,
    onChoose: () => void host.openPage(room),
  });
  return (
    <Menu
      label="More"
      items={[
        ...(hasFlows ? [item('save', 'Save a file to share…', 'save')] : []),
        item('record', 'Record a login for support…', 'record'),
        item('files', 'Open a HAR or capture file…', 'file'),
        ...(hasFlows ? [item('compare', 'Compare two logins…', 'compare')] : []),
        ...(host.openSidePanel
          ? [{ id: 'side', label: 'Keep open beside the page', icon: 'side' as const, onChoose: host.openSidePanel }]
          : []),
        { id: 'sites', label: 'Sites it may see', icon: 'eye', onChoose: onSites },
        item('settings', 'Settings…', 'sliders'),
        item('live', 'Show in a tab', 'external'),
      ]}
    />
  );
}
