/** Everything in German. */
import type { Catalog } from '../catalog.ts';
import { attributes } from './attributes.ts';
import { claims } from './claims.ts';
import { diagram } from './diagram.ts';
import { errorSentences } from './error-sentences.ts';
import { exchange } from './exchange.ts';
import { furtherParameters } from './further-parameters.ts';
import { headers } from './headers.ts';
import { jwt } from './jwt.ts';
import { settings } from './settings.ts';
import { timeline } from './timeline.ts';

export const de: Catalog = {
  attributes,
  checks: {},
  claims,
  diagram,
  errorSentences,
  exchange,
  furtherParameters,
  headers,
  jwt,
  settings,
  timeline,
};
