import { render } from 'preact';
import { App } from '../../components/app/app.tsx';
import { createShell } from '../../lib/shell.ts';
import { tellAnswers } from './answers.ts';

tellAnswers();

const root = document.getElementById('app');
if (root) render(<App host={createShell('inspected-tab').host} layout="devtools" />, root);
