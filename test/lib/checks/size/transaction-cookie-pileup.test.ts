import { transactionCookiePileup } from '../../../../lib/checks/size/transaction-cookie-pileup.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
/** Names as frameworks make them: the same beginning and a random end. */
const suffixes = ['4fK9sQ2mXw7Z', '8hR3tB6nLp1Y', '2cV7yD5kJm9G', '6bN1wF8xHs4T', '9zM4qK2rPd7C', '3gT8vL6jWb5X', '7nB2xS9fQk1R'];
const family = (prefix: string, count: number, size = 20) =>
  suffixes
    .slice(0, count)
    .map((suffix) => `${prefix}${suffix}=CANARY${'x'.repeat(size)}`)
    .join('; ');
const login = (cookie: string, answer = '200') => `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
          Cookie: ${cookie}
        → ${answer}`;

cases(transactionCookiePileup, {
  fails: {
    'seven correlation cookies were left behind': {
      as: 'growing',
      at: ['2 request.header.cookie'],
      severity: 'warning',
      data: { family: '.AspNetCore.Correlation.*', count: 7 },
      trace: login(family('.AspNetCore.Correlation.', 7)),
    },
    'five cookies of state were left behind': {
      as: 'growing',
      data: { family: 'mod_auth_openidc_state_*', count: 5 },
      trace: login(family('mod_auth_openidc_state_', 5)),
    },
    'three large ones were left behind': {
      as: 'growing',
      data: { family: 'OpenIdConnect.nonce.*', count: 3 },
      trace: login(family('OpenIdConnect.nonce.', 3, 1500)),
    },
    'the page that starts the login sends them': {
      as: 'growing',
      at: ['1 request.header.cookie'],
      trace: `
        GET https://app.example/login
          Cookie: ${family('_oauth2_proxy_csrf_', 6)}
        → 302 ${authorize}
        GET ${authorize}
        → 200`,
    },
    'the server refuses them': {
      as: 'refused',
      at: ['2 request.header.cookie'],
      severity: 'error',
      data: { family: '.AspNetCore.Correlation.*', count: 7 },
      trace: login(family('.AspNetCore.Correlation.', 7, 1400), '431'),
    },
    'the page of the server says that they are too large': {
      as: 'refused',
      trace: login(
        family('OpenIdConnect.nonce.', 6, 1500),
        `400
          "Bad Request - Request Too Long"`,
      ),
    },
  },
  passes: {
    'this login has one cookie': login(family('.AspNetCore.Correlation.', 1)),
    'two or three logins are under way': login(family('.AspNetCore.Correlation.', 3)),
    'a session is cut into numbered pieces': login(
      Array.from({ length: 8 }, (_, i) => `appSession.${i}=CANARY${'x'.repeat(900)}`).join('; '),
    ),
    'a session is cut into pieces in the way of ASP.NET': login(
      Array.from({ length: 8 }, (_, i) => `.AspNetCore.CookiesC${i + 1}=CANARY${'x'.repeat(900)}`).join('; '),
    ),
    'the family measures visitors and keeps no login': login(family('_ga_', 7)),
    'the provider has many of its own, which the app can not change': `
        GET ${authorize}
          Cookie: ${family('AUTH_SESSION_', 7)}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
          Cookie: sid=CANARY-session
        → 200`,
  },
  skips: {
    'nothing of the app was recorded': `
        GET ${authorize}
          Cookie: ${family('AUTH_SESSION_', 7)}
        → 200`,
    'a refresh is no navigation': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&client_id=app&refresh_token=CANARY-refresh
        → 200`,
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
