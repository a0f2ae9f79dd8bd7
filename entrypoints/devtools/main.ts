import { createPanel } from '../../lib/platform/inspected.ts';

void createPanel('Roundtrip', 'icon/32.png', 'panel.html');
