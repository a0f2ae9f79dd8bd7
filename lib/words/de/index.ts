/** Everything in German. */
import type { Catalog } from '../catalog.ts';
import { checksDe } from './checks/index.ts';
import { settings } from './settings.ts';
import { welcome } from './welcome.ts';

export const de: Catalog = {
  checks: checksDe,
  settings,
  welcome,
};
