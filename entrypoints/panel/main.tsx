import { render } from 'preact';
import { App } from '../../components/app/app.tsx';
import { createShell } from '../../lib/shell.ts';
import { tellAnswers } from './answers.ts';

tellAnswers();

const root = document.getElementById('app');
if (root) {
  const { host, spoken } = createShell('inspected-tab');
  void spoken.then(() => render(<App host={host} layout="devtools" />, root));
}
