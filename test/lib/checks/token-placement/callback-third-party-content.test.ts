import { callbackThirdPartyContent } from '../../../../lib/checks/token-placement/callback-third-party-content.ts';
import { cases } from '../../../build/cases.ts';

const code = 'code-CANARY-0123456789';
const callback = `https://app.example/cb?code=${code}&state=st-CANARY`;
const sent = `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 ${callback}`;
const login = `${sent}
        GET ${callback}
        → 200`;
const script = (host: string) => `
        GET https://${host}/counter.js [image] [from https://app.example]
          Sec-Fetch-Dest: script
        → 200`;
const picture = (host: string) => `
        GET https://${host}/pixel.gif [image] [from https://app.example]
        → 200`;

cases(callbackThirdPartyContent, {
  fails: {
    'a counter’s script runs there': {
      as: 'script',
      at: ['3 request.url'],
      severity: 'warning',
      data: { hosts: 'stats.example', name: 'code' },
      trace: `${login}${script('stats.example')}`,
    },
    'its type tells that it is one': {
      as: 'script',
      trace: `${login}
        GET https://stats.example/tag?id=7 [image] [from https://app.example]
        → 200
          Content-Type: text/javascript; charset=utf-8`,
    },
    'a token stands behind the hash': {
      as: 'script',
      data: { name: 'access_token' },
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer
        GET https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer
        → 200${script('stats.example')}`,
    },
    'four sites are asked for pictures': {
      as: 'content',
      severity: 'info',
      data: { hosts: 'a.example, b.example, c.example and 1 more' },
      trace: `${login}${['a', 'b', 'c', 'd'].map((name) => picture(`${name}.example`)).join('')}`,
    },
  },
  passes: {
    'the callback leads on to a clean address, and that page loads what it likes': `${sent}
        GET ${callback}
        → 302 /home
        GET https://app.example/home
        → 200${script('stats.example')}`,
    'everything comes from the app’s own site': `${login}${script('cdn.app.example')}${picture('app.example')}`,
    'everything comes from the provider’s site': `${login}${script('static.idp.example')}`,
    'a page that redeems the code itself shows a font of another site': `${login}${picture('fonts.example')}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=${code}&client_id=web&redirect_uri=https://app.example/cb&code_verifier=v-CANARY
        → 200`,
    'the address is clean before the script comes': `${login}
        GET https://app.example/api/me [fetch] [from https://app.example]
          Referer: https://app.example/cb
        → 200${script('stats.example')}`,
    'a blocker keeps it out': `${login}
        GET https://stats.example/counter.js [image] [from https://app.example]
          Sec-Fetch-Dest: script
        → failed net::ERR_BLOCKED_BY_CLIENT`,
    'another page loads it': `${login}
        GET https://stats.example/counter.js [image] [from https://news.example]
          Sec-Fetch-Dest: script
        → 200`,
  },
  skips: {
    'the answer is posted': `
        GET https://idp.example/authorize?response_type=code&response_mode=form_post&client_id=web&redirect_uri=https://app.example/cb
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=${code}
        → 200${script('stats.example')}`,
    'nothing was issued': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?error=access_denied
        GET https://app.example/cb?error=access_denied
        → 200${script('stats.example')}`,
    'the callback fails': `${sent}
        GET ${callback}
        → 500`,
  },
  unsure: {
    'the callback is not answered yet': {
      why: 'never-finished',
      trace: `${sent}
        GET ${callback}
        → pending`,
    },
  },
});
