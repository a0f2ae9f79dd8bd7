import { jwt } from '../../build/jwt.ts';
import { answer, ask, code, type Rows, signIn } from './row.ts';

const kept = 'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax';
const back = `https://app.example/cb?${answer()}`;
const redeem = (status: number, body: string, wait = '') => `  POST https://idp.example/token [fetch] [from https://app.example]${wait}
    Origin: https://app.example
    = grant_type=authorization_code&client_id=web&code=${code}-1&redirect_uri=https://app.example/cb
  → ${status}
    Access-Control-Allow-Origin: *
    Content-Type: application/json
    = ${body}`;
const page = (asked = ask(), to = back) => `
  GET https://app.example/
  → 200
  GET ${asked} [from https://app.example/]
  → 302 ${to}
  GET ${to}
  → 200
`;
const noChallenge = ask().replace(/&code_challenge.*$/, '');

/** Codes, clocks and metadata. */
export const codesAndTime: Rows = {
  'F1 the app redeems the code twice': {
    says: 'code-reused/refused',
    only: 'har',
    trace: `${page(noChallenge)}${redeem(200, '{"access_token":"CANARY-token-0123456789","token_type":"Bearer"}')}
${redeem(400, '{"error":"invalid_grant","error_description":"Code already redeemed"}')}`,
  },
  'F2 the callback is loaded again minutes later': {
    says: 'callback-replayed/failed',
    trace: `${signIn(back, { cookie: kept })}
  GET ${back}
    Cookie: txn=CANARY-txn-0123456789
  → 200
    Set-Cookie: txn=; Path=/; Max-Age=0
  GET ${back} [reload] [+300s]
  → 400`,
  },
  'F3 a prefetch used up the code': {
    says: 'callback-replayed/consumed',
    trace: `${signIn(back, { cookie: kept })}
  GET ${back} [prefetch]
    Cookie: txn=CANARY-txn-0123456789
  → 302 /
    Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
  GET ${back}
    Cookie: txn=CANARY-txn-0123456789
  → 400`,
  },
  'F4 a mail scanner opened the one-time link first': {
    says: 'authz-http-error/said',
    trace: `
  GET https://eur01.safelinks.mail.example/?url=https%3A%2F%2Fidp.example%2Fmagic%3Ftoken%3DCANARY
  → 302 ${ask()}
  GET ${ask()}
  → 400
    "This link has already been used or has expired."`,
  },
  'F5 the token endpoint answers 200 with an error': {
    says: 'token-error-response/grant',
    only: 'har',
    trace: `${page(noChallenge)}${redeem(200, '{"error":"bad_verification_code","error_description":"The code passed is incorrect or expired."}')}`,
  },
  'F6 the code was used too late': {
    says: 'token-error-response/grant',
    only: 'har',
    trace: `${page(noChallenge)}${redeem(400, '{"error":"invalid_grant","error_description":"Code not valid"}', ' [+900s]')}`,
  },
  'F7 a clock is wrong': {
    says: 'id-token-invalid/clock',
    only: 'har',
    trace: `
  GET https://app.example/
  → 200
  GET ${ask({ type: 'id_token' }).replace(/&code_challenge.*$/, '')} [from https://app.example/]
  → 302 https://app.example/cb#id_token=${jwt({ iss: 'https://idp.example', aud: 'web', nonce: 'CANARY-nonce-1-abcdefgh', iat: 1767229200, exp: 1767232800, sub: 'CANARY' })}&state=CANARY-state-abcdefghij-1
  GET https://app.example/cb#id_token=${jwt({ iss: 'https://idp.example', aud: 'web', nonce: 'CANARY-nonce-1-abcdefgh', iat: 1767229200, exp: 1767232800, sub: 'CANARY' })}&state=CANARY-state-abcdefghij-1
  → 400`,
  },
  'F8 the issuer in the answer is another one': {
    says: 'iss-mismatch/other',
    only: 'har',
    trace: `
  GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
    Origin: https://app.example
  → 200
    Access-Control-Allow-Origin: *
    Content-Type: application/json
    = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize","token_endpoint":"https://idp.example/token"}
${page(ask(), `${back}&iss=https%3A%2F%2Fidp.example%2F`)
  .replace('→ 200\n\n', '→ 400\n')
  .replace(/→ 200\s*$/, '→ 400')}`,
  },
  'F10 a platform that links accounts gives up after 4.5 seconds': {
    says: 'callback-slow/slow',
    remark: true,
    trace: `${signIn(back, { cookie: kept })}
  GET ${back} [took 5200ms]
    Cookie: txn=CANARY-txn-0123456789
  → 302 /linked
    Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
  GET https://app.example/linked [+6s]
    Cookie: session=CANARY-session-0123
  → 200`,
  },
};
