import { redirectUriSchemeDowngrade } from '../../../../lib/checks/redirect-uri/redirect-uri-scheme-downgrade.ts';
import { cases } from '../../../build/cases.ts';

const authorize = (redirectUri: string) =>
  `https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=${encodeURIComponent(redirectUri)}`;
/** The app on `start` sends the browser off with this redirect_uri. */
const begin = (start: string, redirectUri: string) => `
        GET ${start}/login
        → 302 ${authorize(redirectUri)}
        GET ${authorize(redirectUri)}`;
const answer = (callback: string) => `
        → 302 ${callback}?code=CANARY-c&state=CANARY-s
        GET ${callback}?code=CANARY-c&state=CANARY-s`;

cases(redirectUriSchemeDowngrade, {
  fails: {
    'the provider refuses it': {
      as: 'broke',
      at: ['2 request.query.redirect_uri', '1 request.url'],
      severity: 'error',
      data: { start: 'https://app.example', port: '' },
      trace: `${begin('https://app.example', 'http://app.example/cb')}
        → 400
          "Invalid redirect_uri"`,
    },
    'the app fails after coming back over http': {
      as: 'broke',
      severity: 'error',
      trace: `${begin('https://app.example', 'http://app.example/cb')}${answer('http://app.example/cb')}
        → 500`,
    },
    'the inner port of the proxied app shines through': {
      as: 'broke',
      data: { port: ', port 8080' },
      trace: `${begin('https://app.example', 'http://app.example:8080/cb')}
        → 400
          "Invalid redirect_uri"`,
    },
    'another host of the site is named': {
      as: 'broke',
      data: { start: 'https://www.app.example' },
      trace: `${begin('https://www.app.example', 'http://api.app.example/cb')}
        → 400
          "Invalid redirect_uri"`,
    },
    'nothing but plain http was seen of the callback': {
      as: 'broke',
      trace: `${begin('https://app.example', 'http://app.example/cb')}${answer('http://app.example/cb')}
        → 200`,
    },
    'the login began on a page, not with a redirect': {
      as: 'broke',
      at: ['2 request.query.redirect_uri', '1 request.url'],
      trace: `
        GET https://app.example/
        → 200
        GET ${authorize('http://app.example/cb')} [from https://app.example/] [+5s]
        → 400
          "Invalid redirect_uri"`,
    },
    'only the page that asked is known': {
      as: 'broke',
      at: ['1 request.query.redirect_uri'],
      trace: `
        GET ${authorize('http://app.example/cb')} [from https://app.example/]
        → 400
          "Invalid redirect_uri"`,
    },
    'the browser upgrades it, and the login goes well': {
      as: 'went',
      at: ['2 request.query.redirect_uri', '1 request.url'],
      severity: 'warning',
      trace: `${begin('https://app.example', 'http://app.example/cb')}
        → 302 http://app.example/cb?code=CANARY-c&state=CANARY-s
        GET http://app.example/cb?code=CANARY-c&state=CANARY-s [by browser]
        → 307 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    },
    'the server redirects it to https, and the app takes the answer': {
      as: 'went',
      severity: 'warning',
      trace: `${begin('https://app.example', 'http://app.example/cb')}${answer('http://app.example/cb')}
        → 301 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 302 https://app.example/home
          Set-Cookie: session=CANARY-session; Secure; HttpOnly
        GET https://app.example/home
          Cookie: session=CANARY-session
        → 200`,
    },
    'a developer’s own host does it, and the login goes well': {
      as: 'went',
      severity: 'info',
      trace: `${begin('https://app.test', 'http://app.test/cb')}${answer('http://app.test/cb')}
        → 302 http://app.test/home
        GET http://app.test/home
        → 200`,
    },
    'the provider fails for a reason of its own': {
      as: 'went',
      severity: 'warning',
      trace: `${begin('https://app.example', 'http://app.example/cb')}
        → 500`,
    },
    'the provider does not know the client, whatever its address': {
      as: 'went',
      trace: `${begin('https://app.example', 'http://app.example/cb')}
        → 400
          "Error: invalid_client"`,
    },
    'the browser upgrades it, and the app fails all the same': {
      as: 'went',
      trace: `${begin('https://app.example', 'http://app.example/cb')}
        → 302 http://app.example/cb?code=CANARY-c&state=CANARY-s
        GET http://app.example/cb?code=CANARY-c&state=CANARY-s [by browser]
        → 307 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 500`,
    },
    'the user is at the login page, and nothing has failed yet': {
      as: 'went',
      severity: 'warning',
      trace: `${begin('https://app.example', 'http://app.example/cb')}
        → 200`,
    },
  },
  passes: {
    'it says https': `${begin('https://app.example', 'https://app.example/cb')}
        → 200`,
    'the whole site runs on http': `${begin('http://app.example', 'http://app.example/cb')}
        → 200`,
    'a program on this computer waits on http': `${begin('https://app.example', 'http://127.0.0.1:3000/cb')}
        → 200`,
    'localhost is the developer’s machine': `${begin('https://localhost:3000', 'http://localhost:3000/cb')}
        → 200`,
    'the http address belongs to another site': `${begin('https://portal.example', 'http://app.example/cb')}
        → 200`,
  },
  skips: {
    'the request names no address': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&scope=openid
        → 200`,
    'the answer opens a program': `
        GET ${authorize('com.example.app:/cb')}
        → 200`,
    'the answer is handed to a script': `
        GET ${authorize('postmessage')}
        → 200`,
  },
  unsure: {
    'the address was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'somebody redacted the address': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=[redacted]
        → 200`,
    },
  },
});
