import { cookieHeaderTooLarge } from '../../../../lib/checks/size/cookie-header-too-large.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
/** So many cookies of one family, 1,000 characters each. */
const thousands = (count: number) => Array.from({ length: count }, (_, i) => `chunk.${i}=CANARY${'x'.repeat(1000)}`).join('; ');
/** A login whose callback is sent with these cookies. */
const login = (cookie: string, answer: string) => `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
          Cookie: ${cookie}
        → ${answer}`;

cases(cookieHeaderTooLarge, {
  fails: {
    'the server says that it was too large': {
      as: 'refused',
      at: ['2 request.header.cookie'],
      severity: 'error',
      data: { bytes: 9150, count: 9, family: 'chunk', familyCount: '9 cookies' },
      trace: login(thousands(9), '431'),
    },
    'the page of the server says so': {
      as: 'refused',
      trace: login(
        thousands(9),
        `400
          "400 Bad Request - Request Header Or Cookie Too Large"`,
      ),
    },
    'the connection of a modern protocol broke over it': {
      as: 'refused',
      trace: login(thousands(20), 'failed net::ERR_HTTP2_PROTOCOL_ERROR'),
    },
    'it is over the default of the server, which took it': {
      as: 'over',
      at: ['2 request.header.cookie'],
      severity: 'warning',
      data: { server: 'nginx', limit: 8190, bytes: 9150 },
      trace: login(
        thousands(9),
        `200
          Server: nginx/1.22.1`,
      ),
    },
    'it is large, and the server does not say what it is': {
      as: 'large',
      at: ['2 request.header.cookie'],
      severity: 'info',
      data: { bytes: 5086, count: 5 },
      trace: login(thousands(5), '200'),
    },
    'it is large, and the server would take it over the one of two protocols that may have been spoken': {
      as: 'large',
      only: 'web-request',
      trace: login(
        thousands(9),
        `200
          server: nginx/1.22.1`,
      ),
    },
    'it is large, and the server takes more': {
      as: 'large',
      trace: login(
        thousands(9),
        `200
          Server: Kestrel`,
      ),
    },
    'the first page of the login sends it': {
      as: 'large',
      at: ['1 request.header.cookie'],
      trace: `
        GET https://app.example/login
          Cookie: ${thousands(5)}
        → 302 ${authorize}
        GET ${authorize}
        → 200`,
    },
    'the logout sends it': {
      as: 'large',
      trace: `
        GET https://idp.example/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&client_id=app
          Cookie: ${thousands(5)}
        → 302 https://app.example/
        GET https://app.example/
        → 200`,
    },
  },
  passes: {
    'there are a few small cookies': login('sid=CANARY-session; lang=en', '200'),
    'there are many small cookies': login(Array.from({ length: 60 }, (_, i) => `c${i}=CANARY-${i}`).join('; '), '200'),
    'only a picture is asked for with large ones': `${login('sid=CANARY-session', '200')}
        GET https://app.example/logo.png [image] [from https://app.example]
          Cookie: ${thousands(9)}
        → 200`,
    'the server refuses for another reason': login('sid=CANARY-session', '400'),
  },
  skips: {
    'a refresh is no navigation': `
        POST https://idp.example/token [fetch] [from https://app.example]
          Cookie: ${thousands(9)}
          = grant_type=refresh_token&client_id=app&refresh_token=CANARY-refresh
        → 200`,
    'a device asks for its code': {
      only: 'har',
      trace: `
        POST https://idp.example/device [fetch] [from https://app.example]
          Cookie: ${thousands(9)}
          = client_id=tv
        → 200
          = {"device_code":"CANARY-device","user_code":"CANARY-user","verification_uri":"https://idp.example/device"}`,
    },
  },
  unsure: {
    'the file holds no cookies': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    },
  },
});
