import { render } from 'preact';
import { App } from '../../components/app/app.tsx';
import { createShell } from '../../lib/shell.ts';

const root = document.getElementById('app');
if (root) render(<App host={createShell('front-tab').host} layout="side" />, root);
