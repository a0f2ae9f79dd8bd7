/** What an opened token shows: facts, side by side with the request. Whether they are right is the checks' business. Pure. */
import type { Flow } from '../model/flow.ts';
import { looksLikeJwt, readJwt } from '../read/jwt.ts';
import { isSecret } from './secrets.ts';

export interface ClaimLine {
  readonly name: string;
  /** Text as it is, everything else as JSON. */
  readonly value: string;
  /** Names somebody, or opens something: covered until asked for. */
  readonly covered: boolean;
  /** Epoch milliseconds, for claims that are a time. */
  readonly at: number | null;
  readonly compared: { readonly with: 'client' | 'nonce'; readonly how: 'matches' | 'holds' | 'differs' } | null;
}

export type JwtView =
  | { readonly kind: 'signed'; readonly header: readonly ClaimLine[]; readonly claims: readonly ClaimLine[] }
  | { readonly kind: 'encrypted'; readonly header: readonly ClaimLine[] }
  | { readonly kind: 'broken'; readonly because: 'parts' | 'header' | 'claims'; readonly parts: number };

/** What the token came as; other tokens are for somebody else than the app. */
const forTheApp: ReadonlySet<string> = new Set(['id_token', 'id_token_hint', 'logout_token', 'response']);

/** Worth a look inside: begins like one, whatever became of its end. */
export function mayBeJwt(value: string): boolean {
  return /^ey[A-Za-z0-9_-]{10,}\./.test(value) || looksLikeJwt(value);
}

/** The token of a header: `Bearer ey…`, `DPoP ey…`, or the value itself. */
export function jwtInHeader(value: string): string | null {
  const text = /^[A-Za-z]+ +(\S+)$/.exec(value)?.[1] ?? value;
  return mayBeJwt(text) ? text : null;
}

/** Words and numbers of the protocol. Everything else may name somebody. */
const open: ReadonlySet<string> = new Set([
  ...[
    'iss',
    'aud',
    'azp',
    'exp',
    'nbf',
    'iat',
    'auth_time',
    'acr',
    'amr',
    'at_hash',
    'c_hash',
    's_hash',
    'events',
    'client_id',
    'scope',
    'scp',
  ],
  ...['email_verified', 'phone_number_verified', 'updated_at', 'htm', 'typ', 'alg', 'enc', 'zip', 'cty', 'crit', 'kid', 'x5t', 'x5t#S256'],
  ...['response_type', 'response_mode', 'redirect_uri', 'prompt', 'max_age', 'code_challenge_method', 'ver', 'token_use'],
]);

const times: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** Seconds that a date can be made of. */
const latestSeconds = 253_402_300_799;

function timeOf(name: string, value: unknown): number | null {
  if (!times.has(name) || typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > latestSeconds) return null;
  return value * 1000;
}

function compare(name: string, value: unknown, source: string, flow: Pick<Flow, 'clientId' | 'request'>): ClaimLine['compared'] {
  const client = name === 'aud' || name === 'azp';
  if (!forTheApp.has(source) || (!client && name !== 'nonce')) return null;
  const expected = client ? flow.clientId : (flow.request?.nonce?.value ?? null);
  if (expected === null) return null;
  const against = client ? 'client' : 'nonce';
  if (value === expected) return { with: against, how: 'matches' };
  if (Array.isArray(value) && value.includes(expected)) return { with: against, how: value.length === 1 ? 'matches' : 'holds' };
  return { with: against, how: 'differs' };
}

function linesOf(fields: Readonly<Record<string, unknown>>, source: string, flow: Pick<Flow, 'clientId' | 'request'>): ClaimLine[] {
  return Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const plain = typeof value === 'number' || typeof value === 'boolean';
    return {
      name,
      value: text,
      covered: open.has(name) ? !plain && isSecret('', text) && mayBeJwt(text) : text !== '',
      at: timeOf(name, value),
      compared: compare(name, value, source, flow),
    };
  });
}

/** `source`: the parameter the token stands in; a header's name for those of headers. */
export function viewJwt(text: string, source: string, flow: Pick<Flow, 'clientId' | 'request'>): JwtView {
  const parts = text.split('.');
  if (parts.length !== 3 && parts.length !== 5) return { kind: 'broken', because: 'parts', parts: parts.length };
  const jwt = readJwt(text);
  if (jwt.kind === 'signed') return { kind: 'signed', header: linesOf(jwt.header, '', flow), claims: linesOf(jwt.claims, source, flow) };
  if (jwt.kind === 'encrypted') return { kind: 'encrypted', header: linesOf(jwt.header, '', flow) };
  // An unsecured token has no signature to miss; a readable header says that the claims are what is broken.
  const header = readJwt(`${parts[0]}.e30.`);
  return { kind: 'broken', because: header.kind === 'signed' ? 'claims' : 'header', parts: parts.length };
}
