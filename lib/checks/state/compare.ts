/** The two values all state checks look at. */
import type { AuthorizationRequest, AuthorizationResponse, Parameter } from '../../model/flow.ts';
import { type Altered, explainAlteration } from '../../read/compare.ts';
import { first } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';

export type StateComparison =
  | { readonly kind: 'equal'; readonly sent: Parameter; readonly returned: Parameter }
  | { readonly kind: 'altered'; readonly sent: Parameter; readonly returned: Parameter; readonly how: Altered }
  | { readonly kind: 'different'; readonly sent: Parameter; readonly returned: Parameter }
  | { readonly kind: 'dropped'; readonly sent: Parameter }
  | { readonly kind: 'unasked'; readonly returned: Parameter }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'none' };

export function compareStates(request: AuthorizationRequest, response: AuthorizationResponse): StateComparison {
  const sent = request.state;
  const returned = first(response.parameters, 'state');
  if (!sent) return returned ? { kind: 'unasked', returned } : { kind: 'none' };
  if (!returned) return { kind: 'dropped', sent };
  if (isPlaceholder(sent.value) || isPlaceholder(returned.value)) return { kind: 'unreadable' };
  if (sent.value === returned.value) return { kind: 'equal', sent, returned };
  const how = explainAlteration(sent.value, returned.value);
  return how ? { kind: 'altered', sent, returned, how } : { kind: 'different', sent, returned };
}
