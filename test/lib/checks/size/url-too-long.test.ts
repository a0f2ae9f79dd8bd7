import { urlTooLong } from '../../../../lib/checks/size/url-too-long.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const long = (count: number) => `CANARY${'x'.repeat(count - 6)}`;
const request = (parameters: string, answer: string) => `
        GET ${authorize}&${parameters}
        → ${answer}`;

cases(urlTooLong, {
  fails: {
    'the server refused it': {
      as: 'refused',
      at: ['1 request.url'],
      severity: 'error',
      data: { largest: '`state`', share: 9006 },
      trace: request(`state=${long(9000)}`, '414'),
    },
    'the connection broke over it': { as: 'refused', trace: request(`state=${long(9000)}`, 'failed net::ERR_HTTP2_PROTOCOL_ERROR') },
    'the callback was refused': {
      as: 'refused',
      at: ['2 request.url'],
      data: { largest: '`code`' },
      trace: `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?code=${long(9000)}&state=CANARY-s
        GET https://app.example/cb?code=${long(9000)}&state=CANARY-s
        → 414`,
    },
    'it is over the default of the server, which took it': {
      as: 'over',
      at: ['1 request.url'],
      severity: 'warning',
      data: { server: 'nginx', limit: 8190 },
      trace: request(
        `state=${long(9000)}`,
        `200
          Server: nginx`,
      ),
    },
    'its query is over the default of the server': {
      as: 'over',
      data: { server: 'IIS request filtering', limit: 2048 },
      trace: request(
        `state=${long(2500)}`,
        `200
          Server: Microsoft-IIS/10.0`,
      ),
    },
    'it is long, and the server does not say what it is': {
      as: 'long',
      at: ['1 request.url'],
      severity: 'info',
      data: { largest: '`state`' },
      trace: request(`state=${long(2500)}`, '200'),
    },
    'it is long, and the server takes more': {
      as: 'long',
      trace: request(
        `state=${long(2500)}`,
        `200
          Server: nginx`,
      ),
    },
    'the name of its largest parameter is nobody’s business': {
      as: 'long',
      data: { largest: 'one parameter' },
      trace: request(`state=CANARY-s&secretly=${long(2500)}`, '200'),
    },
    'its path is long': {
      as: 'long',
      data: { largest: 'the path' },
      trace: `
        GET ${authorize}&state=CANARY-s
        → 302 https://idp.example/${long(2500)}
        GET https://idp.example/${long(2500)}
        → 200`,
    },
    'the logout carries a long hint': {
      as: 'long',
      data: { largest: '`id_token_hint`' },
      trace: `
        GET https://idp.example/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&id_token_hint=${long(2500)}
        → 302 https://app.example/
        GET https://app.example/
        → 200`,
    },
  },
  passes: {
    'every address is short': request('state=CANARY-s', '200'),
    'a long fragment is never sent': `
        GET https://idp.example/authorize?response_type=id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&nonce=CANARY-n
        → 302 https://app.example/cb#id_token=${long(9000)}&state=CANARY-s
        GET https://app.example/cb#id_token=${long(9000)}&state=CANARY-s
        → 200`,
    'a long answer is posted': `
        GET ${authorize}&response_mode=form_post&state=CANARY-s
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=${long(9000)}&state=CANARY-s
        → 200`,
    'only a picture has a long address': `${request('state=CANARY-s', '200')}
        GET https://idp.example/pixel.png?x=${long(5000)} [image] [from https://idp.example]
        → 200`,
  },
  skips: {
    'a refresh is no navigation': `
        POST https://idp.example/token?x=${long(5000)} [fetch] [from https://app.example]
          = grant_type=refresh_token&client_id=app&refresh_token=CANARY-refresh
        → 200`,
    'a script that asks for the login page is another matter': `
        GET ${authorize}&state=${long(5000)} [fetch] [from https://app.example]
        → failed net::ERR_FAILED`,
  },
  // Every source shows the address: there is nothing this check could not see.
  unsure: {},
});
