import type { Catalog } from '../catalog.ts';

export const session: Catalog['session'] = {
  privateWindow: 'Privates Fenster',
  ordinaryTab: 'Gewöhnlicher Tab',
  container: (number) => `Container ${number}`,
  containerNamed: (name) => `Container „${name}“`,
};
