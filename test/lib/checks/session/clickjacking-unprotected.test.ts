import { clickjackingUnprotected } from '../../../../lib/checks/session/clickjacking-unprotected.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const callback = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';
const login = (headers: readonly string[], next = '[+5s]') => `
        GET ${authorize}
        → 200
          Content-Type: text/html; charset=utf-8
${headers.map((line) => `          ${line}`).join('\n')}
        POST https://idp.example/sign-in [from https://idp.example] ${next}
          = user=alice
        → 302 ${callback}
        GET ${callback}
        → 200`;

cases(clickjackingUnprotected, {
  fails: {
    'nothing forbids it': {
      as: 'unprotected',
      at: ['1 response.header.x-frame-options', '1 response.header.content-security-policy'],
      severity: 'warning',
      data: { host: 'idp.example' },
      trace: login([]),
    },
    'the policy speaks of other things, and the option is one that browsers ignore': {
      as: 'unprotected',
      at: ['1 response.header.x-frame-options', '1 response.header.content-security-policy'],
      trace: login(["Content-Security-Policy: default-src 'self'", 'X-Frame-Options: ALLOW-FROM https://app.example']),
    },
    'everybody is named': {
      as: 'everybody',
      at: ['1 response.header.content-security-policy'],
      trace: login(['Content-Security-Policy: frame-ancestors *']),
    },
    'the policy takes back what the option says': {
      as: 'everybody',
      trace: login(['X-Frame-Options: DENY', 'Content-Security-Policy: frame-ancestors https:']),
    },
    'the user pressed the button at once': {
      as: 'unprotected',
      trace: `
        GET ${authorize}
        → 200
          Content-Type: text/html
        POST https://idp.example/sign-in [from https://idp.example]
          Sec-Fetch-User: ?1
          = user=alice
        → 302 ${callback}
        GET ${callback}
        → 200`,
    },
    'the user left the page as it was': {
      as: 'unprotected',
      trace: `
        GET ${authorize}
        → 200
          Content-Type: text/html`,
    },
  },
  passes: {
    'the policy forbids it': login(["Content-Security-Policy: frame-ancestors 'none'"]),
    'the option forbids it': login(['X-Frame-Options: sameorigin']),
    'one site is allowed': login(['Content-Security-Policy: frame-ancestors https://portal.example']),
  },
  skips: {
    'the page goes on by itself': login([], ''),
    'the server only redirects': `
        GET ${authorize}
        → 302 ${callback}
        GET ${callback}
        → 200
          Content-Type: text/html`,
    'it is an error page': `
        GET ${authorize}
        → 400
          Content-Type: text/html`,
    'nobody is asked in a silent request': `
        GET ${authorize}&prompt=none [frame]
        → 200
          Content-Type: text/html`,
  },
  unsure: {
    'headers are not in the capture': {
      why: 'header-hidden',
      only: 'har',
      trace: login(Array.from({ length: 600 }, (_, n) => `X-Filler-${n}: CANARY`)),
    },
  },
});
