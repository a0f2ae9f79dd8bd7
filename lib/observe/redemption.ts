/** Token requests in which this browser redeems the flow's own code, and what became of them. */
import { valueFor } from '../read/parameters.ts';
import { readError } from './answer.ts';
import { observed, type Scene } from './scene.ts';
import { type TokenCall, tokenCalls } from './token-calls.ts';

export const redemptions: (scene: Scene) => readonly TokenCall[] = observed((scene) => {
  const code = valueFor(scene.flow.response?.parameters ?? [], 'code');
  return code === null
    ? []
    : tokenCalls(scene).filter(({ grantType, sent }) => grantType === 'authorization_code' && valueFor(sent, 'code') === code);
});

/** refused: because of the code or what belongs to it. otherwise: for a reason of its own. unanswered: nothing that could be read came. */
export type Redeemed = 'taken' | 'refused' | 'otherwise' | 'unanswered' | 'pending';

export function redeemedAs({ exchange: { outcome }, error }: TokenCall): Redeemed {
  if (outcome.kind === 'pending') return 'pending';
  if (outcome.kind !== 'answered') return 'unanswered';
  if (error !== null) {
    const read = readError(error.code, error.description);
    const open = read.code === 'invalid_request' && read.subCode === null;
    return read.meaning.kind === 'grant' || read.meaning.kind === 'pkce' || open ? 'refused' : 'otherwise';
  }
  if (outcome.status < 300) return 'taken';
  // RFC 6749 section 5.2: refused grants are a 400.
  return outcome.status === 400 && !outcome.body.seen ? 'refused' : 'otherwise';
}
