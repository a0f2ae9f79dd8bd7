import { sensitiveResponseCacheable } from '../../../../lib/checks/token-endpoint/sensitive-response-cacheable.ts';
import { cases } from '../../../build/cases.ts';

const code = 'code-CANARY-0123';
const authorize = 'https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY';
const callback = `https://app.example/cb?code=${code}&state=st-CANARY`;
const returned = (status: string, ...headers: string[]) => `
        GET ${authorize}
        → 302 ${callback}
        GET ${callback}
        → ${status}
${headers.map((line) => `          ${line}`).join('\n')}`;
const token = (...headers: string[]) => `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=${code}&client_id=spa&redirect_uri=https://app.example/cb
        → 200
${headers.map((line) => `          ${line}`).join('\n')}
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`;
const posted = (...headers: string[]) => `
        GET ${authorize}&response_mode=form_post
        → 200
          Content-Type: text/html
${headers.map((line) => `          ${line}`).join('\n')}
        POST https://app.example/cb [from https://idp.example]
          = code=${code}&state=st-CANARY
        → 302 /home
        GET https://app.example/home
        → 200`;

cases(sensitiveResponseCacheable, {
  fails: {
    'the token endpoint says nothing about it': {
      as: 'token',
      at: ['3 response.header.cache-control'],
      severity: 'warning',
      data: { host: 'idp.example' },
      trace: `${returned('200')}${token()}`,
    },
    'the token endpoint only asks for a second look': {
      as: 'token',
      at: ['3 response.header.cache-control'],
      trace: `${returned('200')}${token('Cache-Control: private, no-cache')}`,
    },
    'the page that posts the answer may be kept': {
      as: 'form',
      at: ['1 response.header.cache-control'],
      data: { host: 'idp.example' },
      trace: posted(),
    },
    'the callback page is good for an hour': {
      as: 'callback',
      at: ['2 response.header.cache-control'],
      data: { name: 'code' },
      trace: returned('200', 'Cache-Control: public, max-age=3600'),
    },
    'the callback redirects for ever': {
      as: 'redirect',
      at: ['2 response.header.cache-control'],
      data: { status: 301 },
      trace: `${returned('301 https://app.example/home')}
        GET https://app.example/home
        → 200`,
    },
  },
  passes: {
    'all of them forbid it': `${returned('200', 'Cache-Control: no-store')}${token('Cache-Control: no-store', 'Pragma: no-cache')}`,
    'the page that posts the answer forbids it': posted('Cache-Control: no-cache, no-store'),
    'a page without an hour of its own is looked for anew': returned('200', 'Cache-Control: max-age=0, must-revalidate'),
  },
  skips: {
    'a redirect of one time is not kept': `${returned('302 /home')}
        GET https://app.example/home
        → 200`,
    'the token request was refused': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&client_id=spa&refresh_token=refresh-CANARY
        → 400
          = {"error":"invalid_grant"}`,
    'the answer is behind the hash, which no cache knows': `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer
        GET https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer
        → 200
          Cache-Control: max-age=600`,
  },
  unsure: {
    'headers are not in the capture': {
      why: 'header-hidden',
      only: 'har',
      trace: returned('200', ...Array.from({ length: 600 }, (_, n) => `X-Filler-${n}: CANARY`)),
    },
  },
});
