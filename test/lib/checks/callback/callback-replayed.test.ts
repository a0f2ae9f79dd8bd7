import { callbackReplayed } from '../../../../lib/checks/callback/callback-replayed.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY-0123&state=st-CANARY';
const finished = `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 302 /
        GET https://app.example/
        → 200`;

cases(callbackReplayed, {
  fails: {
    'the page is reloaded after the code was used': {
      as: 'failed',
      at: ['3 response.status', '3 request.url', '2 request.url'],
      severity: 'error',
      only: 'web-request', // a file does not say how a page was opened
      data: { count: 2, how: 'by reloading the page' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200
        GET ${answer} [reload] [+30s]
        → 400`,
    },
    'the Back button leads there again': {
      as: 'failed',
      only: 'web-request',
      data: { how: 'with the Back button' },
      trace: `
        ${finished}
        GET ${answer} [back] [+30s]
        → 500`,
    },
    'the link is opened in another tab': {
      as: 'failed',
      only: 'web-request',
      data: { how: 'in another tab' },
      trace: `
        ${finished}
        GET ${answer} [tab 2] [+30s]
        → 400`,
    },
    'it is opened twice within a second': {
      as: 'failed',
      data: { how: 'twice within a second' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200
        GET ${answer}
        → 400`,
    },
    'the second load is sent to the error page': {
      as: 'failed',
      data: { how: '90 s later' },
      trace: `
        ${finished}
        GET ${answer} [+90s]
        → 302 /login?error=invalid_state
        GET https://app.example/login?error=invalid_state
        → 200`,
    },
    'an answer the provider posts again is refused': {
      as: 'failed',
      trace: `
        GET ${request}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=code-CANARY-0123&state=st-CANARY
        → 302 /
        GET https://app.example/
        → 200
        POST https://app.example/cb [from https://idp.example] [+20s]
          = code=code-CANARY-0123&state=st-CANARY
        → 400`,
    },
    'the browser loads the callback ahead of the user': {
      as: 'consumed',
      at: ['3 response.status'],
      data: { how: 'prefetch' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer} [prefetch]
        → 200
        GET ${answer} [+2s]
        → 400`,
    },
    'it was reloaded and nothing broke': {
      as: 'again',
      at: ['4 request.url', '2 request.url'],
      severity: 'info',
      data: { count: 2 },
      trace: `
        ${finished}
        GET ${answer} [+30s]
        → 302 /
        GET https://app.example/
        → 200`,
    },
    'the first load had failed by itself, so that the second is no reason': {
      as: 'again',
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 500
        GET ${answer} [reload] [+5s]
        → 400`,
    },
    'an answer nobody here can read is opened twice': {
      as: 'again',
      trace: `
        GET https://idp.example/authorize?response_type=code&response_mode=query.jwt&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?response=eyJhbGciOiJSU0EtT0FFUCJ9.CANARY.CANARY.CANARY.CANARY
        GET https://app.example/cb?response=eyJhbGciOiJSU0EtT0FFUCJ9.CANARY.CANARY.CANARY.CANARY
        → 302 /
        GET https://app.example/
        → 200
        GET https://app.example/cb?response=eyJhbGciOiJSU0EtT0FFUCJ9.CANARY.CANARY.CANARY.CANARY [+30s]
        → 302 /`,
    },
  },
  passes: {
    'it was opened once': finished,
    'the app puts a slash right within the chain': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 301 https://app.example/cb/?code=code-CANARY-0123&state=st-CANARY
        GET https://app.example/cb/?code=code-CANARY-0123&state=st-CANARY
        → 302 /
        GET https://app.example/
        → 200`,
    'a single-page app hands the code to its own server': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200
        POST https://app.example/api/callback?code=code-CANARY-0123&state=st-CANARY [fetch] [from https://app.example/cb]
        → 400`,
    'two logins have two codes': `
        ${finished}
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-2 [+60s]
        → 302 https://app.example/cb?code=code-CANARY-4567&state=st-CANARY-2
        GET https://app.example/cb?code=code-CANARY-4567&state=st-CANARY-2
        → 400`,
    'somebody asks with HEAD whether the page is there': `
        ${finished}
        HEAD ${answer} [+5s]
        → 405`,
  },
  skips: {
    'no callback was recorded': `
        GET ${request}
        → 302 ${answer}`,
    'the answer is an error without anything to know it by': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?error=access_denied
        GET https://app.example/cb?error=access_denied
        → 200`,
  },
  unsure: {
    'somebody removed the codes, so that two answers look alike': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=[redacted]
        GET https://app.example/cb?code=[redacted]
        → 200
        GET https://app.example/cb?code=[redacted] [+60s]
        → 400`,
    },
  },
});
