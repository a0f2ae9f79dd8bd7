/** Everything in German. */
import type { Catalog } from '../catalog.ts';
import { checksDe } from './checks/index.ts';
import { compare } from './compare.ts';
import { cookieTale } from './cookie-tale.ts';
import { explain } from './explain.ts';
import { guide } from './guide.ts';
import { leave } from './leave.ts';
import { opening } from './opening.ts';
import { reference } from './reference.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { welcome } from './welcome.ts';

export const de: Catalog = {
  compare,
  cookieTale,
  explain,
  guide,
  leave,
  opening,
  reference,
  session,
  checks: checksDe,
  settings,
  shell,
  welcome,
};
