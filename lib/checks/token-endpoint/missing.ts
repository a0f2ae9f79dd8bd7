/** What a token request lacks, where the server's refusal agrees. */
import { readError } from '../../observe/answer.ts';
import type { Scene } from '../../observe/scene.ts';
import type { TokenCall } from '../../observe/token-calls.ts';
import { header } from '../../read/headers.ts';
import { valueFor } from '../../read/parameters.ts';
import { originOf } from '../../read/url.ts';
import { deviceGrant } from '../../spec/vocabulary.ts';

export interface Missing {
  readonly name: 'grant_type' | 'code' | 'code_verifier' | 'redirect_uri' | 'refresh_token' | 'client_id';
  /** Continues "has no …". */
  readonly because: string;
}

/** `unseen`: something is not there, and what the server said to it is not in the capture. */
export function missingFrom(scene: Scene, call: TokenCall): Missing | 'unseen' | null {
  const { sent, error, exchange } = call;
  if (!exchange.request.body.seen) return null;
  const missing = lacks(scene, call);
  if (missing === null) return null;
  const { name } = missing;
  if (error === null) {
    const { outcome } = exchange;
    if (outcome.kind !== 'answered' || (call.status !== 400 && call.status !== 401)) return null;
    if (outcome.body.seen) return null;
    // An app's own endpoint has its own rules.
    const origin = originOf(exchange.request.url);
    const provider = origin !== null && origin !== scene.flow.parties.client && scene.flow.serverOrigins.includes(origin);
    return provider && name === 'code_verifier' && call.status === 400 ? missing : 'unseen';
  }
  const { code, description } = error;
  const named = description?.includes(name) || (name === 'redirect_uri' && /redirect/i.test(description ?? ''));
  if (named) return missing;
  // It complains about something else that was sent, or is known to be wrong.
  if (description !== null && sent.some((p) => p.name.length > 3 && description.includes(p.name))) return null;
  const meaning = readError(code, description).meaning.kind;
  switch (name) {
    case 'grant_type':
      return code === 'invalid_request' || code === 'unsupported_grant_type' ? missing : null;
    case 'code_verifier':
      return code === 'invalid_request' || meaning === 'pkce' || code === 'invalid_grant' ? missing : null;
    case 'client_id':
      return code === 'invalid_request' || code === 'invalid_client' ? missing : null;
    // OAuth 2.1 does without it: only where the server says so.
    case 'redirect_uri':
      return null;
    default:
      return code === 'invalid_request' ? missing : null;
  }
}

function lacks(scene: Scene, { sent, grantType, exchange }: TokenCall): Missing | null {
  const has = (name: string) => sent.some((p) => p.name === name && p.value !== '');
  if (!has('grant_type')) return { name: 'grant_type', because: '' };
  if (grantType === 'refresh_token' && !has('refresh_token')) return { name: 'refresh_token', because: '' };
  if (grantType === 'authorization_code') {
    if (!has('code')) return { name: 'code', because: '' };
    if (scene.flow.request?.codeChallenge && !has('code_verifier'))
      return { name: 'code_verifier', because: ', although the authorization request had a code_challenge' };
  }
  const authorization = header(exchange.request.headers, 'authorization');
  const usual = grantType === 'authorization_code' || grantType === 'refresh_token' || grantType === deviceGrant;
  if (usual && !has('client_id') && !has('client_assertion') && authorization.kind === 'absent')
    return { name: 'client_id', because: ' and no other sign of which app is asking' };
  if (grantType === 'authorization_code' && scene.flow.request?.redirectUri && valueFor(sent, 'redirect_uri') === null)
    return { name: 'redirect_uri', because: ', although the authorization request had one' };
  return null;
}
