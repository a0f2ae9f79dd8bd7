/** The pictures of a login, loaded when somebody asks for one. */
import type { Look } from '../../lib/model/selection.ts';
import '../style/diagram.css';
import '../style/sizes.css';
import '../style/lifelines.css';
import { cookieLines } from './cookie-lines.tsx';
import type { Drawing, Drawn } from './drawing.ts';
import { sequence } from './sequence.tsx';
import { sizeChart } from './size-chart.tsx';
import { waterfall } from './waterfall.tsx';

const drawers: Readonly<Record<Exclude<Look, 'timeline'>, (drawn: Drawn) => Drawing>> = {
  diagram: sequence,
  waterfall,
  sizes: sizeChart,
  cookies: cookieLines,
};

export function drawingOf(look: Exclude<Look, 'timeline'>, drawn: Drawn): Drawing {
  return drawers[look](drawn);
}
