/** What parameters, headers, cookie attributes and error codes mean, and where: loaded when a hop is opened. */
import { type AttributeName, attributeCites } from '../../lib/spec/attributes.ts';
import { errorCites } from '../../lib/spec/error-cites.ts';
import { furtherCites } from '../../lib/spec/further-parameters.ts';
import { headerCites } from '../../lib/spec/header-cites.ts';
import { isTelling } from '../../lib/spec/headers.ts';
import { isKnownParameter, parameterCites } from '../../lib/spec/parameters.ts';
import type { Cite } from '../../lib/spec/specs.ts';
import { attributes } from '../../lib/words/en/attributes.ts';
import { errorSentences } from '../../lib/words/en/error-sentences.ts';
import { furtherParameters } from '../../lib/words/en/further-parameters.ts';
import { headers } from '../../lib/words/en/headers.ts';
import { parameters } from '../../lib/words/en/parameters.ts';

export interface Meaning {
  readonly text: string;
  /** Null where it is custom and no standard. */
  readonly cite: Cite | null;
}

/** Own names only: they come from strangers. */
function has<T extends object>(record: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(record, name);
}

export function parameterMeaning(name: string): Meaning | null {
  if (isKnownParameter(name)) return { text: parameters()[name], cite: parameterCites[name] };
  return has(furtherCites, name) ? { text: furtherParameters()[name], cite: furtherCites[name] } : null;
}

export function headerMeaning(name: string): Meaning | null {
  const key = name.toLowerCase();
  return isTelling(key) ? { text: headers()[key], cite: headerCites[key] } : null;
}

export function errorMeaning(code: string): Meaning | null {
  return has(errorCites, code) ? { text: errorSentences()[code], cite: errorCites[code] } : null;
}

export function attributeMeaning(name: AttributeName): Meaning & { readonly name: string } {
  return { ...attributes()[name], cite: attributeCites[name] };
}
