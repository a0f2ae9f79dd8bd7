/** Every section of the catalog. The name of an export is the name of its section. */
export { compare } from './compare.ts';
export { cookieTale } from './cookie-tale.ts';
export { explain } from './explain.ts';
export { guide } from './guide.ts';
export { leave } from './leave.ts';
export { opening } from './opening.ts';
export { reference } from './reference.ts';
export { session } from './session.ts';
export { settings } from './settings.ts';
export { shell } from './shell.ts';
export { welcome } from './welcome.ts';
