/** Every section of the catalog. The name of an export is the name of its section. */
export { attributes } from './attributes.ts';
export { claims } from './claims.ts';
export { diagram } from './diagram.ts';
export { errorSentences } from './error-sentences.ts';
export { exchange } from './exchange.ts';
export { furtherParameters } from './further-parameters.ts';
export { headers } from './headers.ts';
export { jwt } from './jwt.ts';
export { settings } from './settings.ts';
export { timeline } from './timeline.ts';
