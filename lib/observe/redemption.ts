/** Token requests in which this browser redeems the flow's own code, and what became of them. */
import type { Exchange } from '../model/exchange.ts';
import { asParameters, formOf, jsonOf } from '../read/body.ts';
import { stringMember } from '../read/json.ts';
import { valueFor } from '../read/parameters.ts';
import type { Written } from '../read/url.ts';
import { readError } from './answer.ts';
import { exchangeOf, observed, type Scene } from './scene.ts';

/** What a token request says, in whichever form. */
export function tokenParameters({ request }: Exchange): readonly Written[] {
  return [...formOf(request.body), ...asParameters(jsonOf(request.body))];
}

export const redemptions: (scene: Scene) => readonly Exchange[] = observed((scene) => {
  const code = valueFor(scene.flow.response?.parameters ?? [], 'code');
  return scene.flow.tokens.flatMap((token) => {
    const exchange = token.grantType === 'authorization_code' ? exchangeOf(scene, token.exchange) : null;
    return exchange && code !== null && valueFor(tokenParameters(exchange), 'code') === code ? [exchange] : [];
  });
});

/** refused: because of the code or what belongs to it. otherwise: for a reason of its own. unanswered: nothing that could be read came. */
export type Redeemed = 'taken' | 'refused' | 'otherwise' | 'unanswered' | 'pending';

export function redeemedAs({ outcome }: Exchange): Redeemed {
  if (outcome.kind === 'pending') return 'pending';
  if (outcome.kind !== 'answered') return 'unanswered';
  const answer = jsonOf(outcome.body);
  const code = stringMember(answer, 'error');
  if (code !== null) {
    const read = readError(code, stringMember(answer, 'error_description'));
    const open = read.code === 'invalid_request' && read.subCode === null;
    return read.meaning.kind === 'grant' || read.meaning.kind === 'pkce' || open ? 'refused' : 'otherwise';
  }
  if (outcome.status < 300) return 'taken';
  // RFC 6749 section 5.2: refused grants are a 400.
  return outcome.status === 400 && !outcome.body.seen ? 'refused' : 'otherwise';
}
