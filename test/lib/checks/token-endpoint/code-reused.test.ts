import { codeReused } from '../../../../lib/checks/token-endpoint/code-reused.ts';
import { cases } from '../../../build/cases.ts';

const code = 'code-CANARY-0123';
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&code_challenge=ch-CANARY&code_challenge_method=S256
        → 302 https://app.example/cb?code=${code}
        GET https://app.example/cb?code=${code}
        → 200`;
const token = (flags = '', more = '') => `
        POST https://idp.example/token [fetch] [from https://app.example]${flags}
          = grant_type=authorization_code&code=${code}&client_id=spa&redirect_uri=https://app.example/cb&code_verifier=v-CANARY${more}`;
const tokens = (n: number) => `
        → 200
          = {"access_token":"CANARY-access-0123456789-${n}","token_type":"Bearer"}`;
const refused = `
        → 400
          = {"error":"invalid_grant"}`;
const use = `
        GET https://api.example/me [fetch] [from https://app.example]
          Authorization: Bearer CANARY-access-0123456789-1
        → 200`;

cases(codeReused, {
  fails: {
    'a component is mounted twice': {
      as: 'refused',
      at: ['4 response.status', '4 request.form.code', '3 request.form.code'],
      severity: 'error',
      data: { status: 400, how: 'again 100 ms later, before the answer was there' },
      trace: `${login}${token(' [took 300ms]')}${tokens(1)}${token()}${refused}`,
    },
    'the page was loaded again': {
      as: 'refused',
      data: { how: 'again after the callback had been opened once more' },
      trace: `${login}${token()}${tokens(1)}
        GET https://app.example/cb?code=${code} [reload] [+20s]
        → 200${token()}${refused}`,
    },
    'another tab was faster': {
      as: 'refused',
      only: 'web-request', // files know no tabs
      data: { how: 'again from another tab' },
      trace: `${login}${token(' [tab 2]')}${tokens(1)}${token()}${refused}`,
    },
    'the second request overtakes the first': {
      as: 'refused',
      at: ['3 response.status', '3 request.form.code', '4 request.form.code'],
      trace: `${login}${token(' [took 300ms]')}${refused}${token()}${tokens(1)}`,
    },
    'the page used its tokens, lost them with a reload, and sent the code again': {
      as: 'refused',
      trace: `${login}${token()}${tokens(1)}${use}
        GET https://app.example/cb?code=${code} [reload] [+20s]
        → 200${token()}${refused}`,
    },
    'what was said is known': {
      as: 'refused',
      only: 'har',
      data: { code: ' with `invalid_grant`' },
      trace: `${login}${token()}${tokens(1)}${token()}${refused}`,
    },
    'the app goes on with the first answer': {
      as: 'harmless',
      severity: 'info',
      trace: `${login}${token(' [took 300ms]')}${tokens(1)}${token()}${refused}${use}`,
    },
    'the server gives tokens for it again': {
      as: 'accepted',
      only: 'har',
      severity: 'warning',
      trace: `${login}${token()}${tokens(1)}${token()}${tokens(2)}`,
    },
  },
  passes: {
    'it is redeemed once': {
      only: 'har',
      trace: `${login}${token()}${tokens(1)}`,
    },
    'the line broke the first time': `${login}${token()}
        → failed net::ERR_CONNECTION_RESET${token()}${refused}`,
    'the first request was refused for another reason': {
      only: 'har',
      trace: `${login}${token()}
        → 401
          = {"error":"invalid_client"}${token('', '&client_secret=CANARY')}${tokens(1)}`,
    },
    'both were refused': `${login}${token()}${refused}${token()}${refused}`,
    'the server wants its nonce in the proof first': {
      only: 'har',
      trace: `${login}${token()}
        → 400
          DPoP-Nonce: CANARY
          = {"error":"use_dpop_nonce"}${token()}${tokens(1)}`,
    },
    'what the first answer said is not shown, and the second try went well': {
      only: 'web-request',
      trace: `${login}${token()}${refused}${token()}${tokens(1)}`,
    },
    'the recorder lists one call twice': {
      only: 'har',
      trace: `${login}${token()}${tokens(1)}${token()}${tokens(1)}`,
    },
    'a gateway passes it on': {
      only: 'har',
      trace: `${login}${token()}${tokens(1)}
        POST https://inner.example/token [fetch]
          = grant_type=authorization_code&code=${code}&client_id=spa
        → 400
          = {"error":"invalid_grant"}`,
    },
    'the server stumbled the second time': `${login}${token()}${tokens(1)}${token()}
        → 503`,
  },
  skips: {
    'a server redeems the code': login,
    'a refresh token is used twice': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&refresh_token=rt-CANARY&client_id=spa
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&refresh_token=rt-CANARY&client_id=spa
        → 400`,
  },
  unsure: {
    'both were answered, and the answers are not shown': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${login}${token()}${tokens(1)}${token()}${tokens(2)}`,
    },
  },
});
