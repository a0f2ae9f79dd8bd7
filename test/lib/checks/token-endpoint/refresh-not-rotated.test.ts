import { refreshNotRotated } from '../../../../lib/checks/token-endpoint/refresh-not-rotated.ts';
import { cases } from '../../../build/cases.ts';

const renew = (token = 'rt-CANARY-1', flags = '', more = '') => `
        POST https://idp.example/token [fetch] [from https://app.example]${flags}
          = grant_type=refresh_token&refresh_token=${token}&client_id=spa${more}`;
const ok = (token?: string) => `
        → 200
          = ${JSON.stringify({ access_token: 'CANARY-access-0123456789', token_type: 'Bearer', refresh_token: token })}`;
const refused = `
        → 400
          = {"error":"invalid_grant"}`;
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200`;

cases(refreshNotRotated, {
  fails: {
    'two tabs renew at once and the slower one is left behind': {
      as: 'used-up',
      at: ['2 response.status', '1 request.form.refresh_token', '2 request.form.refresh_token'],
      severity: 'error',
      data: { status: 400 },
      trace: `${renew()}${ok('rt-CANARY-2')}${renew('rt-CANARY-1', ' [tab 2]')}${refused}`,
    },
    'the app does not give up': {
      as: 'repeated',
      severity: 'warning',
      data: { count: 3 },
      trace: `${renew()}${refused}${renew('rt-CANARY-1', ' [+5s]')}${refused}${renew('rt-CANARY-1', ' [+5s]')}${refused}`,
    },
    'the token is never replaced': {
      as: 'kept',
      severity: 'warning',
      only: 'har',
      browser: 'firefox',
      data: { count: 2 },
      trace: `
        GET https://app.example/me [fetch] [from https://app.example]
          Authorization: Bearer CANARY-access-0000000000
        → 200${renew()}${ok()}${renew('rt-CANARY-1', ' [+3600s]')}${ok()}`,
    },
  },
  passes: {
    'every renewal brings a new one': {
      only: 'har',
      trace: `${renew()}${ok('rt-CANARY-2')}${renew('rt-CANARY-2', ' [+3600s]')}${ok('rt-CANARY-3')}`,
    },
    'the provider allows a short overlap': {
      only: 'har',
      trace: `${renew()}${ok('rt-CANARY-2')}${renew('rt-CANARY-1', ' [tab 2]')}${ok('rt-CANARY-3')}`,
    },
    'the loser of a race takes the winner’s token': `${renew()}${ok('rt-CANARY-2')}${renew('rt-CANARY-1', ' [tab 2]')}${refused}${renew('rt-CANARY-2', ' [+5s]')}${ok('rt-CANARY-3')}`,
    'the loser of a race goes on with the winner’s access token': {
      browser: 'firefox',
      trace: `${renew()}${ok('rt-CANARY-2')}${renew('rt-CANARY-1', ' [tab 2]')}${refused}
        GET https://api.example/me [fetch] [from https://app.example]
          Authorization: Bearer CANARY-access-0123456789
        → 200`,
    },
    'one refusal ends the session': `${renew()}${refused}`,
    'a new login follows': `${renew()}${refused}${renew()}${refused}${login}`,
    'the client has credentials of its own': {
      only: 'har',
      trace: `${renew('rt-CANARY-1', '', '&client_secret=CANARY')}${ok()}${renew('rt-CANARY-1', ' [+3600s]', '&client_secret=CANARY')}${ok()}`,
    },
    'the server was down in between': `${renew()}
        → 503${renew()}${ok('rt-CANARY-2')}`,
  },
  skips: {
    'nothing is renewed': login,
    'the line broke': `${renew()}
        → failed net::ERR_CONNECTION_RESET`,
  },
  unsure: {
    'what came for it is not shown': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${renew()}${ok()}${renew('rt-CANARY-1', ' [+3600s]')}${ok()}`,
    },
    'a sanitizer took the tokens': {
      why: 'redacted-input',
      only: 'har',
      trace: `${renew('[redacted]')}${ok('[redacted]')}${renew('[redacted]')}${refused}`,
    },
  },
});
