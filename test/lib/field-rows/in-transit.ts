import { answer, ask, code, type Rows, signIn, state } from './row.ts';

const kept = 'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax';
/** A login whose state is written in its own way, there and back. */
const withState = (sent: string, returned: string) => {
  const request = ask().replace(`state=${state}-1`, `state=${sent}`);
  return `
  GET https://app.example/login
  → 302 ${request}
    Set-Cookie: ${kept}
  GET ${request}
  → 200
  POST https://idp.example/signin [from https://idp.example] [+9s]
  → 302 https://app.example/cb?code=${code}${returned === '' ? '' : `&state=${returned}`}
  GET https://app.example/cb?code=${code}${returned === '' ? '' : `&state=${returned}`}
    Cookie: txn=CANARY-txn-0123456789
  → 400`;
};

/** An authorization request that the provider refuses to begin. */
const refused = (url: string, text: string) => `
  GET https://app.example/login
  → 302 ${url}
  GET ${url}
  → 400
    "${text}"`;

/** A value was changed on its way. */
export const inTransit: Rows = {
  'B1 a plus sign comes back as a space': {
    says: 'state-mangled/altered',
    trace: withState('CANARY%2Bstate%2Babcdef%3D', 'CANARY%20state%20abcdef%3D'),
  },
  'B2 the return address is encoded twice': {
    says: 'redirect-uri-malformed/double-encoded',
    trace: refused(ask({ redirect: 'https%253A%252F%252Fapp.example%252Fcb' }), 'Invalid parameter: redirect_uri'),
  },
  'B2 the state is encoded twice': {
    says: 'state-mangled/altered',
    trace: withState('CANARY%3Astate%3Aabcdef', 'CANARY%253Astate%253Aabcdef'),
  },
  'B3 the return address stands unencoded and loses its second parameter': {
    says: 'redirect-uri-malformed/spilled',
    trace: refused(ask({ redirect: 'https://app.example/cb?tenant=1&shop=2' }), 'Invalid parameter: redirect_uri'),
  },
  'B4 the separators are HTML entities': {
    says: 'authz-mangled/entity',
    trace: refused(ask().replaceAll('&', '&amp;'), 'invalid_request'),
  },
  'B4 an entity swallowed the beginning of a parameter': {
    says: 'authz-mangled/swallowed',
    trace: refused(ask({ extra: '%E2%89%BAompt=login' }), 'invalid_request'),
  },
  'B5 a command line cuts the address at the first &': {
    says: 'authz-mangled/cut',
    trace: `
  GET https://idp.example/authorize?response_type=code
    Sec-Fetch-Site: none
  → 400
    "Missing required parameter: client_id"`,
  },
  'B6 the state does not come back': { says: 'state-not-returned/dropped', trace: withState(`${state}-1`, '') },
  'B6 a word stands where the state should be': { says: 'state-mismatch/literal', trace: withState(`${state}-1`, 'null') },
  'B6 the state is cut': {
    says: 'state-mangled/altered',
    trace: withState(`${state}-1-0123456789-0123456789-0123456789-0123456789`, `${state}-1-0123456789-0123`),
  },
  'B7 a social network appends its mark, and the router of the app stumbles': {
    says: 'callback-http-error/missing',
    trace: `${signIn(`https://app.example/cb?${answer()}#_=_`, { cookie: kept })}
  GET https://app.example/cb?${answer()}#_=_
    Cookie: txn=CANARY-txn-0123456789
  → 404`,
  },
  'B8 an extension strips parameters from the request': {
    says: 'extension-interference/parameters',
    also: ['authz-param-problem'],
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: ${kept}
  GET ${ask()} [by extension]
  → 307 ${ask().replace('client_id=web&', '')}
  GET ${ask().replace('client_id=web&', '')}
  → 400
    "Missing required parameter: client_id"`,
  },
};
