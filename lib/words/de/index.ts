/** Everything in German. */
import type { Catalog } from '../catalog.ts';
import { access } from './access.ts';
import { app } from './app.ts';
import { attributes } from './attributes.ts';
import { checksDe } from './checks/index.ts';
import { claims } from './claims.ts';
import { compare } from './compare.ts';
import { cookieTale } from './cookie-tale.ts';
import { diagram } from './diagram.ts';
import { empty } from './empty.ts';
import { errorSentences } from './error-sentences.ts';
import { exchange } from './exchange.ts';
import { explain } from './explain.ts';
import { files } from './files.ts';
import { finding } from './finding.ts';
import { flow } from './flow.ts';
import { furtherParameters } from './further-parameters.ts';
import { guide } from './guide.ts';
import { headers } from './headers.ts';
import { jwt } from './jwt.ts';
import { kit } from './kit.ts';
import { leave } from './leave.ts';
import { opening } from './opening.ts';
import { page } from './page.ts';
import { parameters } from './parameters.ts';
import { reference } from './reference.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { timeline } from './timeline.ts';
import { welcome } from './welcome.ts';

export const de: Catalog = {
  checks: checksDe,
  access,
  app,
  attributes,
  claims,
  compare,
  cookieTale,
  diagram,
  empty,
  errorSentences,
  exchange,
  explain,
  files,
  finding,
  flow,
  furtherParameters,
  guide,
  headers,
  jwt,
  kit,
  leave,
  opening,
  page,
  parameters,
  reference,
  session,
  settings,
  shell,
  timeline,
  welcome,
};
