/** Everything in German. */
import type { Catalog } from '../catalog.ts';
import { settings } from './settings.ts';
import { welcome } from './welcome.ts';

export const de: Catalog = {
  checks: {},
  settings,
  welcome,
};
