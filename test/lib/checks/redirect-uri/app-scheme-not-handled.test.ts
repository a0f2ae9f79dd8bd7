import { appSchemeNotHandled } from '../../../../lib/checks/redirect-uri/app-scheme-not-handled.ts';
import { cases } from '../../../build/cases.ts';

const login = (redirectUri: string, error = false) => `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${redirectUri}&state=st-CANARY
        → 200
        POST https://idp.example/signin [+9s]
          = user=CANARY
        → 303 ${redirectUri}?${error ? 'error=access_denied' : 'code=code-CANARY'}&state=st-CANARY`;

const unopened = (redirectUri: string) => `${login(redirectUri)}
        GET ${redirectUri}?code=code-CANARY&state=st-CANARY
        → failed NS_ERROR_UNKNOWN_PROTOCOL`;

cases(appSchemeNotHandled, {
  fails: {
    'Firefox knows no program for it': {
      as: 'unopened',
      at: ['3 outcome.reason', '2 response.header.location'],
      severity: 'error',
      data: { claim: '' },
      browser: 'firefox',
      trace: unopened('com.example.app:/cb'),
    },
    'the scheme could be anybody’s': {
      as: 'unopened',
      data: { claim: ' The scheme has no dot in it: any other program may claim the same one, and get the answer.' },
      browser: 'firefox',
      trace: unopened('exampleapp://cb'),
    },
    'Chromium on a phone says so in its file': {
      as: 'unopened',
      only: 'har', // the extension sees no request there
      trace: `${login('com.example.app:/cb')}
        GET com.example.app:/cb?code=code-CANARY&state=st-CANARY
        → failed net::ERR_UNKNOWN_URL_SCHEME`,
    },
    'Chromium ends the page load, whatever became of it': {
      as: 'handed-over',
      at: ['2 response.header.location'],
      severity: 'info',
      trace: `${login('com.example.app:/cb')}
        GET com.example.app:/cb?code=code-CANARY&state=st-CANARY
        → failed net::ERR_ABORTED`,
    },
    'the user said no': { as: 'handed-over', trace: login('com.example.app:/cb', true) },
    'a file of Firefox does not tell': { as: 'handed-over', browser: 'firefox', only: 'har', trace: login('com.example.app:/cb') },
  },
  passes: {
    'Firefox had somebody to hand it to': { browser: 'firefox', only: 'web-request', trace: login('com.example.app:/cb') },
    'the code was redeemed': `${login('com.example.app:/cb')}
        POST https://idp.example/token [fetch]
          = grant_type=authorization_code&code=code-CANARY&redirect_uri=com.example.app:/cb
        → 200
          = {"access_token":"at-CANARY","token_type":"Bearer"}`,
  },
  skips: {
    'the callback is on the web': `${login('https://app.example/cb')}
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY
        → 200`,
    'a program listens on this computer': `${login('http://127.0.0.1:8400/cb')}
        GET http://127.0.0.1:8400/cb?code=code-CANARY&state=st-CANARY
        → 200`,
    'the answer goes to a page of an extension': { browser: 'firefox', trace: login('moz-extension://a-b-c/cb.html') },
    'no answer came': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=com.example.app:/cb&state=st-CANARY
        → 200`,
  },
  unsure: {
    'Firefox has not said yet': {
      why: 'never-finished',
      browser: 'firefox',
      only: 'web-request',
      live: true,
      trace: login('com.example.app:/cb'),
    },
  },
});
