import { catalogue } from '../checks/catalogue.ts';
import { type CatalogueEntry, catalogueJson } from '../transfer/catalogue.ts';

/** Everything that is checked, with all that each check may say. */
export function listChecks(): CatalogueEntry[] {
  return catalogueJson(catalogue);
}
