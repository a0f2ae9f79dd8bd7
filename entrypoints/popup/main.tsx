import { render } from 'preact';
import { App } from '../../components/app/app.tsx';
import { createShell } from '../../lib/shell.ts';

const root = document.getElementById('app');
if (root) {
  const { host, spoken } = createShell('active-tab');
  void spoken.then(() => render(<App host={host} layout="popup" />, root));
}
