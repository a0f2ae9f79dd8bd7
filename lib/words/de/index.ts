/** Everything in German. */
import type { Catalog } from '../catalog.ts';
import { access } from './access.ts';
import { app } from './app.ts';
import { checksDe } from './checks/index.ts';
import { cookieTale } from './cookie-tale.ts';
import { empty } from './empty.ts';
import { explain } from './explain.ts';
import { files } from './files.ts';
import { finding } from './finding.ts';
import { flow } from './flow.ts';
import { kit } from './kit.ts';
import { page } from './page.ts';
import { settings } from './settings.ts';
import { welcome } from './welcome.ts';

export const de: Catalog = {
  checks: checksDe,
  access,
  app,
  cookieTale,
  empty,
  explain,
  files,
  finding,
  flow,
  kit,
  page,
  settings,
  welcome,
};
