import { render } from 'preact';
import { App } from '../../components/app/app.tsx';
import { createHost } from '../../lib/shell.ts';

const root = document.getElementById('app');
if (root) render(<App host={createHost()} layout="popup" />, root);
