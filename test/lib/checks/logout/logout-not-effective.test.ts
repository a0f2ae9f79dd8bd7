import { logoutNotEffective } from '../../../../lib/checks/logout/logout-not-effective.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state-0123';
const answer = 'https://app.example/cb?code=CANARY-code-0123456789&state=CANARY-state-0123';
const logout = 'https://idp.example/end_session?client_id=web&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F';
const left = `
        GET https://app.example/logout
        → 302 ${logout}
          Set-Cookie: session=; Path=/; Max-Age=0
        GET ${logout}
        → 302 https://app.example/
        GET https://app.example/
        → 200`;
const locally = `
        GET https://app.example/logout
        → 302 /
          Set-Cookie: session=; Path=/; Max-Age=0
        GET https://app.example/
        → 200`;
/** The next login, answered by redirects alone. */
const again = (after = '+8s', tab = '') => `
        GET https://app.example/login [${after}]${tab}
        → 302 ${authorize}
        GET ${authorize}${tab}
        → 302 ${answer}
        GET ${answer}${tab}
        → 200`;
/** The next login, with a sign-in page. */
const asked = `
        GET ${authorize} [+8s] [from https://app.example/]
        → 200
        POST https://idp.example/signin [+5s] [from https://idp.example]
          = user=CANARY
        → 302 ${answer}
        GET ${answer}
        → 200`;

cases(logoutNotEffective, {
  fails: {
    'the provider takes the logout and knows the user all the same': {
      as: 'survived',
      at: ['5 response.status', '5 request.url', '2 request.url'],
      severity: 'warning',
      data: { seconds: 8, asked: '' },
      trace: left + again(),
    },
    'the user was asked whether to sign out': {
      as: 'survived',
      data: { asked: ' (Unless the user chose to stay signed in when the provider asked.)' },
      trace: `
        GET ${logout}
        → 200
        POST https://idp.example/end_session/confirm [from https://idp.example/end_session] [+3s]
          = logout=yes
        → 303 https://app.example/
        GET https://app.example/
        → 200${again()}`,
    },
    'another provider behind it knows the user': {
      as: 'upstream',
      severity: 'info',
      trace: `${left}
        GET ${authorize} [+8s] [from https://app.example/]
        → 302 https://up.example/auth?response_type=code&client_id=idp&redirect_uri=https%3A%2F%2Fidp.example%2Fback&state=CANARY-inner-0123
        GET https://up.example/auth?response_type=code&client_id=idp&redirect_uri=https%3A%2F%2Fidp.example%2Fback&state=CANARY-inner-0123
        → 302 https://idp.example/back?code=CANARY-inner-code-01&state=CANARY-inner-0123
        GET https://idp.example/back?code=CANARY-inner-code-01&state=CANARY-inner-0123
        → 302 ${answer}
        GET ${answer}
        → 200`,
    },
    'the app ended its own session only': {
      as: 'local',
      at: ['4 response.status', '4 request.url', '1 request.url'],
      severity: 'info',
      trace: locally + again(),
    },
  },
  passes: {
    'the provider asks again': left + asked,
    'the app ended its own session only, and the provider asks again': locally + asked,
  },
  skips: {
    'nobody signed out': again(),
    'it was long ago': left + again('+90s'),
    'the app’s own logout took nobody’s session': {
      only: 'web-request',
      trace: locally.replace('          Set-Cookie: session=; Path=/; Max-Age=0\n', '') + again(),
    },
    'it was in another window’s world': {
      only: 'web-request',
      trace: left + again('+8s', ' [tab 7] [private]'),
    },
    'it was at another provider': left.replaceAll('idp.example', 'other.example') + again(),
    'the provider refused the logout': `
        GET ${logout}
        → 400${again()}`,
    'the login was refused': left + again().replaceAll('code=CANARY-code-0123456789', 'error=login_required'),
  },
  unsure: {
    'what the app’s logout set is not in the file': {
      why: 'header-hidden',
      only: 'har',
      trace: locally.replace('          Set-Cookie: session=; Path=/; Max-Age=0\n', '') + again(),
    },
  },
});
