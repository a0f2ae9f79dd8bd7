import { answer, ask, type Rows, signIn, state } from './row.ts';

const kept = 'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax';
const back = `https://app.example/cb?${answer()}`;
const longCode = 'CANARY'.repeat(400);
const longBack = `https://app.example/cb?code=${longCode}&state=${state}-1`;
const jarOf = (bytes: number) => Array.from({ length: Math.ceil(bytes / 1000) }, (_, i) => `part${i}=${'CANARY'.repeat(165)}`).join('; ');

/** Requests and answers that are too large. */
export const sizeAndTransport: Rows = {
  'G1 the Cookie header is too large for the server': {
    says: 'header-limit-rejected/cookies',
    trace: `${signIn(back, { cookie: kept })}
  GET ${back}
    Cookie: txn=CANARY-txn-0123456789; ${jarOf(9000)}
  → 400
    Server: nginx
    "400 Bad Request Request Header Or Cookie Too Large"`,
  },
  'G2 the query is too long, and the server says that there is nothing': {
    says: 'header-limit-rejected/query',
    trace: `${signIn(longBack, { cookie: kept })}
  GET ${longBack}
    Cookie: txn=CANARY-txn-0123456789
  → 404
    Server: Microsoft-IIS/10.0`,
  },
  'G2 the address is too long': {
    says: 'header-limit-rejected/url',
    trace: `${signIn(longBack, { cookie: kept })}
  GET ${longBack}
    Cookie: txn=CANARY-txn-0123456789
  → 414`,
  },
  'G3 the address to go back to grows with every round': {
    says: 'session-not-established/no-cookie',
    trace: [1, 2, 3, 4]
      .map((n) => {
        const nested = Array.from({ length: n }, () => 'returnUrl%3D').join('');
        return `
  GET https://app.example/?next=${nested}CANARY
  → 302 ${ask({ n })}
    Set-Cookie: txn=CANARY-txn-${n}-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${ask({ n })}
  → 302 https://app.example/cb?${answer(n)}
  GET https://app.example/cb?${answer(n)}
    Cookie: txn=CANARY-txn-${n}-0123456789
  → 302 /?next=returnUrl%3D${nested}CANARY`;
      })
      .join(''),
  },
  'G4 over HTTP/2 the server breaks the connection': {
    says: 'header-limit-rejected/connection',
    browser: 'chrome',
    trace: `${signIn(back, { cookie: kept })}
  GET ${back} [h2]
    Cookie: txn=CANARY-txn-0123456789; ${jarOf(33_000)}
  → failed net::ERR_HTTP2_PROTOCOL_ERROR`,
  },
  'G5 the app’s answer is too large for the proxy in front of it': {
    says: 'callback-http-error/gateway',
    trace: `${signIn(back, { cookie: kept })}
  GET ${back}
    Cookie: txn=CANARY-txn-0123456789
  → 502
    Server: nginx`,
  },
  'G6 a content network gives up on the app’s answer': {
    says: 'callback-http-error/gateway',
    trace: `${signIn(back, { cookie: kept })}
  GET ${back}
    Cookie: txn=CANARY-txn-0123456789
  → 520
    Server: cloudflare`,
  },
};
