/** Everything in German. */
import type { Catalog } from '../catalog.ts';
import { cookieTale } from './cookie-tale.ts';
import { explain } from './explain.ts';
import { settings } from './settings.ts';

export const de: Catalog = {
  checks: {},
  cookieTale,
  explain,
  settings,
};
