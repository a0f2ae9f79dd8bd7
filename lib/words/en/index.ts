/** Every section of the catalog. The name of an export is the name of its section. */
export { cookieTale } from './cookie-tale.ts';
export { explain } from './explain.ts';
export { settings } from './settings.ts';
