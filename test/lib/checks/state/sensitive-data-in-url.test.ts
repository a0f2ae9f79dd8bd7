import { sensitiveDataInUrl } from '../../../../lib/checks/state/sensitive-data-in-url.ts';
import { challengeOf } from '../../../../lib/read/pkce.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';

const random = 'CANARY4fK9sQ2mXw7Z8hR3tB6nLp1Y';
const verifier = 'CANARY-verifier-0123456789-0123456789-0123456789';
const locked = { code_challenge: challengeOf(verifier), code_challenge_method: 'S256' };
const base64 = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const ask = (parameters: Readonly<Record<string, string>>) =>
  `https://idp.example/authorize?${new URLSearchParams({ response_type: 'code', client_id: 'app', redirect_uri: 'https://app.example/cb', ...parameters })}`;
const asked = (parameters: Readonly<Record<string, string>>) => `
    GET ${ask(parameters)}
    → 200`;
/** The whole login, with what the callback's cookies hold. */
const done = (state: string, cookie = 'sid=CANARY') => `
    GET ${ask({ state })}
    → 302 https://app.example/cb?code=CANARY-code-0123&state=${encodeURIComponent(state)}
    GET https://app.example/cb?code=CANARY-code-0123&state=${encodeURIComponent(state)}
      Cookie: ${cookie}
    → 200`;
const next = { csrf: random, next: 'https://app.example/orders' };

cases(sensitiveDataInUrl, {
  fails: {
    'the verifier is a parameter of the request': {
      as: 'verifier',
      at: ['1 request.query.code_verifier'],
      severity: 'error',
      data: { where: 'the query' },
      trace: asked({ state: random, ...locked, code_verifier: verifier }),
    },
    'the state is the verifier': {
      as: 'verifier',
      at: ['1 request.query.state', '1 request.query.code_challenge'],
      data: { where: '`state`' },
      trace: asked({ state: verifier, ...locked }),
    },
    'the verifier is inside the state, whatever it is called there': {
      as: 'verifier',
      trace: asked({ state: base64({ a: random, b: verifier }), ...locked }),
    },
    'a signature does not hide it': { as: 'verifier', trace: asked({ state: jwt({ v: verifier }), ...locked }) },
    'a password is in the address of the request': {
      as: 'secret',
      at: ['1 request.query.password'],
      severity: 'error',
      data: { name: 'password', host: 'idp.example' },
      trace: asked({ state: random, password: 'CANARY-password' }),
    },
    'the sign-in form is sent by GET': {
      as: 'secret',
      at: ['2 request.query.password'],
      trace: `
        GET ${ask({ state: random })}
        → 302 https://idp.example/signin
        GET https://idp.example/signin?user=CANARY&password=CANARY-password
        → 200`,
    },
    'an access token is sent with the request': {
      as: 'secret',
      data: { name: 'access_token' },
      trace: asked({ state: random, access_token: 'CANARY-access-token' }),
    },
    'the state holds a refresh token': {
      as: 'secret',
      at: ['1 request.query.state'],
      data: { name: 'refresh_token' },
      trace: asked({ state: base64({ refreshToken: 'CANARY-refresh-token', next: '/home' }) }),
    },
    'the state holds the client’s secret': {
      as: 'secret',
      data: { name: 'client_secret' },
      trace: asked({ state: JSON.stringify({ id: random, client_secret: 'CANARY-client-secret' }) }),
    },
    'the state holds an e-mail address': {
      as: 'person',
      severity: 'warning',
      data: { name: 'state' },
      trace: asked({ state: base64({ id: random, user: 'anna.CANARY@mail.example' }) }),
    },
    'the scope does': {
      as: 'person',
      data: { name: 'scope' },
      trace: asked({ state: random, scope: 'openid calendar:anna.CANARY@mail.example' }),
    },
    'the state is an address': {
      as: 'target',
      at: ['1 request.query.state'],
      severity: 'warning',
      data: { host: 'app.example' },
      trace: done('https://app.example/orders?page=2'),
    },
    'the state holds one': { as: 'target', at: ['1 request.query.state'], data: { host: 'app.example' }, trace: done(base64(next)) },
    'the state holds one for another host': {
      as: 'target',
      data: { host: 'other.example' },
      trace: done(JSON.stringify({ id: random, to: 'https://other.example/back' })),
    },
  },
  passes: {
    'the state is random': done(random),
    'it holds a path of the app': done(base64({ csrf: random, next: '/orders' })),
    'it is signed': done(jwt({ ...next, user: 'anna.CANARY@mail.example' })),
    'a framework signed it': done(`${base64(next)}--0123456789abcdef0123456789abcdefCANARY`),
    'a cookie holds the same value': done(base64(next), `login=${base64(next)}`),
    'a cookie holds the same value, encoded': done(JSON.stringify(next), `login=${encodeURIComponent(JSON.stringify(next))}`),
    'the name is filled in at the provider': asked({ state: random, login_hint: 'anna.CANARY@mail.example' }),
    'an ID token is the hint it may be': asked({ state: random, id_token_hint: jwt({ email: 'anna.CANARY@mail.example' }) }),
    'a switch is called password': asked({ state: random, password: 'required' }),
    'the challenge alone is there': asked({ state: random, ...locked }),
    'the answer has a token in the query, which another check is for': `
      GET ${ask({ state: random })}
      → 302 https://app.example/cb?access_token=CANARY-access-token&state=${random}
      GET https://app.example/cb?access_token=CANARY-access-token&state=${random}
      → 200`,
    'a script of the page posts the verifier': `
      ${asked({ state: random, ...locked })}
      POST https://idp.example/token [fetch] [from https://app.example]
        = grant_type=authorization_code&code=CANARY-code-0123&client_id=app&code_verifier=${verifier}
      → 200`,
  },
  skips: {
    'there is nothing to look into': asked({}),
  },
  unsure: {
    'a sanitizer took the state': { why: 'redacted-input', trace: asked({ state: '[REDACTED]' }) },
    'the callback was not recorded': { why: 'capture-ended-early', trace: asked({ state: base64(next) }) },
    'the file’s cookies were removed': {
      why: 'header-hidden',
      only: 'har',
      trace: done(base64(next)).replace(/ {6}Cookie: .*\n/, ''),
    },
    'the request can not be read': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=https://app.example/requests/CANARY
        → 200`,
    },
  },
});
