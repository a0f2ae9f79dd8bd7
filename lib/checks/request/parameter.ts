/** Where a parameter of the authorization request stands, for evidence. */
import type { AuthorizationRequest } from '../../model/flow.ts';
import type { Evidence } from '../../model/place.ts';
import { absentAt, atParameter } from '../verdict.ts';

/** The first of these names that was sent, inside a pushed request or request object too; else the place where the first would stand. */
export function atRequestParameter(request: AuthorizationRequest, name: string, ...aliases: readonly string[]): Evidence {
  for (const wanted of [name, ...aliases]) {
    const found = request.parameters.find((p) => p.name === wanted);
    if (found) return atParameter(found);
  }
  return absentAt(request.exchange, `request.${request.in === 'form' ? 'form' : 'query'}.${name}`);
}
