import { tokenCorsBlocked } from '../../../../lib/checks/token-endpoint/token-cors-blocked.ts';
import { cases } from '../../../build/cases.ts';

const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&code_challenge=ch-CANARY&code_challenge_method=S256
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200`;
const token = 'grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&code_verifier=v-CANARY';
/** Some answer in the file has the header, so that its absence elsewhere means something. */
const elsewhere = `
        GET https://cdn.example/config.json [fetch] [from https://app.example]
        → 200
          Access-Control-Allow-Origin: *`;

cases(tokenCorsBlocked, {
  fails: {
    'the preflight is answered with 405': {
      as: 'preflight',
      at: ['3 response.status', '4 outcome.reason'],
      severity: 'error',
      data: { origin: 'https://app.example', host: 'https://idp.example', answer: 'HTTP 405', what: 'the token request' },
      trace: `
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
          Origin: https://app.example
        → 405
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → failed net::ERR_FAILED`,
    },
    'Firefox gives up on both': {
      as: 'preflight',
      browser: 'firefox',
      only: 'web-request', // Firefox writes no preflight into a file
      data: { answer: 'HTTP 401' },
      trace: `
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
          Origin: https://app.example
        → failed NS_ERROR_DOM_BAD_URI after 401
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → failed NS_ERROR_DOM_BAD_URI`,
    },
    'the preflight allows another origin': {
      as: 'preflight',
      at: ['3 response.header.access-control-allow-origin'],
      trace: `
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
          Origin: https://app.example
        → 204
          Access-Control-Allow-Origin: https://www.app.example
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → failed net::ERR_FAILED`,
    },
    'the preflight allows no origin': {
      as: 'preflight',
      at: ['4 response.header.access-control-allow-origin'],
      trace: `
        ${elsewhere}
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
          Origin: https://app.example
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → failed net::ERR_FAILED`,
    },
    'the preflight does not allow the DPoP header': {
      as: 'preflight',
      at: ['3 response.header.access-control-allow-headers'],
      data: { answer: 'an answer that does not allow the header `dpop`' },
      trace: `
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
          Origin: https://app.example
          Access-Control-Request-Headers: content-type,dpop
        → 204
          Access-Control-Allow-Origin: https://app.example
          Access-Control-Allow-Headers: Content-Type, Authorization
        POST https://idp.example/token [fetch] [from https://app.example]
          DPoP: CANARY
          = ${token}
        → failed net::ERR_FAILED`,
    },
    'the preflight is redirected to a sign-in page': {
      as: 'preflight',
      data: { answer: 'a redirect (HTTP 302), which is not allowed there' },
      trace: `
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
        → 302 https://sso.corp.example/login
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → failed net::ERR_FAILED`,
    },
    'Chrome gets an answer without the header and gives up': {
      as: 'response',
      at: ['3 response.header.access-control-allow-origin', '3 request.header.origin'],
      severity: 'error',
      only: 'web-request', // a file shows no headers of such an answer
      data: { hidden: '' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → failed net::ERR_FAILED
          Content-Type: application/json`,
    },
    'behind the missing header hides an error of its own': {
      as: 'response',
      only: 'web-request',
      data: { hidden: '. Behind it is an error of its own: HTTP 400' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → failed net::ERR_FAILED after 400`,
    },
    'Firefox completes a request whose answer the page never gets': {
      as: 'response',
      at: ['4 response.header.access-control-allow-origin'],
      browser: 'firefox',
      trace: `
        ${elsewhere}
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → 200`,
    },
    'the answer allows the origin of somebody else': {
      as: 'response',
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: http://localhost:3000
          = ${token}
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    },
    'the provider’s metadata can not be read': {
      as: 'response',
      data: { what: 'the provider’s metadata' },
      trace: `
        ${elsewhere}
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
          Origin: https://app.example
        → 200
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize"}`,
    },
    'UserInfo can not be read': {
      as: 'response',
      data: { what: 'the UserInfo call' },
      trace: `
        ${login}
        GET https://idp.example/userinfo [fetch] [from https://app.example]
          Origin: https://app.example
          Authorization: Bearer CANARY
        → 200
          Access-Control-Allow-Origin: https://portal.example`,
    },
    'cookies go along and the answer allows everybody': {
      as: 'credentials',
      at: ['3 response.header.access-control-allow-origin', '3 request.header.origin'],
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          Cookie: idp=CANARY
          = ${token}
        → 200
          Access-Control-Allow-Origin: *
          Access-Control-Allow-Credentials: true`,
    },
    'Chrome gives up on that combination': {
      as: 'credentials',
      only: 'web-request',
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          Cookie: idp=CANARY
          = ${token}
        → failed net::ERR_FAILED after 200
          Access-Control-Allow-Origin: *
          Access-Control-Allow-Credentials: true`,
    },
  },
  passes: {
    'preflight and answer allow the origin': `
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
          Origin: https://app.example
          Access-Control-Request-Headers: authorization,content-type
        → 204
          Access-Control-Allow-Origin: https://app.example
          Access-Control-Allow-Headers: authorization, content-type
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    'the token endpoint is the app’s own': `
        GET https://app.example/oauth/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=code-CANARY-0123&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY-0123&state=st-CANARY
        → 200
        POST https://app.example/oauth/token [fetch] [from https://app.example/cb]
          Origin: https://app.example
          = ${token}
        → 200`,
    'the first address of the metadata is a probe, the second answers': `
        GET https://idp.example/.well-known/oauth-authorization-server [fetch] [from https://app.example]
          Origin: https://app.example
        → failed net::ERR_FAILED after 404
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
          Origin: https://app.example
        → 200
          Access-Control-Allow-Origin: *
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize"}`,
    'a second try goes through': `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → failed net::ERR_FAILED after 503
        POST https://idp.example/token [fetch] [from https://app.example] [+1s]
          Origin: https://app.example
          = ${token}
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    'an extension calls, which may read everything': `
        ${elsewhere}
        ${login}
        POST https://idp.example/token [fetch] [from chrome-extension://abcdefghijklmnop]
          Origin: chrome-extension://abcdefghijklmnop
          = ${token}
        → 200`,
    'the connection is refused, which is no matter of CORS': `
        ${login}
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
        → failed net::ERR_CONNECTION_REFUSED
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → failed net::ERR_CONNECTION_REFUSED`,
    'the page leaves while the call runs': `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → failed net::ERR_ABORTED`,
  },
  skips: {
    'a server redeems the code': `
        ${login}`,
    'a fire-and-forget call does not want to read the answer': `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200
        POST https://idp.example/revoke [fetch] [from https://app.example]
          Sec-Fetch-Mode: no-cors
          = token=access-CANARY
        → 200`,
  },
  unsure: {
    'the file never shows a CORS header': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → 200`,
    },
    'the file says no more than that the call failed': {
      why: 'header-hidden',
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = ${token}
        → failed net::ERR_FAILED`,
    },
  },
});
