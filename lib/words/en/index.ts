/** Every section of the catalog. The name of an export is the name of its section. */
export { access } from './access.ts';
export { app } from './app.ts';
export { cookieTale } from './cookie-tale.ts';
export { empty } from './empty.ts';
export { explain } from './explain.ts';
export { files } from './files.ts';
export { finding } from './finding.ts';
export { flow } from './flow.ts';
export { kit } from './kit.ts';
export { page } from './page.ts';
export { settings } from './settings.ts';
export { welcome } from './welcome.ts';
