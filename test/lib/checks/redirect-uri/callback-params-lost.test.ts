import { callbackParamsLost } from '../../../../lib/checks/redirect-uri/callback-params-lost.ts';
import { cases } from '../../../build/cases.ts';

const answer = 'code=CANARY-code-0123456789&state=CANARY-s';
/** A login up to the callback; what the callback answered follows. */
const login = (callback = 'https://app.example/cb') => `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=${encodeURIComponent(callback)}
        → 302 ${callback}?${answer}
        GET ${callback}?${answer}`;
const posted = `
        GET https://idp.example/authorize?response_type=code&response_mode=form_post&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 200
        POST https://app.example/cb [from https://idp.example]
          = ${answer}`;
const implicit = `
        GET https://idp.example/authorize?response_type=id_token&client_id=app&state=CANARY-s&nonce=CANARY-n&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://app.example/cb#id_token=CANARY-token&state=CANARY-s
        GET https://app.example/cb#id_token=CANARY-token&state=CANARY-s`;

cases(callbackParamsLost, {
  fails: {
    'a server redirect replaces the part behind the # with its own': {
      as: 'fragment-lost',
      trace: `
        GET https://idp.example/authorize?response_type=id_token&client_id=app&state=CANARY-s&nonce=CANARY-n&redirect_uri=https%3A%2F%2Fapp.example%2Fauth
        → 302 https://app.example/auth#id_token=CANARY-token&state=CANARY-s
        GET https://app.example/auth#id_token=CANARY-token&state=CANARY-s
        → 302 /#/home
        GET https://app.example/#/home
        → 200`,
    },
    'a slash was added and the query dropped': {
      as: 'query-lost',
      at: ['2 response.header.location'],
      severity: 'error',
      data: { status: 301, change: 'the same path with another final slash' },
      trace: `${login()}
        → 301 https://app.example/cb/
        GET https://app.example/cb/
        → 400`,
    },
    'a language was put in front': {
      as: 'query-lost',
      data: { change: 'the same path under a language prefix' },
      trace: `${login()}
        → 301 https://app.example/en/cb
        GET https://app.example/en/cb
        → 200`,
    },
    'the www was added': {
      as: 'query-lost',
      data: { change: 'the same path with or without www' },
      trace: `${login()}
        → 308 https://www.app.example/cb
        GET https://www.app.example/cb
        → 400`,
    },
    'http became https without the query': {
      as: 'query-lost',
      data: { change: 'the same path over another scheme' },
      trace: `${login('http://app.example/cb')}
        → 301 https://app.example/cb
        GET https://app.example/cb
        → 400`,
    },
    'another host of the site takes over': {
      as: 'query-lost',
      data: { change: 'the same path on another host of the site' },
      trace: `${login()}
          Cookie: lang=en
        → 302 https://new.app.example/cb
        GET https://new.app.example/cb
        → 200`,
    },
    'a permanent redirect leads home, and the login starts again': {
      as: 'query-lost',
      data: { status: 301, change: 'another page' },
      trace: `${login()}
        → 301 https://app.example/
        GET https://app.example/
        → 302 https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-2&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-2&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 200`,
    },
    'a posted answer was redirected, and its body is gone': {
      as: 'body-lost',
      at: ['2 response.header.location'],
      data: { status: 302 },
      trace: `${posted}
        → 302 https://app.example/cb/
        GET https://app.example/cb/
        → 400`,
    },
    'the redirect has a fragment of its own': {
      as: 'fragment-lost',
      at: ['2 response.header.location'],
      trace: `${implicit}
        → 301 https://app.example/cb/#/
        GET https://app.example/cb/#/
        → 200`,
    },
    'the answer goes on over plain http': {
      as: 'exposed',
      at: ['2 response.header.location'],
      severity: 'warning',
      data: { status: 302 },
      trace: `${login()}
        → 302 http://app.example/cb2?${answer}
        GET http://app.example/cb2?${answer}
        → 200`,
    },
  },
  passes: {
    'the app takes the answer and goes on to a clean page': `${login()}
        → 302 https://app.example/home
          Set-Cookie: session=CANARY-session; Path=/; Secure; HttpOnly
        GET https://app.example/home
          Cookie: session=CANARY-session
        → 200`,
    'the app takes the answer and goes on to the same path without it': `${login()}
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 200`,
    'the app takes the answer and tidies its address': `${login()}
        → 302 https://app.example/cb/
          Set-Cookie: session=CANARY-session; Path=/; Secure; HttpOnly
        GET https://app.example/cb/
          Cookie: session=CANARY-session
        → 200`,
    'a posted answer is taken, and the page after it has a slash': `${posted}
        → 303 https://app.example/cb/
          Set-Cookie: session=CANARY-session; Path=/; Secure; HttpOnly
        GET https://app.example/cb/
          Cookie: session=CANARY-session
        → 200`,
    'the slash was added and the query kept': `${login()}
        → 301 https://app.example/cb/?${answer}
        GET https://app.example/cb/?${answer}
        → 200`,
    'the answer moved into the fragment': `${login()}
        → 302 https://app.example/#/done?${answer}
        GET https://app.example/#/done?${answer}
        → 200`,
    'the browser carries the fragment over': `${implicit}
        → 301 https://app.example/cb/
        GET https://app.example/cb/#id_token=CANARY-token&state=CANARY-s
        → 200`,
    'a posted answer is posted again': `${posted}
        → 308 https://app.example/cb/
        POST https://app.example/cb/
          = ${answer}
        → 200`,
    'the callback shows a page': `${login()}
        → 200`,
    'the callback fails by itself': `${login()}
        → 500`,
  },
  skips: {
    'the provider said no, and the app goes home': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://app.example/cb?error=access_denied&state=CANARY-s
        GET https://app.example/cb?error=access_denied&state=CANARY-s
        → 301 https://app.example/cb/
        GET https://app.example/cb/
        → 200`,
    'the browser upgrades the address itself': `${login('http://app.example/cb')} [by browser]
        → 307 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    'there is no answer': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 200`,
    'the answer opens a program': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=com.example.app%3A%2Fcb
        → 302 com.example.app:/cb?${answer}`,
  },
  unsure: {
    'the callback has not answered': {
      why: 'never-finished',
      trace: `${login()}
        → pending`,
    },
    'the file holds no cookies: the app may have taken the answer': {
      why: 'header-hidden',
      only: 'har',
      trace: `${login()}
        → 302 https://app.example/cb/
        GET https://app.example/cb/
        → 200`,
    },
    'the posted callback has not answered': {
      why: 'never-finished',
      trace: `${posted}
        → pending`,
    },
  },
});
