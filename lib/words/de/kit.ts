import type { Catalog } from '../catalog.ts';
import { plural } from '../numbers.ts';

const characters = (count: number) => plural(count, 'Zeichen', 'Zeichen');

export const kit: Catalog['kit'] = {
  copy: (label) => `${label} kopieren`,
  copied: 'Kopiert',
  copyRefused: 'Das Kopieren wurde verweigert',
  show: (label) => `${label} zeigen`,
  hide: (label) => `${label} verdecken`,
  empty: 'leer',
  characters,
  covered: (count) => `verdeckt, ${characters(count)}`,
  showLess: 'weniger zeigen',
  showAll: (count) => `alle ${characters(count)} zeigen`,
  marked: 'markiert',
};
