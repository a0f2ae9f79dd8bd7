import { answer, ask, code, type Rows, signIn } from './row.ts';

const kept = 'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax';
const sent = 'Cookie: txn=CANARY-txn-0123456789';
const plainAsk = ask().replace(/&code_challenge.*$/, '');
const refusedBy = (asked: string, text: string, start = 'https://app.example/login') => `
  GET ${start}
  → 302 ${asked}
    Set-Cookie: ${kept}
  GET ${asked}
  → 400
    "${text}"`;

/** Something is wrong with the address the answer goes to. */
export const returnAddress: Rows = {
  'C1 the return address says http behind a TLS proxy': {
    says: 'redirect-uri-scheme-downgrade/broke',
    trace: refusedBy(ask({ redirect: 'http://app.example/cb' }), 'The redirect URI in the request does not match the ones registered'),
  },
  'C2 a slash too many': {
    says: 'redirect-uri-rejected/differs',
    trace: `
  GET ${ask()}
  → 302 https://app.example/cb?${answer()}
  GET https://app.example/cb?${answer()}
  → 302 /
  GET https://app.example/
  → 200
  ${refusedBy(ask({ n: 2, redirect: 'https://app.example/cb/' }), 'Something went wrong').trim()}`,
  },
  'C2 the provider does not know the address': {
    says: 'redirect-uri-rejected/refused',
    trace: refusedBy(ask(), 'Invalid parameter: redirect_uri'),
  },
  'C3 the app’s own redirect drops the answer': {
    says: 'callback-params-lost/query-lost',
    trace: `${signIn(`https://app.example/cb?${answer()}`, { cookie: kept })}
  GET https://app.example/cb?${answer()}
    ${sent}
  → 301 /cb/
  GET https://app.example/cb/
    ${sent}
  → 400`,
  },
  'C4 a static host has nothing at the callback': {
    says: 'callback-http-error/missing',
    trace: `
  GET https://app.example/
  → 200
  GET ${ask()} [from https://app.example/]
  → 302 https://app.example/cb?${answer()}
  GET https://app.example/cb?${answer()}
  → 404`,
  },
  'C5 nothing listens on this computer any more': {
    says: 'network-failure/listener',
    browser: 'chrome',
    trace: `
  GET ${ask({ redirect: 'http://localhost:8976/cb' })}
  → 302 http://localhost:8976/cb?${answer()}
  GET http://localhost:8976/cb?${answer()}
  → failed net::ERR_CONNECTION_REFUSED`,
  },
  'C5 nothing listens on this computer any more, in Firefox': {
    says: 'network-failure/listener',
    browser: 'firefox',
    trace: `
  GET ${ask({ redirect: 'http://127.0.0.1:8976/cb' })}
  → 302 http://127.0.0.1:8976/cb?${answer()}
  GET http://127.0.0.1:8976/cb?${answer()}
  → failed NS_ERROR_CONNECTION_REFUSED`,
  },
  'C6 the browser insists on https at the callback on this computer': {
    says: 'network-failure/upgraded',
    browser: 'chrome',
    only: 'web-request',
    trace: `
  GET ${ask({ redirect: 'http://localhost:8976/cb' })}
  → 302 http://localhost:8976/cb?${answer()}
  GET http://localhost:8976/cb?${answer()} [by browser]
  → 307 https://localhost:8976/cb?${answer()}
  GET https://localhost:8976/cb?${answer()}
  → failed net::ERR_SSL_PROTOCOL_ERROR`,
  },
  'C7 a router’s own parameter is part of the return address': {
    says: 'redirect-uri-rejected/refused',
    trace: refusedBy(ask({ redirect: 'https%3A%2F%2Fapp.example%2Fcb%3F_rsc%3D1wtp7' }), 'Invalid redirect_uri'),
  },
  'C8 the token request names another return address': {
    says: 'token-request-malformed/redirect-uri',
    trace: `
  GET https://app.example/
  → 200
  GET ${plainAsk} [from https://app.example/]
  → 302 https://app.example/cb?${answer()}
  GET https://app.example/cb?${answer()}
  → 200
  POST https://idp.example/token [fetch] [from https://app.example]
    Origin: https://app.example
    = grant_type=authorization_code&client_id=web&code=${code}-1&redirect_uri=https://app.example/
  → 400
    Access-Control-Allow-Origin: *
    = {"error":"invalid_grant"}`,
  },
  'C9 the return address contains a #': {
    says: 'redirect-uri-malformed/fragment',
    trace: refusedBy(ask({ redirect: 'https%3A%2F%2Fapp.example%2F%23%2Fcb' }), 'Invalid redirect_uri'),
  },
};
