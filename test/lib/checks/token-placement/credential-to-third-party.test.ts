import { credentialToThirdParty } from '../../../../lib/checks/token-placement/credential-to-third-party.ts';
import { cases } from '../../../build/cases.ts';

const code = 'code-CANARY-0123456789';
const authorize =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-0123456789';
const callback = `https://app.example/cb?code=${code}&state=st-CANARY-0123456789`;
const login = (answer = '') => `
        GET ${authorize}
        → 302 ${callback}
        GET ${callback}
        → 200${answer}`;
const redeemed = `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=${code}&client_id=web&redirect_uri=https://app.example/cb&code_verifier=v-CANARY
        → 200
          Access-Control-Allow-Origin: https://app.example
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`;
const encoded = encodeURIComponent(callback);

cases(credentialToThirdParty, {
  fails: {
    'a pixel takes the address of the callback page along': {
      as: 'code',
      at: ['3 request.query.dl'],
      severity: 'error',
      data: { host: 'stats.example', how: 'as part of the address of the page that sent it' },
      trace: `${login()}
        GET https://stats.example/collect?v=1&dl=${encoded} [image]
        → 200`,
    },
    'the address is encoded twice': {
      as: 'code',
      at: ['3 request.query.u'],
      trace: `${login()}
        GET https://ads.example/p?u=${encodeURIComponent(encoded)} [image]
        → 200`,
    },
    'the code holds a character that is always encoded': {
      as: 'code',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=4%2F0CANARY-abcdefghij
        GET https://app.example/cb?code=4%2F0CANARY-abcdefghij
        → 200
        GET https://stats.example/collect?dp=${encodeURIComponent('/cb?code=4%2F0CANARY-abcdefghij')} [image]
        → 200`,
    },
    'an error reporter posts the address after the server took the answer': {
      as: 'code',
      at: ['3 request.body'],
      trace: `${login('\n          Set-Cookie: session=CANARY-session-0123456789; Path=/; HttpOnly; Secure')}
        POST https://errors.example/report [fetch] [from https://app.example]
          = {"request":{"url":"${callback.replaceAll('/', '\\/')}"}}
        → 200`,
    },
    'a script is loaded with the code as a value of its own': {
      as: 'code',
      at: ['3 request.query.c'],
      data: { how: 'as a value of its own' },
      trace: `${login()}
        GET https://partner.example/tag?c=${code} [image]
        → 200`,
    },
    'a counter hears of it after the page redeemed it': {
      as: 'used-code',
      severity: 'warning',
      only: 'har',
      trace: `${login()}${redeemed}
        GET https://stats.example/collect?dl=${encoded} [fetch] [from https://app.example]
        → 204`,
    },
    'a counter is faster than the page': {
      as: 'code',
      trace: `${login()}
        POST https://stats.example/collect [fetch] [from https://app.example]
          = dl=${encoded}
        → 204${redeemed}`,
    },
    'a token stands in the address that is passed on': {
      as: 'token',
      at: ['3 request.query.url'],
      data: { kind: 'access token' },
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer
        GET https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer
        → 200
        GET https://ads.example/p?url=${encodeURIComponent('https://app.example/cb#access_token=access-CANARY-0123456789')} [image]
        → 200`,
    },
  },
  passes: {
    'the counter belongs to the app’s own site': `${login()}
        GET https://stats.app.example/collect?dl=${encoded} [image]
        → 200`,
    'the counter is told the address without its query': `${login()}
        GET https://stats.example/collect?dl=${encodeURIComponent('https://app.example/cb')} [image]
        → 200`,
    'the page hands the code to the app’s server on another site': `${login()}
        POST https://api.backend.example/session [fetch] [from https://app.example]
          = {"code":"${code}","redirectUri":"https://app.example/cb"}
        → 200`,
    'a login service takes the whole address of the callback': `${login()}
        POST https://accounts.backend.example/signInWithIdp [fetch] [from https://app.example]
          = {"requestUri":"${callback}","sessionId":"CANARY"}
        → 200`,
    'the token is shown to an API': {
      only: 'har',
      trace: `${login()}${redeemed}
        GET https://api.other.example/me?access_token=CANARY-access-0123456789 [fetch] [from https://app.example]
        → 200`,
    },
    'a blocker stops the counter': `${login()}
        GET https://stats.example/collect?dl=${encoded} [image]
        → failed net::ERR_BLOCKED_BY_CLIENT`,
    'a gateway sends the answer on to the app': `
        GET ${authorize}
        → 302 ${callback}
        GET ${callback}
        → 302 https://tenant.other.example/cb?code=${code}&state=st-CANARY-0123456789
        GET https://tenant.other.example/cb?code=${code}&state=st-CANARY-0123456789
        → 200`,
    'another code travels': `${login()}
        GET https://stats.example/collect?dl=${encodeURIComponent('https://shop.example/sale?code=SUMMER-SALE-0123456789')} [image]
        → 200`,
  },
  skips: {
    'nothing was issued': `
        GET ${authorize}
        → 302 https://app.example/cb?error=access_denied&state=st-CANARY-0123456789
        GET https://app.example/cb?error=access_denied&state=st-CANARY-0123456789
        → 200
        GET https://stats.example/collect?dl=${encodeURIComponent('https://app.example/cb?error=access_denied')} [image]
        → 200`,
    'the code is so short that it turns up by chance': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=s
        → 302 https://app.example/cb?code=CANARY-c&state=s
        GET https://app.example/cb?code=CANARY-c&state=s
        → 200
        GET https://stats.example/collect?dl=${encodeURIComponent('https://app.example/cb?code=CANARY-c')} [image]
        → 200`,
  },
  unsure: {
    'somebody removed the values': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=***
        → 302 https://app.example/cb?code=***&state=***
        GET https://app.example/cb?code=***&state=***
        → 200
        GET https://stats.example/collect?dl=${encodeURIComponent('https://app.example/cb?code=***')} [image]
        → 200`,
    },
    'what was posted to another site is not in the capture': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${login()}
        POST https://oauth.stats.example/oauth/collect [fetch] [from https://app.example]
        → 204`,
    },
  },
});
