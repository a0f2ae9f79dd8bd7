import { logoutReturnBroken } from '../../../../lib/checks/logout/logout-return-broken.ts';
import { cases } from '../../../build/cases.ts';

const to = (back: string, more = '') =>
  `https://idp.example/end_session?client_id=web&post_logout_redirect_uri=${encodeURIComponent(back)}${more}`;
const logout = to('https://app.example/bye', '&state=CANARY-s');
/** The user is asked, says yes, and the provider ends its session. */
const confirmed = (answer: string) => `
        GET ${logout}
        → 200
        POST https://idp.example/end_session/confirm [from https://idp.example/end_session] [+4s]
          = logout=yes
        ${answer}`;
const later = `
        GET https://news.example/ [tab 9] [+60s]
        → 200`;

cases(logoutReturnBroken, {
  fails: {
    'the return address is not registered': {
      as: 'address',
      at: ['1 request.query.post_logout_redirect_uri', '1 response.status'],
      severity: 'error',
      data: { status: 400, name: 'post_logout_redirect_uri' },
      trace: `
        GET ${logout}
        → 400
          "invalid_request: post_logout_redirect_uri not registered"`,
    },
    'the server calls it otherwise': {
      as: 'address',
      data: { name: 'returnTo' },
      trace: `
        GET https://idp.example/v2/logout?client_id=web&returnTo=https%3A%2F%2Fapp.example%2F
        → 400
          "The returnTo parameter is not defined as a valid URL in Allowed Logout URLs"`,
    },
    'the server says no more than no': {
      as: 'stopped',
      at: ['1 response.status'],
      severity: 'error',
      trace: `
        GET ${logout}
        → 403`,
    },
    'the hint is refused, in a sentence that also names the address': {
      as: 'stopped',
      trace: `
        GET ${logout}
        → 400
          "The id_token_hint is expired, so post_logout_redirect_uri was not looked at"`,
    },
    'the question was answered too late': {
      as: 'stopped',
      at: ['2 response.status'],
      trace: confirmed('→ 400'),
    },
    'the server fails': {
      as: 'server',
      trace: `
        GET ${logout}
        → 503`,
    },
    'the page after it is not there': {
      as: 'landing',
      at: ['3 response.status'],
      severity: 'error',
      data: { status: 404, host: 'app.example' },
      trace: `
        GET ${logout}
        → 302 https://app.example/bye?state=CANARY-s
        GET https://app.example/bye?state=CANARY-s
        → 302 /gone
        GET https://app.example/gone
        → 404`,
    },
    'the server leads to another page of the app': {
      as: 'elsewhere',
      at: ['2 request.url', '1 request.query.post_logout_redirect_uri'],
      severity: 'warning',
      data: { difference: 'its path' },
      trace: `
        GET ${logout}
        → 302 https://app.example/
        GET https://app.example/
        → 200`,
    },
    'the state does not come back': {
      as: 'state',
      at: ['2 request.query.state', '1 request.query.state'],
      severity: 'warning',
      data: { how: 'without' },
      trace: `
        GET ${logout}
        → 302 https://app.example/bye
        GET https://app.example/bye
        → 200`,
    },
    'the state comes back otherwise, and only the redirect was recorded': {
      as: 'state',
      at: ['1 response.location.query.state'],
      trace: `
        GET ${logout}
        → 302 https://app.example/bye?state=CANARY-other`,
    },
    'the server ends its session and keeps the user': {
      as: 'stayed',
      at: ['2 request.url', '1 request.query.post_logout_redirect_uri'],
      severity: 'warning',
      data: { host: 'idp.example', seconds: 30 },
      trace: confirmed(`→ 200${later}`),
    },
    'the server ends its session without asking and keeps the user': {
      as: 'stayed',
      trace: `
        GET ${logout}
        → 200
          Set-Cookie: idp_session=; Path=/; Max-Age=0; Secure; HttpOnly${later}`,
    },
  },
  passes: {
    'it leads back with the state': `
        GET ${logout}
        → 302 https://app.example/bye?state=CANARY-s
        GET https://app.example/bye?state=CANARY-s
        → 200`,
    'only the redirect was recorded': `
        GET ${logout}
        → 302 https://app.example/bye?state=CANARY-s`,
    'it leads back after a question': confirmed(`→ 303 https://app.example/bye?state=CANARY-s
        GET https://app.example/bye?state=CANARY-s
        → 200`),
    'the user takes the link on the page': confirmed(`→ 200
        GET https://app.example/bye [from https://idp.example/end_session/confirm]
        → 200`),
    'the page after it is for members only': `
        GET ${logout}
        → 302 https://app.example/bye?state=CANARY-s
        GET https://app.example/bye?state=CANARY-s
        → 401`,
    'the app moves its own address on': `
        GET ${logout}
        → 302 https://app.example/bye?state=CANARY-s
        GET https://app.example/bye?state=CANARY-s
        → 302 /
        GET https://app.example/
        → 200`,
    'the address has a state of its own and another was not asked for': `
        GET ${to('https://app.example/bye?state=CANARY-own')}
        → 302 https://app.example/bye?state=CANARY-own
        GET https://app.example/bye?state=CANARY-own
        → 200`,
    'the address is the app’s root without its slash': `
        GET ${to('https://app.example')}
        → 302 https://app.example/
        GET https://app.example/
        → 200`,
    'the server has no state to return under its own name': `
        GET https://idp.example/logout?client_id=web&logout_uri=https%3A%2F%2Fapp.example%2Fbye&state=CANARY-s
        → 302 https://app.example/bye
        GET https://app.example/bye
        → 200`,
    'nobody asked to be brought back': `
        GET https://idp.example/logout?id_token_hint=CANARY
        → 200${later}`,
  },
  skips: {
    'it is a login': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY
        → 400`,
    'the line broke': `
        GET ${logout}
        → failed net::ERR_CONNECTION_REFUSED`,
    'a bot check stands in between': `
        GET ${logout}
        → 403
          "Just a moment..."`,
  },
  unsure: {
    'the user may be asked': { why: 'capture-ended-early', trace: `GET ${logout}\n→ 200${later}` },
    'the session has only just ended': { why: 'capture-ended-early', live: true, trace: confirmed('→ 200') },
    'the server has not answered': { why: 'never-finished', trace: `GET ${logout}\n→ pending` },
    'where it leads was not recorded': { why: 'capture-ended-early', trace: `GET ${logout}\n→ 302 https://session.idp.example/clear` },
  },
});
