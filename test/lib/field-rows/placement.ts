import { answer, ask, type Rows, signIn } from './row.ts';

const kept = 'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax';
const token = 'access_token=CANARY-token-0123456789&token_type=Bearer&expires_in=3600&state=CANARY-state-abcdefghij-1';

/** The answer stands in the wrong part of the address. */
export const placement: Rows = {
  'D1 the page that should read the fragment leads on and loses it': {
    says: 'callback-params-lost/fragment-lost',
    trace: `
  GET https://app.example/
  → 200
  GET ${ask({ extra: '&response_mode=fragment' })} [from https://app.example/]
  → 302 https://app.example/cb#${answer()}
  GET https://app.example/cb#${answer()}
  → 302 /home#/start
  GET https://app.example/home#/start
  → 200`,
  },
  'D2 a server waits for what stands in the fragment': {
    says: 'response-mode-mismatch/misplaced',
    trace: `${signIn(`https://app.example/cb#${answer()}`, { cookie: kept })}
  GET https://app.example/cb#${answer()}
    Cookie: txn=CANARY-txn-0123456789
  → 400`,
  },
  'D3 a token stands in the query': {
    says: 'token-in-query/answer',
    trace: `${signIn(`https://app.example/cb?${token}`, { cookie: kept, type: 'token' })}
  GET https://app.example/cb?${token}
    Cookie: txn=CANARY-txn-0123456789
  → 200`,
  },
  'D4 the error stands where the app does not look': {
    says: 'authz-error-response/refused',
    trace: `${signIn('https://app.example/cb#error=server_error&state=CANARY-state-abcdefghij-1', { cookie: kept })}
  GET https://app.example/cb#error=server_error&state=CANARY-state-abcdefghij-1
    Cookie: txn=CANARY-txn-0123456789
  → 400`,
  },
};
