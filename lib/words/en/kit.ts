/** Buttons, covered values, tabs: knows no OAuth. */
import { plural } from '../numbers.ts';
import { section } from '../speaking.ts';

const characters = (count: number) => plural(count, 'character', 'characters');

export const kit = section('kit', {
  /** `label` names what is copied, shown or hidden: `state`. */
  copy: (label: string) => `Copy ${label}`,
  copied: 'Copied',
  copyRefused: 'Copying was refused',
  show: (label: string) => `Show ${label}`,
  hide: (label: string) => `Hide ${label}`,
  empty: 'empty',
  characters,
  covered: (count: number) => `hidden, ${characters(count)}`,
  showLess: 'show less',
  showAll: (count: number) => `show all ${characters(count)}`,
  marked: 'marked',
});
