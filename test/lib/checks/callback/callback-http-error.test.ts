import { callbackHttpError } from '../../../../lib/checks/callback/callback-http-error.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';
const login = `
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
      data: { status: 504, slow: ' Some platforms (Alexa account linking) give up after 4.5 s.' },
      trace: `
        ${login}
        GET ${answer} [took 10s]
        → 504`,
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
      data: { status: 502 },
      trace: `
        ${login}
        GET ${answer} [took 600ms]
        → 502`,
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
