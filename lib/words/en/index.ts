/** Every section of the catalog. The name of an export is the name of its section. */
export { settings } from './settings.ts';
export { welcome } from './welcome.ts';
