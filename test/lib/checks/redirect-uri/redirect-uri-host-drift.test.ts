import { redirectUriHostDrift } from '../../../../lib/checks/redirect-uri/redirect-uri-host-drift.ts';
import { cases } from '../../../build/cases.ts';

/** A login that begins on one origin, where a cookie is set, and comes back to another. */
const login = (start: string, cookie: string, callback: string, sent: string, then: string) => {
  const authorize = `https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=${encodeURIComponent(callback)}`;
  return `
        GET ${start}/login
        → 302 ${authorize}
          ${cookie === '' ? '' : `Set-Cookie: ${cookie}`}
        GET ${authorize}
        → 302 ${callback}?code=CANARY-c&state=CANARY-s
        GET ${callback}?code=CANARY-c&state=CANARY-s
          ${sent === '' ? '' : `Cookie: ${sent}`}
        → ${then}`;
};
const stateCookie = 'oauth_state=CANARY-state; Path=/; Secure; HttpOnly; SameSite=Lax';

cases(redirectUriHostDrift, {
  fails: {
    'the app runs under another name than its redirect_uri has': {
      as: 'elsewhere',
      severity: 'error',
      data: { from: 'preview.example', to: 'app.example', cookie: 'sid' },
      trace: `
        GET https://preview.example/login
          Cookie: sid=CANARY
        → 302 https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 400`,
    },
    'it began with www and came back without': {
      as: 'lost',
      at: ['3 request.cookie.oauth_state', '1 response.cookie.oauth_state'],
      severity: 'error',
      data: { from: 'www.app.example', to: 'app.example', cookie: 'oauth_state' },
      trace: login('https://www.app.example', stateCookie, 'https://app.example/cb', '', '400'),
    },
    'it began on localhost and came back to 127.0.0.1': {
      as: 'lost',
      severity: 'error',
      data: { from: 'localhost', to: '127.0.0.1' },
      trace: login('http://localhost:3000', 'connect.sid=CANARY-session; Path=/; HttpOnly', 'http://127.0.0.1:3000/cb', '', '403'),
    },
    'it began on one host of the site and came back to another': {
      as: 'lost',
      data: { from: 'shop.app.example', to: 'accounts.app.example' },
      trace: login(
        'https://shop.app.example',
        stateCookie,
        'https://accounts.app.example/cb',
        'lang=en',
        '302 https://accounts.app.example/error',
      ),
    },
    'the cookie was lost, and nothing more is known': {
      as: 'lost',
      severity: 'warning',
      trace: login('https://www.app.example', stateCookie, 'https://app.example/cb', '', '200'),
    },
    'the file holds no cookies, but the app failed': {
      as: 'unseen',
      at: ['3 request.url', '1 request.url'],
      severity: 'error',
      data: { from: 'www.app.example', to: 'app.example' },
      only: 'har',
      trace: login('https://www.app.example', '', 'https://app.example/cb', '', '400'),
    },
  },
  passes: {
    'it came back to the host it began on': login(
      'https://app.example',
      stateCookie,
      'https://app.example/cb',
      'oauth_state=CANARY-state',
      '200',
    ),
    'the cookie belongs to the whole site': login(
      'https://www.app.example',
      'oauth_state=CANARY-state; Domain=app.example; Path=/; Secure',
      'https://app.example/cb',
      'oauth_state=CANARY-state',
      '200',
    ),
    'a central login host sends the browser off itself': `
        GET https://shop.app.example/account
        → 302 https://login.app.example/start
        GET https://login.app.example/start
        → 302 https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Flogin.app.example%2Fcb
          Set-Cookie: ${stateCookie}
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Flogin.app.example%2Fcb
        → 302 https://login.app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://login.app.example/cb?code=CANARY-c&state=CANARY-s
          Cookie: oauth_state=CANARY-state
        → 200`,
    'another site sent the browser off': login(
      'https://portal.example',
      'sid=CANARY-sid; Path=/',
      'https://app.example/cb',
      'lang=en',
      '200',
    ),
    'the hosts differ, and no cookie was at stake': login(
      'https://www.app.example',
      'theme=dark',
      'https://app.example/cb',
      'lang=en',
      '500',
    ),
    'only the port differs: cookies do not care': login(
      'http://localhost:3000',
      'connect.sid=CANARY-session; Path=/; HttpOnly',
      'http://localhost:4000/cb',
      'connect.sid=CANARY-session',
      '200',
    ),
  },
  skips: {
    'nothing was recorded before the request': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
          Cookie: lang=en
        → 200`,
    'the answer opens a program': `
        GET https://app.example/login
          Cookie: lang=en
        → 302 https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=com.example.app%3A%2Fcb
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=com.example.app%3A%2Fcb
        → 302 com.example.app:/cb?code=CANARY-c&state=CANARY-s`,
    'the login never came back': `
        GET https://www.app.example/login
        → 302 https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 200`,
  },
  unsure: {
    'the file holds no cookies, and the app did not fail': {
      why: 'header-hidden',
      only: 'har',
      trace: login('https://www.app.example', '', 'https://app.example/cb', '', '200'),
    },
    'the file holds no cookies, and the hosts may well work together': {
      why: 'header-hidden',
      only: 'har',
      trace: login('https://shop.app.example', '', 'https://accounts.app.example/cb', '', '400'),
    },
  },
});
