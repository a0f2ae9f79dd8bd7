import { networkFailure } from '../../../../lib/checks/transport/network-failure.ts';
import { cases, type FailCase } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

const unreachable = (code: string, reason: string, browser: 'chrome' | 'firefox' = 'chrome'): FailCase => ({
  as: 'unreachable',
  at: ['1 outcome.reason'],
  severity: 'error',
  browser,
  data: { host: 'idp.example', reason, code },
  trace: `
        GET ${request}
        → failed ${code}`,
});

cases(networkFailure, {
  fails: {
    'a website’s redirect_uri leads to a development machine': {
      as: 'leftover',
      data: { host: 'localhost:3000', app: 'app.example' },
      trace: `
        GET https://app.example/login
        → 302 ${request.replace('https://app.example/cb', 'http://localhost:3000/cb')}
        GET ${request.replace('https://app.example/cb', 'http://localhost:3000/cb')}
        → 302 http://localhost:3000/cb?code=code-CANARY&state=st-CANARY
        GET http://localhost:3000/cb?code=code-CANARY&state=st-CANARY
        → failed net::ERR_CONNECTION_REFUSED`,
    },
    'the name is unknown': unreachable('net::ERR_NAME_NOT_RESOLVED', 'there is no address for this name'),
    'Firefox does not know the name': unreachable('NS_ERROR_UNKNOWN_HOST', 'there is no address for this name', 'firefox'),
    'the proxy’s name is unknown, not the host’s': unreachable(
      'NS_ERROR_UNKNOWN_PROXY_HOST',
      'the proxy this computer is set to can not be reached',
      'firefox',
    ),
    'the proxy does not let it through': unreachable('net::ERR_TUNNEL_CONNECTION_FAILED', 'the proxy did not let it through'),
    'the computer is offline': unreachable('net::ERR_INTERNET_DISCONNECTED', 'this computer is offline'),
    'the network changes in the middle': unreachable(
      'net::ERR_NETWORK_CHANGED',
      'the connection of this computer changed or went to sleep',
    ),
    'the certificate has expired': unreachable('net::ERR_CERT_DATE_INVALID', 'its certificate or encryption is not accepted'),
    'nothing listens': unreachable('net::ERR_CONNECTION_REFUSED', 'nothing accepts connections there'),
    'nothing listens, says Firefox': unreachable('NS_ERROR_CONNECTION_REFUSED', 'nothing accepts connections there', 'firefox'),
    'no answer comes in time': unreachable('net::ERR_CONNECTION_TIMED_OUT', 'it did not answer in time'),
    'the connection is dropped': unreachable('net::ERR_CONNECTION_RESET', 'it hung up without an answer'),
    'the answer is damaged': unreachable('net::ERR_INVALID_REDIRECT', 'its answer is damaged'),
    'Firefox explains a certificate in the user’s language': {
      as: 'unreachable',
      at: ['1 outcome.reason'],
      browser: 'firefox',
      data: { reason: 'its certificate or encryption is not accepted', code: 'certificate refused' },
      trace: `
        GET ${request}
        → failed Le certificat n’est pas sûr car l’autorité délivrant le certificat est inconnue.`,
    },
    'the callback can not be reached': {
      as: 'unreachable',
      at: ['2 outcome.reason'],
      data: { host: 'app.example', phase: 'the way back to the app' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → failed net::ERR_NAME_NOT_RESOLVED`,
    },
    'the browser turned the callback into https': {
      as: 'upgraded',
      at: ['3 outcome.reason', '2 request.url'],
      severity: 'error',
      data: { host: 'localhost', code: 'net::ERR_SSL_PROTOCOL_ERROR' },
      only: 'web-request',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http://localhost:53682/&state=st-CANARY&code_challenge=ch-CANARY
        → 302 http://localhost:53682/?code=code-CANARY&state=st-CANARY
        GET http://localhost:53682/?code=code-CANARY&state=st-CANARY [by browser]
        → 307 https://localhost:53682/?code=code-CANARY&state=st-CANARY
        GET https://localhost:53682/?code=code-CANARY&state=st-CANARY
        → failed net::ERR_SSL_PROTOCOL_ERROR`,
    },
    'the program that waits for the answer has ended': {
      as: 'listener',
      at: ['2 outcome.reason'],
      severity: 'error',
      data: { host: '127.0.0.1:53682', code: 'net::ERR_CONNECTION_REFUSED' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http://127.0.0.1:53682/&state=st-CANARY&code_challenge=ch-CANARY
        → 302 http://127.0.0.1:53682/?code=code-CANARY&state=st-CANARY
        GET http://127.0.0.1:53682/?code=code-CANARY&state=st-CANARY
        → failed net::ERR_CONNECTION_REFUSED`,
    },
    'the token endpoint can not be reached': {
      as: 'unreachable',
      data: { phase: 'the token request' },
      trace: `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&refresh_token=rt-CANARY&client_id=web
        → failed net::ERR_CONNECTION_CLOSED`,
    },
  },
  passes: {
    'the user tries again later, and it works': `
        GET ${request}
        → failed net::ERR_TIMED_OUT
        GET ${request} [+60s]
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'everything was reached': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'the user leaves the page': `
        GET ${request}
        → failed net::ERR_ABORTED`,
    'Firefox says the same in its own words': {
      browser: 'firefox',
      trace: `
        GET ${request}
        → failed NS_BINDING_ABORTED`,
    },
    'a retry works at once': `
        GET ${request}
        → failed net::ERR_NETWORK_CHANGED
        GET ${request} [+1s]
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'a recorder writes a sentence of its own': `
        GET ${request}
        → failed Request was canceled by the user`,
    'the reason is CORS, which another check says': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY&client_id=web
        → failed net::ERR_FAILED`,
    'the request was so large that an HTTP/2 server hung up, which another check says': `
        GET ${request} [h2]
          Cookie: sid=CANARY; big=${'0123456789'.repeat(2000)}
        → failed net::ERR_HTTP2_PROTOCOL_ERROR`,
    'the program that took the answer has ended, and its page is opened once more': `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http://localhost:4711/cb&state=st-CANARY
        → 302 http://localhost:4711/cb?code=code-CANARY&state=st-CANARY
        GET http://localhost:4711/cb?code=code-CANARY&state=st-CANARY
        → 200
        GET http://localhost:4711/done [+2s]
        → failed net::ERR_CONNECTION_REFUSED`,
    'an image on the page can not be loaded': `
        GET ${request}
        → 200
        GET https://cdn.example/logo.png [image] [from https://idp.example]
        → failed net::ERR_NAME_NOT_RESOLVED`,
  },
  skips: {},
  unsure: {
    'a request has no recorded end': {
      why: 'never-finished',
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → pending`,
    },
  },
});
