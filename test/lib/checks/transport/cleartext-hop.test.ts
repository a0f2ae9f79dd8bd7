import { cleartextHop } from '../../../../lib/checks/transport/cleartext-hop.ts';
import { cases } from '../../../build/cases.ts';

const request = (redirectUri: string) =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${redirectUri}&state=st-CANARY`;
const secure = request('https://app.example/cb');
const answer = 'code=code-CANARY&state=st-CANARY';
/** Some cookie in the file, so that cookies are known not to be hidden. */
const cookie = 'Cookie: theme=CANARY-dark';

cases(cleartextHop, {
  fails: {
    'the code comes back over http': {
      as: 'exposed',
      at: ['2 request.query.code'],
      severity: 'error',
      data: { host: 'app.example', what: '`code`' },
      trace: `
        GET ${request('http://app.example/cb')}
        → 302 http://app.example/cb?${answer}
        GET http://app.example/cb?${answer}
        → 200`,
    },
    'the token does, in the fragment’s place': {
      as: 'exposed',
      headline: 'token-in-query',
      data: { what: '`access_token`' },
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=http://app.example/cb
        → 302 http://app.example/cb?access_token=CANARY-access-0123&token_type=Bearer
        GET http://app.example/cb?access_token=CANARY-access-0123&token_type=Bearer
        → 200`,
    },
    'the answer is posted over http': {
      as: 'exposed',
      at: ['2 request.form.code'],
      trace: `
        GET ${request('http://app.example/cb')}&response_mode=form_post
        → 200
        POST http://app.example/cb [from https://idp.example]
          = ${answer}
        → 302 /
        GET http://app.example/
        → 200`,
    },
    'the authorization request goes out over http': {
      as: 'exposed',
      at: ['1 request.query.state'],
      data: { host: 'idp.example', what: '`state`' },
      trace: `
        GET ${secure.replace('https://idp', 'http://idp')}
        → 301 ${secure}
        GET ${secure}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    },
    'the start sends the session cookie over http': {
      as: 'exposed',
      at: ['1 request.cookie.session'],
      data: { what: 'a login cookie' },
      trace: `
        GET http://app.example/login
          Cookie: session=CANARY-0123
        → 302 ${secure}
        GET ${secure}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    },
    'a hop after the callback repeats the code over http': {
      as: 'exposed',
      at: ['3 request.query.code'],
      trace: `
        GET ${secure}
        → 302 https://app.example/cb?code=code-CANARY-0123456789&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY-0123456789&state=st-CANARY
        → 302 http://app.example/finish?code=code-CANARY-0123456789
        GET http://app.example/finish?code=code-CANARY-0123456789
        → 200`,
    },
    'a developer’s own host does it': {
      as: 'exposed',
      severity: 'warning',
      data: { host: 'app.test' },
      trace: `
        GET ${request('http://app.test/cb')}
        → 302 http://app.test/cb?${answer}
        GET http://app.test/cb?${answer}
        → 200`,
    },
    'the user types the address without https and the server redirects': {
      as: 'plain',
      at: ['1 request.url'],
      severity: 'warning',
      data: { host: 'app.example' },
      trace: `
        GET http://app.example/
          ${cookie}
        → 301 https://app.example/login
        GET https://app.example/login
        → 302 ${secure}
        GET ${secure}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    },
    'the intranet’s start page does': {
      as: 'plain',
      severity: 'info',
      data: { host: 'portal' },
      trace: `
        GET http://portal/start
          ${cookie}
        → 302 ${secure}
        GET ${secure}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    },
    'the address of the start has a voucher named code, which is no secret of this login': {
      as: 'plain',
      trace: `
        GET http://shop.example/login?code=SUMMER20&state=CA
          ${cookie}
        → 302 ${request('https://shop.example/cb')}
        GET ${request('https://shop.example/cb')}
        → 302 https://shop.example/cb?${answer}
        GET https://shop.example/cb?${answer}
        → 200`,
    },
    'the browser upgrades the callback before anything is sent': {
      as: 'upgraded',
      at: ['2 request.url'],
      severity: 'info',
      trace: `
        GET ${request('http://app.example/cb')}
        → 302 http://app.example/cb?${answer}
        GET http://app.example/cb?${answer} [by browser]
        → 307 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    },
    'the answer is asked for over http, and the login is not finished': {
      as: 'asked',
      at: ['1 request.query.redirect_uri'],
      severity: 'error',
      data: { host: 'app.example' },
      trace: `
        GET ${request('http://app.example/cb')}
        → 200`,
    },
    'it is, and what became of the answer was not recorded': {
      as: 'asked',
      trace: `
        GET ${request('http://app.example/cb')}
        → 302 http://app.example/cb?${answer}`,
    },
    'it is, on a machine of the company': {
      as: 'asked',
      severity: 'warning',
      data: { host: 'intranet' },
      trace: `
        GET ${request('http://intranet/cb')}
        → 200`,
    },
    'it is, and the app itself is reached over http': {
      as: 'asked',
      at: ['2 request.query.redirect_uri'],
      trace: `
        GET http://app.example/login
          ${cookie}
        → 302 ${request('http://app.example/cb')}
        GET ${request('http://app.example/cb')}
        → 200`,
    },
  },
  passes: {
    'the app that began on https is told so by another check': `
        GET https://app.example/login
        → 302 ${request('http://app.example/cb')}
        GET ${request('http://app.example/cb')}
        → 200`,
    'the provider answers at the https address all the same': `
        GET ${request('http://app.example/cb')}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    'all is https': `
        GET ${secure}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    'a native app listens on a loopback address': `
        GET ${request('http://127.0.0.1:49152/cb')}
        → 302 http://127.0.0.1:49152/cb?${answer}
        GET http://127.0.0.1:49152/cb?${answer}
        → 200`,
    'it listens on IPv6': `
        GET ${request('http://[::1]:49152/cb')}
        → 302 http://[::1]:49152/cb?${answer}
        GET http://[::1]:49152/cb?${answer}
        → 200`,
    'a developer works on localhost': `
        GET http://localhost:3000/login
          Cookie: session=CANARY-0123
        → 302 ${request('http://localhost:3000/cb')}
        GET ${request('http://localhost:3000/cb')}
        → 302 http://localhost:3000/cb?${answer}
        GET http://localhost:3000/cb?${answer}
          Cookie: session=CANARY-0123
        → 200`,
    'the request was stopped before it was sent': {
      only: 'web-request', // a file shows the headers even so
      trace: `
        GET ${request('http://app.example/cb')}
        → 302 http://app.example/cb?${answer}
        GET http://app.example/cb?${answer}
        → failed net::ERR_BLOCKED_BY_CLIENT`,
    },
    'a picture on the page comes over http': `
        GET ${secure}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200
        GET http://cdn.example/logo.png [image]
          Cookie: session=CANARY
        → 200`,
  },
  skips: {
    'there is only a logout': `
        GET http://idp.example/logout?post_logout_redirect_uri=http://app.example/&id_token_hint=CANARY
        → 200`,
  },
  unsure: {
    'the request was pushed, and no answer came yet': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY-0123
        → 200`,
    },
    'the file’s cookies were removed, and one may have been on the http hop': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET http://app.example/
        → 301 https://app.example/login
        GET https://app.example/login
        → 302 ${secure}
        GET ${secure}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    },
  },
});
