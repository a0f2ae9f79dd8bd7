import { callbackServiceWorker } from '../../../../lib/checks/callback/callback-service-worker.ts';
import { cases } from '../../../build/cases.ts';

const code = 'code-CANARY-0123456789';
const authorize = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const callback = `https://app.example/cb?code=${code}&state=st-CANARY`;
const sent = `
        GET ${authorize}
        → 302 ${callback}`;
const byWorker = `${sent}
        GET ${callback} [by worker]
        → 307 ${callback}`;
const kept = `${sent}
        GET ${callback} [cache]
        → 200`;
const again = `
        GET https://app.example/login [+1s]
        → 302 ${authorize}2
        GET ${authorize}2
        → 200`;
const redeemed = `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=${code}&client_id=web&redirect_uri=https://app.example/cb&code_verifier=v-CANARY
        → 200`;

cases(callbackServiceWorker, {
  fails: {
    'the worker answers, and the app starts over': {
      as: 'restarted',
      at: ['2 request.url'],
      severity: 'warning',
      only: 'web-request',
      trace: `${byWorker}${again}`,
    },
    'a kept page answers, and the app starts over': {
      as: 'restarted',
      at: ['2 request.url'],
      trace: `${kept}${again}`,
    },
    'the worker answers, and nothing takes the code': {
      as: 'answered',
      severity: 'info',
      only: 'web-request',
      trace: byWorker,
    },
  },
  passes: {
    'the server answers': `${sent}
        GET ${callback}
        → 302 /home
        GET https://app.example/home
        → 200`,
    'the worker fetches what it was asked for': {
      only: 'web-request',
      trace: `${byWorker}
        GET ${callback}
        → 302 /home
        GET https://app.example/home
        → 200`,
    },
    'the page redeems the code itself': {
      only: 'web-request',
      trace: `${byWorker}${redeemed}`,
    },
    'the page hands the code to its server': `${kept}
        POST https://app.example/session [fetch] [from https://app.example]
          = {"code":"${code}"}
        → 204`,
  },
  skips: {
    'the answer stands behind the hash': `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer
        GET https://app.example/cb#access_token=access-CANARY-0123456789&token_type=Bearer [cache]
        → 200`,
    'the provider refused': `
        GET ${authorize}
        → 302 https://app.example/cb?error=access_denied&state=st-CANARY
        GET https://app.example/cb?error=access_denied&state=st-CANARY [cache]
        → 200`,
    'the user went back to it': {
      only: 'web-request',
      trace: `${sent}
        GET ${callback} [cache] [back]
        → 200`,
    },
  },
  unsure: {
    'the callback is not answered yet': {
      why: 'never-finished',
      trace: `${sent}
        GET ${callback}
        → pending`,
    },
    'the page has had no time yet': {
      why: 'capture-ended-early',
      live: true,
      only: 'web-request',
      trace: byWorker,
    },
  },
});
