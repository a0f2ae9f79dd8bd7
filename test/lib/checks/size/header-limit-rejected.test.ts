import { headerLimitRejected } from '../../../../lib/checks/size/header-limit-rejected.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
const long = (count: number) => `CANARY${'x'.repeat(count - 6)}`;
const thousands = (count: number) => Array.from({ length: count }, (_, i) => `chunk.${i}=${long(1000)}`).join('; ');
/** A login whose code makes the callback's address this long, sent with a cookie or two. */
const login = (code: string, answer: string, headers = 'Cookie: sid=CANARY-session') => `
        GET ${authorize}
        → 302 https://app.example/cb?code=${code}&state=CANARY-s
        GET https://app.example/cb?code=${code}&state=CANARY-s
          ${headers}
        → ${answer}`;

cases(headerLimitRejected, {
  fails: {
    'the server says that the address is too long': {
      as: 'url',
      at: ['2 response.status', '2 request.url'],
      severity: 'error',
      data: { status: 414, host: 'app.example' },
      trace: login(long(9000), '414'),
    },
    'a server of another kind says so with 400': {
      as: 'url',
      data: { status: 400 },
      trace: login(
        long(5000),
        `400
          Server: gunicorn`,
      ),
    },
    'the query is too long for IIS, which says that nothing is there': {
      as: 'query',
      at: ['2 response.status', '2 request.url'],
      data: { status: 404, query: 2520, remedy: ' (IIS request filtering: `maxUrl` and `maxQueryString` in requestFiltering)' },
      trace: login(
        long(2500),
        `404
          Server: Microsoft-IIS/10.0`,
      ),
    },
    'the page of nginx says that the cookies are too large': {
      as: 'cookies',
      at: ['2 response.status', '2 request.header.cookie'],
      data: { status: 400, count: 9, family: 'chunk', familyCount: '9 cookies', remedy: ' (nginx: `large_client_header_buffers`)' },
      trace: login(
        'CANARY-c',
        `400
          Server: nginx
          "400 Bad Request - Request Header Or Cookie Too Large"`,
        `Cookie: ${thousands(9)}`,
      ),
    },
    'nginx answers 400 and its page can not be read': {
      as: 'cookies',
      only: 'web-request',
      trace: login(
        'CANARY-c',
        `400
          Server: nginx`,
        `Cookie: ${thousands(9)}`,
      ),
    },
    'Node.js answers 431': {
      as: 'cookies',
      data: {
        status: 431,
        against:
          ' Defaults that this request passes and that are answered HTTP 431: Node.js over HTTP/1.1 (16,383 bytes of address and headers together), Jetty (8192 bytes of address and headers together) or gunicorn (8188 bytes for one header).',
      },
      only: 'har',
      trace: login('CANARY-c', '431', `Cookie: ${thousands(17)}`),
    },
    'nginx stands in front of a server that takes less': {
      as: 'cookies',
      data: {
        status: 431,
        remedy: '',
        against:
          ' Defaults that this request passes and that are answered HTTP 431: Node.js over HTTP/1.1 (16,383 bytes of address and headers together), Apache httpd over HTTP/2 (8190 bytes for one header) or Jetty (8192 bytes of address and headers together).',
      },
      only: 'web-request',
      trace: login(
        'CANARY-c',
        `431
          server: nginx`,
        `Cookie: ${thousands(17)}`,
      ),
    },
    'Apache counts every cookie over HTTP/2': {
      as: 'cookies',
      data: {
        status: 431,
        count: 120,
        against: ' Apache httpd takes 100 headers and cookies together by default over HTTP/2; this request has 120.',
      },
      trace: login(
        'CANARY-c',
        `431
          server: Apache`,
        `Cookie: ${Array.from({ length: 120 }, (_, i) => `c${i}=CANARY`).join('; ')}`,
      ).replace(/(GET https:\/\/app\S+)/, '$1 [h2]'),
    },
    'nginx answers 400, and the capture does not tell which protocol was spoken': {
      as: 'cookies',
      only: 'web-request',
      data: {
        against:
          ' nginx takes 8190 bytes for one header by default over HTTP/1.1; this request has 9096. Over HTTP/2 it would be within the defaults, and this capture does not tell which was spoken.',
      },
      trace: login(
        'CANARY-c',
        `400
          server: nginx`,
        `Cookie: ${thousands(9)}`,
      ),
    },
    'an edge whose limits nobody can raise says so': {
      as: 'url',
      data: {
        remedy: '; the limits of Vercel itself are fixed',
        against: ' Vercel takes 14,336 bytes of path and query by default; this request has 15,024.',
      },
      trace: login(
        long(15_000),
        `414
          Server: Vercel`,
      ),
    },
    'an edge shows the inner code of nginx': {
      as: 'cookies',
      data: { status: 494 },
      trace: login('CANARY-c', '494', `Cookie: ${thousands(9)}`),
    },
    'CloudFront answers 413 to a GET': {
      as: 'cookies',
      data: { status: 413 },
      trace: login(
        'CANARY-c',
        `413
          x-cache: Error from cloudfront`,
        `Cookie: ${thousands(21)}`,
      ),
    },
    'no single header is to blame': {
      as: 'headers',
      at: ['2 response.status', '2 request.header.*'],
      data: { status: 431 },
      trace: login(
        'CANARY-c',
        '431',
        `X-One: ${long(6000)}
          X-Two: ${long(6000)}
          X-Three: ${long(6000)}
          Cookie: sid=CANARY-session`,
      ),
    },
    'the connection breaks over the cookies': {
      as: 'connection',
      at: ['2 outcome.reason', '2 request.header.*'],
      data: { host: 'app.example' },
      trace: login('CANARY-c', 'failed net::ERR_HTTP2_PROTOCOL_ERROR', `Cookie: ${thousands(20)}`),
    },
    'the connection breaks over the address, in Firefox': {
      as: 'connection',
      browser: 'firefox',
      trace: login(long(9000), 'failed NS_ERROR_NET_INTERRUPT'),
    },
    'the provider refuses the request': {
      as: 'url',
      at: ['1 response.status'],
      data: { host: 'idp.example' },
      trace: `
        GET ${authorize}&login_hint=${long(9000)}
        → 414`,
    },
    'a page after the callback is refused': {
      as: 'cookies',
      at: ['3 response.status'],
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
          Cookie: sid=CANARY-session
        → 302 https://app.example/home
        GET https://app.example/home
          Cookie: ${thousands(9)}
        → 431`,
    },
  },
  passes: {
    'everything was answered': login('CANARY-c', '200'),
    'the request is large, and the server took it': login(long(3000), '200', `Cookie: ${thousands(9)}`),
    'the app refuses a small request': login('CANARY-c', '400'),
    'an API refuses with a reason of its own': login(
      'CANARY-c',
      `400
          Content-Type: application/json`,
      `Cookie: ${thousands(9)}`,
    ),
    'nothing is at the address, on a server without that habit': login(
      long(2500),
      `404
          Server: nginx`,
    ),
    'nginx answers 400 to cookies that it takes over HTTP/2': login(
      'CANARY-c',
      `400
          server: nginx`,
      `Cookie: ${thousands(9)}`,
    ).replace(/(GET https:\/\/app\S+)/, '$1 [h2]'),
    'IIS does not find a short address': login(
      'CANARY-c',
      `404
          Server: Microsoft-IIS/10.0`,
    ),
    'a large form is refused for its body': `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          Cookie: sid=CANARY-session
          = code=CANARY-c&state=CANARY-s&id_token=${long(70_000)}
        → 413`,
    'the connection breaks on a small request': login('CANARY-c', 'failed net::ERR_HTTP2_PROTOCOL_ERROR'),
    'the connection is refused, whatever its size': login('CANARY-c', 'failed net::ERR_CONNECTION_REFUSED', `Cookie: ${thousands(20)}`),
    'the server has no answer yet': login('CANARY-c', 'pending', `Cookie: ${thousands(20)}`),
  },
  skips: {
    'a refresh is no navigation': `
        POST https://idp.example/token [fetch] [from https://app.example]
          Cookie: ${thousands(20)}
          = grant_type=refresh_token&client_id=app&refresh_token=CANARY-refresh
        → 431`,
    'there is only metadata': {
      only: 'har',
      trace: `
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
        → 200
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize"}`,
    },
  },
  unsure: {
    'the file holds no cookies, and they may have been too large': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 400`,
    },
  },
});
