import { redirectUriMismatch } from '../../../../lib/checks/redirect-uri/redirect-uri-mismatch.ts';
import { cases } from '../../../build/cases.ts';

/** A login whose answer goes to `reached`; both as written, the asked one still plain. The app answers 400, or what is given. */
const login = (asked: string, reached: string, answer = '400') => `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=${encodeURIComponent(asked)}
        → 302 ${reached}${reached.includes('?') ? '&' : '?'}code=CANARY-c&state=CANARY-s
        GET ${reached}${reached.includes('?') ? '&' : '?'}code=CANARY-c&state=CANARY-s
        → ${answer}`;
/** The app takes the answer: it sets its session and goes on. */
const welcomed = (origin: string) => `302 ${origin}/home
          Set-Cookie: session=CANARY-session; Path=/; HttpOnly
        GET ${origin}/home
          Cookie: session=CANARY-session
        → 200`;

cases(redirectUriMismatch, {
  fails: {
    'a provider that is known sent it elsewhere': {
      as: 'elsewhere',
      data: { where: ' At Okta this is set in “Sign-in redirect URIs” on the General tab of the app integration.' },
      trace: login('https://app.example/cb', 'https://other.example/cb').replaceAll(
        'idp.example/authorize',
        'acme.okta.com/oauth2/v1/authorize',
      ),
    },
    'a gateway put its name behind the app’s': {
      as: 'gateway',
      at: ['1 response.header.location', '1 request.query.redirect_uri'],
      data: { from: 'app.example', to: 'app.example.gateway.example' },
      trace: login('https://app.example/cb', 'https://app.example.gateway.example/cb'),
    },
    'the answer went to another host': {
      as: 'elsewhere',
      at: ['1 response.header.location', '1 request.query.redirect_uri'],
      severity: 'error',
      data: { kind: 'host', where: '' },
      trace: login('https://app.example/cb', 'https://other.example/cb'),
    },
    'it went to another path': {
      as: 'elsewhere',
      data: { kind: 'path' },
      trace: login('https://app.example/cb', 'https://app.example/login'),
    },
    'https became http': { as: 'elsewhere', data: { kind: 'scheme' }, trace: login('https://app.example/cb', 'http://app.example/cb') },
    'the www was left out': {
      as: 'elsewhere',
      data: { kind: 'www' },
      trace: login('https://www.app.example/cb', 'https://app.example/cb'),
    },
    'localhost became 127.0.0.1': {
      as: 'elsewhere',
      data: { kind: 'loopback-name' },
      trace: login('http://localhost:3000/cb', 'http://127.0.0.1:3000/cb'),
    },
    'the port is another': {
      as: 'elsewhere',
      data: { kind: 'port' },
      trace: login('https://app.example:8443/cb', 'https://app.example/cb'),
    },
    'upper and lower case differ': {
      as: 'elsewhere',
      data: { kind: 'path-case' },
      trace: login('https://app.example/Cb', 'https://app.example/cb'),
    },
    'a slash was added, and the app failed': {
      as: 'elsewhere',
      data: { kind: 'trailing-slash' },
      trace: login('https://app.example/cb', 'https://app.example/cb/'),
    },
    'the query of the address was dropped, and the app failed': {
      as: 'elsewhere',
      data: { kind: 'query' },
      trace: login('https://app.example/cb?tenant=a', 'https://app.example/cb'),
    },
    'the answer was posted to another host': {
      as: 'elsewhere',
      at: ['2 request.url', '1 request.query.redirect_uri'],
      data: { kind: 'host' },
      trace: `
        GET https://idp.example/authorize?response_type=code&response_mode=form_post&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 200
        POST https://staging.example/cb [from https://idp.example]
          = code=CANARY-c&state=CANARY-s
        → 400`,
    },
    'the request was posted': {
      as: 'elsewhere',
      at: ['1 response.header.location', '1 request.form.redirect_uri'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://other.example/cb?code=CANARY-c&state=CANARY-s
        GET https://other.example/cb?code=CANARY-c&state=CANARY-s
        → 404`,
    },
    'the address was pushed': {
      as: 'elsewhere',
      at: ['2 response.header.location', '1 request.form.redirect_uri'],
      // A source without bodies does not see which request_uri a pushed request was given.
      only: 'har',
      trace: `
        POST https://idp.example/par [fetch] [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 201
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY-par","expires_in":60}
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 302 https://other.example/cb?code=CANARY-c&state=CANARY-s
        GET https://other.example/cb?code=CANARY-c&state=CANARY-s
        → 404`,
    },
    'a slash was added, and the app took it': {
      as: 'tolerated',
      at: ['1 response.header.location', '1 request.query.redirect_uri'],
      severity: 'warning',
      data: { kind: 'trailing-slash' },
      trace: login('https://app.example/cb', 'https://app.example/cb/', welcomed('https://app.example')),
    },
    'http was asked for and https reached': {
      as: 'tolerated',
      data: { kind: 'scheme-upgrade' },
      trace: login('http://app.example/cb', 'https://app.example/cb', '200'),
    },
    'the path is percent-encoded in another way': {
      as: 'tolerated',
      data: { kind: 'path-encoding' },
      trace: login('https://app.example/cb%7E1', 'https://app.example/cb~1', '200'),
    },
    'the www was added, and the app took it': {
      as: 'tolerated',
      severity: 'warning',
      data: { kind: 'www' },
      trace: login('https://app.example/cb', 'https://www.app.example/cb', welcomed('https://www.app.example')),
    },
    'the provider sent it to the one path it knows, and the app took it': {
      as: 'tolerated',
      severity: 'warning',
      data: { kind: 'path' },
      trace: login('https://app.example/cb', 'https://app.example/registered', welcomed('https://app.example')),
    },
    'another site took the answer': {
      as: 'elsewhere',
      severity: 'error',
      trace: login('https://app.example/cb', 'https://other.example/cb', welcomed('https://other.example')),
    },
  },
  passes: {
    'the answer went where it was asked to go': login('https://app.example/cb', 'https://app.example/cb', '200'),
    'the query of the address was kept': login('https://app.example/cb?tenant=a%26b', 'https://app.example/cb?tenant=a%26b', '200'),
    'the default port was written out': login('https://app.example:443/cb', 'https://app.example/cb', '200'),
    'an empty path became a slash': login('https://app.example', 'https://app.example/', '200'),
    'the path goes up a folder, which browsers do before they ask': login(
      'https://app.example/shop/%2e%2e/cb',
      'https://app.example/cb',
      '200',
    ),
    'the host is written in capitals': login('https://APP.example/cb', 'https://app.example/cb', '200'),
    'a program on this computer got another port': login('http://127.0.0.1/cb', 'http://127.0.0.1:49152/cb', '200'),
    'the app itself redirects the callback to another path': login(
      'https://app.example/cb',
      'https://app.example/cb',
      `302 https://www.app.example/home
        GET https://www.app.example/home
        → 200`,
    ),
    'the browser upgrades the address to https by itself': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=http%3A%2F%2Fapp.example%2Fcb
        → 302 http://app.example/cb?code=CANARY-c&state=CANARY-s
        GET http://app.example/cb?code=CANARY-c&state=CANARY-s [by browser]
        → 307 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'a broker comes back to itself first': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://upstream.example/authorize?response_type=code&client_id=broker&state=CANARY-inner&redirect_uri=https%3A%2F%2Fidp.example%2Fbroker
        GET https://upstream.example/authorize?response_type=code&client_id=broker&state=CANARY-inner&redirect_uri=https%3A%2F%2Fidp.example%2Fbroker
        → 302 https://idp.example/broker?code=CANARY-inner&state=CANARY-inner
        GET https://idp.example/broker?code=CANARY-inner&state=CANARY-inner
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'the provider adds parameters of its own': login(
      'https://app.example/cb',
      'https://app.example/cb?session_state=CANARY-x&iss=https%3A%2F%2Fidp.example&hd=app.example&authuser=0',
      '200',
    ),
  },
  skips: {
    'the request names no address': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&scope=openid
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'the answer is handed to a script': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=postmessage
        → 302 https://app.example/relay?code=CANARY-c&state=CANARY-s
        GET https://app.example/relay?code=CANARY-c&state=CANARY-s
        → 200`,
    'the answer opens a program': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=com.example.app%3A%2Fcb
        → 302 com.example.app:/other?code=CANARY-c&state=CANARY-s`,
    'an extension catches the answer': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fabcdefgh.chromiumapp.org%2F
        → 302 https://abcdefgh.chromiumapp.org/cb?code=CANARY-c&state=CANARY-s`,
    'there is no answer': `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 200`,
  },
  unsure: {
    'the address was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    },
    'the extension was deaf meanwhile: the answer may be another login’s': {
      why: 'worker-restarted',
      only: 'web-request',
      gaps: ['worker-restarted'],
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → pending
        GET https://www.app.example/cb?code=CANARY-c&state=CANARY-2 [from https://idp.example] [+40s]
        → 200`,
    },
    'somebody redacted the address': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=[redacted]
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    },
  },
});
