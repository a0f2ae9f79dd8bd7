import { render } from 'preact';
import { Page } from '../../components/page/page.tsx';
import { createDesk } from '../../lib/desk.ts';

const address = {
  read: () => location.hash.slice(1),
  write: (place: string) => history.replaceState(null, '', `#${place}`),
  onChange: (listener: () => void) => {
    addEventListener('hashchange', listener);
    return () => removeEventListener('hashchange', listener);
  },
};

const root = document.getElementById('app');
if (root) render(<Page host={createDesk()} address={address} readerLanguages={navigator.languages} />, root);
