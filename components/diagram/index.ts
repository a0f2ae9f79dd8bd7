/** The pictures of a login, loaded when somebody asks for one. */
import type { Look } from '../../lib/model/selection.ts';
import '../style/diagram.css';
import type { Drawing, Drawn } from './drawing.ts';
import { sequence } from './sequence.tsx';
import { waterfall } from './waterfall.tsx';

export function drawingOf(look: Exclude<Look, 'timeline'>, drawn: Drawn): Drawing {
  return look === 'diagram' ? sequence(drawn) : waterfall(drawn);
}
