import { callbackHttpError } from '../../../../lib/checks/callback/callback-http-error.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';
const login = `
        GET ${request}
        → 302 ${answer}`;
/** The app's own start, with the cookies it sets. */
const started = (cookie: string, more = '') => `
        GET https://app.example/login
          Cookie: lang=en
        → 302 ${request}
          ${cookie === '' ? '' : `Set-Cookie: ${cookie}`}
          ${more}
        GET ${request}
        → 302 ${answer}`;
const formPost = `
        GET ${request}&response_mode=form_post
        → 200`;

cases(callbackHttpError, {
  fails: {
    'there is no such route': {
      as: 'missing',
      at: ['2 response.status', '2 request.url'],
      severity: 'error',
      trace: `
        ${login}
        GET ${answer}
        → 404`,
    },
    'a slash is put right, and there is no such route either': {
      as: 'missing',
      at: ['3 response.status', '2 request.url'],
      trace: `
        ${login}
        GET ${answer}
        → 301 /cb/?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb/?code=code-CANARY&state=st-CANARY
        → 404`,
    },
    'the app rejects an answer that came with large cookies': {
      as: 'refused',
      data: {
        status: 400,
        size: ' The request is large (7084 bytes of address and headers): if it works in a private window, its size or a stale cookie is the reason.',
      },
      only: 'har',
      trace: `
        ${login}
        GET ${answer}
          Cookie: sid=${'a'.repeat(7000)}
        → 400`,
    },
    'the app rejects an answer that came with small ones': {
      as: 'refused',
      data: { status: 400, size: '' },
      trace: `
        ${login}
        GET ${answer}
          Cookie: sid=CANARY-session
        → 400`,
    },
    'a CSRF filter stops the posted answer': {
      as: 'filter',
      data: { status: 403, origin: '' },
      trace: `
        ${formPost}
        POST https://app.example/cb [from https://idp.example]
          Origin: https://idp.example
          = code=code-CANARY&state=st-CANARY
        → 403`,
    },
    'an Origin check stops it, since a redirect made the origin null': {
      as: 'filter',
      data: { status: 403, origin: ' with `Origin: null`' },
      trace: `
        ${formPost}
        POST https://idp.example/relay [from https://idp.example]
          = code=code-CANARY&state=st-CANARY
        → 307 https://app.example/cb
        POST https://app.example/cb
          Origin: null
          = code=code-CANARY&state=st-CANARY
        → 403`,
    },
    'the route takes no POST': {
      as: 'filter',
      data: { status: 405 },
      trace: `
        ${formPost}
        POST https://app.example/cb [from https://idp.example]
          = code=code-CANARY&state=st-CANARY
        → 405`,
    },
    'it took as long as a call to the token endpoint': {
      as: 'exchange',
      at: ['2 response.status'],
      data: { status: 500, seconds: '1.6', slow: '' },
      trace: `
        ${login}
        GET ${answer} [took 1600ms]
        → 500`,
    },
    'it took longer than some platforms wait': {
      as: 'exchange',
      data: { status: 500, slow: ' Some platforms (Alexa account linking) give up after 4.5 s.' },
      trace: `
        ${login}
        GET ${answer} [took 10s]
        → 500`,
    },
    'a proxy in front of the app lost its patience': {
      as: 'gateway',
      at: ['2 response.status', '2 request.url'],
      data: {
        status: 504,
        after: ' after 60.0 s',
        cause: 'the app did not answer in time, most likely because it waits for the token endpoint',
      },
      trace: `
        ${login}
        GET ${answer} [took 60s]
        → 504`,
    },
    'a proxy could not use the app’s answer': {
      as: 'gateway',
      data: { status: 502, after: '' },
      trace: `
        ${login}
        GET ${answer} [took 600ms]
        → 502`,
    },
    'a content network could not reach the app': {
      as: 'gateway',
      data: { status: 521, server: 'What stands in front of the app', cause: 'the app can not be reached' },
      trace: `
        ${login}
        GET ${answer}
        → 521`,
    },
    'everything came back, and the server forgot': {
      as: 'forgotten',
      only: 'har',
      at: ['3 response.status', '3 request.url', '3 request.cookie.oauth_state', '1 response.cookie.oauth_state'],
      data: {
        status: 400,
        cookie: 'oauth_state',
        timing: ' That took 49 ms, too quickly for a token exchange: it failed before.',
        balancer: '',
      },
      trace: `
        ${started('oauth_state=CANARY-0123456789; Path=/; Secure; HttpOnly')}
        GET ${answer}
          Cookie: oauth_state=CANARY-0123456789
        → 400`,
    },
    'everything came back, and the answer came from another instance': {
      as: 'forgotten',
      data: {
        status: 500,
        timing: '',
        balancer: ' The load balancer’s own cookie did not come back as it was set, so another instance may have taken the answer.',
      },
      trace: `
        ${started('oauth_state=CANARY-0123456789; Path=/; Secure; HttpOnly', 'Set-Cookie: AWSALB=CANARY-one; Path=/')}
        GET ${answer} [took 500ms]
          Cookie: oauth_state=CANARY-0123456789; AWSALB=CANARY-two
        → 500`,
    },
    'the session came with another value': {
      as: 'replaced',
      at: ['3 response.status', '3 request.url', '3 request.cookie.connect.sid', '1 response.cookie.connect.sid'],
      data: { cookie: 'connect.sid', status: 403 },
      trace: `
        ${started('connect.sid=CANARY-one-0123456789; Path=/; Secure; HttpOnly')}
        GET ${answer}
          Cookie: connect.sid=CANARY-two-0123456789
        → 403`,
    },
    'the app left nothing to remember the login by': {
      as: 'no-memory',
      at: ['3 response.status', '3 request.url', '1 response.header.set-cookie'],
      data: { status: 403 },
      trace: `
        ${started('')}
        GET ${answer}
          Cookie: lang=en
        → 403`,
    },
    'the sign-in page was a bookmark': {
      as: 'unbegun',
      at: ['2 response.status', '2 request.url', '1 request.header.referer'],
      data: { status: 400 },
      trace: `
        GET ${request}
          Sec-Fetch-Site: none
        → 302 ${answer}
        GET ${answer}
          Cookie: lang=en
        → 400`,
    },
    'a program on this computer opened the browser': {
      as: 'refused',
      trace: `
        GET ${request.replace('https://app.example', 'http://127.0.0.1:4711')}
          Sec-Fetch-Site: none
        → 302 ${answer.replace('https://app.example', 'http://127.0.0.1:4711')}
        GET ${answer.replace('https://app.example', 'http://127.0.0.1:4711')}
          Cookie: lang=en
        → 400`,
    },
    'a slow rejection': {
      as: 'refused',
      data: { status: 400, timing: ' That took 2.0 s: most likely it talked to the token endpoint, and failed there.' },
      trace: `
        ${login}
        GET ${answer} [took 2s]
          Cookie: sid=CANARY
        → 400`,
    },
    'it failed too quickly for that': {
      as: 'quick',
      data: { status: 500 },
      trace: `
        ${login}
        GET ${answer} [took 40ms]
        → 500`,
    },
    'the time says nothing either way': {
      as: 'server',
      data: { status: 503 },
      trace: `
        ${login}
        GET ${answer} [took 600ms]
        → 503`,
    },
    'a proxy has no room for what the app answered': {
      as: 'gateway',
      at: ['3 response.status'],
      data: {
        status: 502,
        server: 'nginx',
        limit: ' (4,096 bytes unless it is configured otherwise)',
        others: ' Other pages of the app came through in this recording.',
      },
      trace: `
        GET https://app.example/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
          Server: nginx
        ${login}
        GET ${answer} [took 40ms]
        → 502
          Server: nginx/1.22.1
          Content-Type: text/html
          "502 Bad Gateway nginx/1.22.1"`,
    },
    'a proxy answers for the app, and its page was not recorded': {
      as: 'gateway',
      only: 'web-request',
      data: { server: 'Cloudflare', limit: ' (32,768 bytes)', others: '' },
      trace: `
        ${login}
        GET ${answer} [took 1600ms]
        → 520
          Server: cloudflare`,
    },
    'the app says the same in words of its own': {
      as: 'quick',
      data: { status: 502 },
      trace: `
        ${login}
        GET ${answer} [took 40ms]
        → 502
          Server: nginx
          "Our payment provider is out of order"`,
    },
    'the app rejects the answer': {
      as: 'refused',
      at: ['2 response.status'],
      severity: 'error',
      data: { status: 400 },
      trace: `
        ${login}
        GET ${answer}
          Cookie: sid=CANARY
        → 400`,
    },
    'the app rejects the answer, and the file holds no cookies': {
      as: 'refused-unseen',
      at: ['2 response.status'],
      only: 'har',
      trace: `
        ${login}
        GET ${answer}
        → 400`,
    },
    'it answers 401 itself': {
      as: 'refused',
      data: { status: 401 },
      trace: `
        ${login}
        GET ${answer}
          Cookie: sid=CANARY
        → 401
          Content-Type: application/json`,
    },
    'the answer stands where a server does not see it': {
      as: 'refused-fragment',
      trace: `
        ${login.replace('?code=', '#code=').replace('response_type=code', 'response_type=code&response_mode=fragment')}
        GET ${answer.replace('?code=', '#code=')}
        → 400`,
    },
    'it takes another method': {
      as: 'method',
      data: { method: 'GET' },
      trace: `
        ${login}
        GET ${answer}
        → 405`,
    },
    'a firewall answers in the app’s place': {
      as: 'firewall',
      only: 'har',
      data: { who: 'ModSecurity' },
      trace: `
        ${login}
        GET ${answer}
        → 406
          = <h1>Not Acceptable!</h1><p>An appropriate representation could not be found. This error was generated by Mod_Security.</p>`,
    },
    'the page hands the code to the app’s server, which refuses it': {
      as: 'relay',
      at: ['3 response.status', '2 request.url'],
      data: { status: 500, host: 'api.app.example' },
      trace: `
        ${login}
        GET ${answer}
        → 200
        POST https://api.app.example/login [fetch] [from https://app.example/cb]
          = {"code":"code-CANARY"}
        → 500`,
    },
    'the page hands the ID token to the app’s server, which refuses it': {
      as: 'relay-token',
      at: ['3 response.status', '2 request.url'],
      data: { status: 400, host: 'app.example' },
      trace: `
        GET https://idp.example/authorize?response_type=id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&nonce=CANARY-n
        → 302 https://app.example/cb#id_token=CANARY-id-token&state=CANARY-s
        GET https://app.example/cb#id_token=CANARY-id-token&state=CANARY-s
        → 200
        POST https://app.example/answer [fetch] [from https://app.example/cb]
          = id_token=CANARY-id-token&state=CANARY-s
        → 400`,
    },
    'the page itself says so': {
      as: 'error-text',
      only: 'har',
      trace: `
        ${login}
        GET ${answer}
        → 200
          Content-Type: text/html
          = <h1>Sorry</h1><p>Login failed: state expired.</p>`,
    },
    'the page it leads to is not there': {
      as: 'landing',
      at: ['3 response.status', '2 request.url'],
      data: { status: 404 },
      trace: `
        ${login}
        GET ${answer}
        → 302 /dashbord
          Set-Cookie: sid=CANARY-session; Path=/; HttpOnly
        GET https://app.example/dashbord
          Cookie: sid=CANARY-session
        → 404`,
    },
    'the page it leads to breaks': {
      as: 'landing',
      data: { status: 500 },
      trace: `
        ${login}
        GET ${answer} [took 300ms]
        → 302 /home
          Set-Cookie: sid=CANARY-session; Path=/; HttpOnly
        GET https://app.example/home [took 30ms]
        → 500`,
    },
    'it redirects to its own error page': {
      as: 'error-page',
      at: ['3 request.url'],
      trace: `
        ${login}
        GET ${answer}
        → 302 /auth/signin?error=OAuthCallback
        GET https://app.example/auth/signin?error=OAuthCallback
        → 200`,
    },
  },
  passes: {
    'the app stumbled once, and the user loaded the page again': `
        ${login}
        GET ${answer}
        → 503
        GET ${answer} [reload] [+5s]
        → 302 /
        GET https://app.example/
        → 200`,
    'the answer is taken': `
        ${login}
        GET ${answer}
        → 302 /
        GET https://app.example/
        → 200`,
    'a single-page app answers with its shell': `
        ${login}
        GET ${answer}
        → 200`,
    'a picture of the page behind it is missing': `
        ${login}
        GET ${answer}
        → 200
        GET https://app.example/favicon.ico [image]
        → 404`,
    'the answer was loaded again and refused, which another check says': `
        ${login}
        GET ${answer}
        → 302 /
        GET https://app.example/
        → 200
        GET ${answer} [+60s] [reload]
        → 400`,
  },
  skips: {
    'the user said no and the app answers with 403': `
        GET ${request}
        → 302 https://app.example/cb?error=access_denied&state=st-CANARY
        GET https://app.example/cb?error=access_denied&state=st-CANARY
        → 403`,
    'the page further on refuses the user, which another check says': `
        ${login}
        GET ${answer}
        → 302 /admin
        GET https://app.example/admin
        → 403`,
    'no callback was recorded': `
        ${login}`,
  },
  unsure: {
    'the callback has no recorded end': {
      why: 'never-finished',
      trace: `
        ${login}
        GET ${answer}
        → pending`,
    },
  },
});
