import { render } from 'preact';
import { Page } from '../../components/page/page.tsx';
import { createDesk } from '../../lib/desk.ts';
import type { ReaderPort } from '../../lib/session/reader-client.ts';

const address = {
  read: () => location.hash.slice(1),
  write: (place: string) => history.replaceState(null, '', `#${place}`),
  onChange: (listener: () => void) => {
    addEventListener('hashchange', listener);
    return () => removeEventListener('hashchange', listener);
  },
};

export function show(startReader: () => ReaderPort): void {
  const root = document.getElementById('app');
  if (!root) return;
  const { host, spoken } = createDesk(startReader);
  void spoken.then(() => render(<Page host={host} address={address} />, root));
}
