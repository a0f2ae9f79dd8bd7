import type { Row } from '../../build/tables.ts';

export type { Row } from '../../build/tables.ts';

export type Rows = Readonly<Record<string, Row>>;

export const state = 'CANARY-state-abcdefghij';
export const code = 'CANARY-code-0123456789';

export interface Asked {
  readonly n?: number;
  readonly redirect?: string;
  readonly type?: string;
  readonly extra?: string;
}

/** An authorization request, number n. */
export const ask = ({ n = 1, redirect = 'https://app.example/cb', type = 'code', extra = '' }: Asked = {}) =>
  `https://idp.example/authorize?response_type=${type}&client_id=web&scope=openid&redirect_uri=${redirect}&state=${state}-${n}&nonce=CANARY-nonce-${n}-abcdefgh&code_challenge=CANARY-challenge-${n}-345678901234567890123456&code_challenge_method=S256${extra}`;

/** Its answer, as it stands behind the redirect_uri. */
export const answer = (n = 1) => `code=${code}-${n}&state=${state}-${n}`;

/** The app's start, the provider's page and the sign-in there; the answer comes by redirect to `to`. */
export const signIn = (
  to: string,
  { start = 'https://app.example/login', cookie = '', ...asked }: Asked & { readonly start?: string; readonly cookie?: string } = {},
) => `
  GET ${start}
  → 302 ${ask(asked)}
    ${cookie === '' ? '' : `Set-Cookie: ${cookie}`}
  GET ${ask(asked)}
  → 200
  POST https://idp.example/signin [from https://idp.example] [+20s]
    = user=CANARY
  → 302 ${to}`;
