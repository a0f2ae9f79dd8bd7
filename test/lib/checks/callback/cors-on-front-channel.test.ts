import { corsOnFrontChannel } from '../../../../lib/checks/callback/cors-on-front-channel.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const callback = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';
const lines = (headers: readonly string[]) => headers.map((line) => `\n          ${line}`).join('');
const login = (atServer: readonly string[], atApp: readonly string[] = []) => `
        GET ${authorize}
        → 302 ${callback}${lines(atServer)}
        GET ${callback}
        → 200${lines(atApp)}`;
const api = `
        GET https://app.example/api [fetch] [from https://app.example]
        → 200
          Access-Control-Allow-Origin: https://app.example`;

cases(corsOnFrontChannel, {
  fails: {
    'the authorization endpoint allows everybody': {
      as: 'authorize',
      at: ['1 response.header.access-control-allow-origin'],
      severity: 'warning',
      data: { host: 'idp.example', whom: 'everybody' },
      trace: login(['Access-Control-Allow-Origin: *']),
    },
    'it allows the app, without cookies': {
      as: 'authorize',
      data: { whom: 'https://app.example' },
      trace: login(['Access-Control-Allow-Origin: https://app.example']),
    },
    'it allows another site, cookies included': {
      as: 'credentials',
      data: { whom: 'https://portal.example' },
      trace: login(['Access-Control-Allow-Origin: https://portal.example', 'Access-Control-Allow-Credentials: true']),
    },
    'the callback sends back the origin it was given': {
      as: 'credentials',
      at: ['2 response.header.access-control-allow-origin'],
      data: { host: 'app.example', whom: 'https://idp.example' },
      trace: `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          Origin: https://idp.example
          = code=code-CANARY&state=st-CANARY
        → 200
          Access-Control-Allow-Origin: https://idp.example
          Access-Control-Allow-Credentials: true`,
    },
    'sandboxed pages may read it': {
      as: 'everybody',
      severity: 'error',
      trace: login([], ['Access-Control-Allow-Origin: null', 'Access-Control-Allow-Credentials: true']),
    },
  },
  passes: {
    'nothing of the kind is sent': `${login([])}${api}`,
    'a static host allows everybody to read its files': login([], ['Access-Control-Allow-Origin: *']),
    'the endpoint names itself': login(['Access-Control-Allow-Origin: https://idp.example', 'Access-Control-Allow-Credentials: true']),
  },
  skips: {
    'a script calls it, and may': `
        GET ${authorize} [fetch] [from https://app.example]
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    'it was not answered': `
        GET ${authorize}
        → failed net::ERR_CONNECTION_RESET`,
  },
  unsure: {
    'the file holds no such header anywhere': {
      why: 'header-hidden',
      only: 'har',
      trace: login([]),
    },
  },
});
