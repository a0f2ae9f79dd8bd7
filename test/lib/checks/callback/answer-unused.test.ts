import { answerUnused } from '../../../../lib/checks/callback/answer-unused.ts';
import { cases } from '../../../build/cases.ts';

const metadata = `
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
          Origin: https://app.example
        → 200
          Access-Control-Allow-Origin: *
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize","token_endpoint":"https://idp.example/token"}`;
const answer = (n: number) => `https://app.example/cb?code=CANARY-code-${n}&state=CANARY-state-${n}`;
/** One login up to its callback page. */
const login = (n: number, page = '→ 200') => `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=CANARY-state-${n}&code_challenge=CANARYabcdefghijklmnopqrstuvwxyz0123456789${n}&code_challenge_method=S256 [from https://app.example]
        → 302 ${answer(n)}
        GET ${answer(n)}
        ${page}`;
const redeemed = (n: number) => `
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = grant_type=authorization_code&client_id=spa&code=CANARY-code-${n}&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 200
          Access-Control-Allow-Origin: *`;
const signIn = `
        GET https://app.example/ [+60s]
        → 200`;
/** Something else goes on: the recording has not ended. */
const later = `
        GET https://app.example/other.js [fetch] [+20s]
          Cookie: theme=CANARY
        → 200`;

cases(answerUnused, {
  fails: {
    'the page redeemed the last code, and not this one': {
      as: 'known',
      severity: 'error',
      data: { host: 'app.example' },
      trace: `${login(1)}${redeemed(1)}${signIn}${login(2)}${later}`,
    },
    'a page that asked for the metadata does nothing with the answer': {
      as: 'expected',
      severity: 'warning',
      at: ['3 request.url', '3 response.header.set-cookie'],
      trace: `${metadata}${login(1)}${later}`,
    },
  },
  passes: {
    'it is redeemed': `${metadata}${login(1)}${redeemed(1)}${later}`,
    'the page hands it to its server': `${metadata}${login(1)}
        POST https://app.example/api/session [fetch] [from https://app.example]
          = {"code":"CANARY-code-1"}
        → 200${later}`,
    'a server took it and set a cookie': `${metadata}${login(1, '→ 200\n          Set-Cookie: hint=CANARY; Path=/')}${later}`,
    'the page led on': `${metadata}${login(1)}
        GET https://app.example/home [+1s]
        → 200${later}`,
  },
  skips: {
    'no page of this app ever spoke to the provider': `${login(1)}${later}`,
    'the callback redirects': `${metadata}${login(1, '→ 302 /')}${later}`,
    'the callback fails': `${metadata}${login(1, '→ 500')}${later}`,
    'the user closed the page': {
      only: 'web-request',
      trace: `${metadata}${login(1)}${later}`.replace(`GET ${answer(1)}`, `GET ${answer(1)} [closed 1s]`),
    },
    'the provider said no': `${metadata}${login(1).replaceAll('code=CANARY-code-1', 'error=access_denied')}${later}`,
  },
  unsure: {
    'the page has only just loaded': { why: 'capture-ended-early', only: 'web-request', live: true, trace: `${metadata}${login(1)}` },
    'the recording ends with the page': { why: 'capture-ended-early', trace: `${metadata}${login(1)}` },
    'cookies are left out of the file': {
      why: 'header-hidden',
      only: 'har',
      trace: `${metadata}${login(1)}${later}`.replace('\n          Cookie: theme=CANARY', ''),
    },
    'the callback has not answered': { why: 'never-finished', trace: `${metadata}${login(1, '→ pending')}` },
  },
});
