import { browserBindingMissing } from '../../../../lib/checks/state/browser-binding-missing.ts';
import { cases } from '../../../build/cases.ts';

const state = 'CANARY4fK9sQ2mXw7Z8hR3tB6nLp1Y';
const request = `https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https://app.example/cb&state=${state}`;
const answer = `https://app.example/cb?code=CANARY-code-0123&state=${state}`;
/** Some other cookie in the file, so that cookies are known not to be hidden. */
const elsewhere = `
    GET https://news.example/
      Cookie: theme=CANARY
    → 200`;
const login = ({ sent = '', set = '', back = '', start = 'https://app.example/login' } = {}) => `${elsewhere}
    GET ${start}
      ${sent}
    → 302 ${request}
      ${set}
    GET ${request}
    → 302 ${answer}
    GET ${answer}
      ${back}
    → 302 /home
      Set-Cookie: session=CANARY; Secure; HttpOnly; Path=/
    GET https://app.example/home
      Cookie: session=CANARY
    → 200`;

cases(browserBindingMissing, {
  fails: {
    'there is no cookie at the start, nor at the callback': {
      as: 'unbound',
      at: ['2 request.url', '2 request.header.cookie', '2 response.header.set-cookie'],
      severity: 'warning',
      data: { host: 'app.example', callback: ', and the callback came without one' },
      trace: login(),
    },
    'the only cookies measure and decorate': {
      as: 'unbound',
      trace: login({ sent: 'Cookie: _ga=CANARY; theme=dark', back: 'Cookie: _ga=CANARY; theme=dark' }),
    },
    'the login has not come back yet': {
      as: 'unbound',
      data: { callback: '' },
      trace: `${elsewhere}
        GET https://app.example/login
        → 302 ${request}
        GET ${request}
        → 200`,
    },
    'another host of the same site starts it': { as: 'unbound', trace: login({ start: 'https://www.app.example/login' }) },
  },
  passes: {
    'the start sets a cookie': login({ set: 'Set-Cookie: txn=CANARY; Secure; HttpOnly; Path=/', back: 'Cookie: txn=CANARY' }),
    'the browser had a session before': login({ sent: 'Cookie: sid=CANARY', back: 'Cookie: sid=CANARY' }),
    'only the callback shows one': login({ back: 'Cookie: txn=CANARY' }),
    'the page before it set one': `
        GET https://app.example/
        → 200
          Set-Cookie: sid=CANARY; Secure; HttpOnly; Path=/login
        ${login().trim()}`,
    'the browser signs in at the start by itself': login({ sent: 'Authorization: Negotiate CANARY' }),
    'the page made the state and handed it over': login({ start: `https://app.example/login?state=${state}` }),
  },
  skips: {
    'a page of the app starts it by script': `
        GET https://app.example/
        → 200
        GET ${request} [from https://app.example/]
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'a link elsewhere leads to the provider': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'another site starts it': login({ start: 'https://portal.example/go' }),
    'the request has nothing that could be bound': login().replaceAll(`&state=${state}`, ''),
  },
  unsure: {
    'the file’s cookies were removed': { why: 'header-hidden', only: 'har', trace: login().replaceAll(/ +(?:Set-)?Cookie: .*\n/g, '') },
    'the request can not be read': {
      why: 'parameters-hidden',
      trace: `${elsewhere}
        GET https://app.example/login
        → 302 https://idp.example/authorize?client_id=app&request_uri=urn:ietf:params:oauth:request_uri:CANARY-0123456789
        GET https://idp.example/authorize?client_id=app&request_uri=urn:ietf:params:oauth:request_uri:CANARY-0123456789
        → 200`,
    },
  },
});
