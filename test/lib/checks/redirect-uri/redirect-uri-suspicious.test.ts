import { redirectUriSuspicious } from '../../../../lib/checks/redirect-uri/redirect-uri-suspicious.ts';
import { cases } from '../../../build/cases.ts';

/** A login with this redirect_uri, plain. */
const request = (uri: string) => `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=${encodeURIComponent(uri)}&state=CANARY-s
        → 200`;

cases(redirectUriSuspicious, {
  fails: {
    'its path goes up': {
      as: 'path',
      at: ['1 request.query.redirect_uri'],
      severity: 'warning',
      trace: request('https://app.example/cb/../open'),
    },
    'its path goes up in disguise': { as: 'path', trace: request('https://app.example/cb/%252e%252e/open') },
    'its path goes up behind a semicolon': { as: 'path', trace: request('https://app.example/cb;/..') },
    'a backslash stands in it': { as: 'path', trace: request('https://app.example\\@other.example/cb') },
    'a user name stands in front of its host': { as: 'userinfo', trace: request('https://app.example@other.example/cb') },
    'it brings a state of its own': {
      as: 'reserved',
      data: { name: 'state' },
      trace: request('https://app.example/cb?state=CANARY-own'),
    },
    'it names another site': {
      as: 'onward',
      severity: 'info',
      data: { name: 'next' },
      trace: request('https://app.example/cb?next=https://other.example/x'),
    },
    'it was posted': {
      as: 'userinfo',
      at: ['1 request.form.redirect_uri'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fuser%40app.example%2Fcb&state=CANARY-s
        → 200`,
    },
  },
  passes: {
    'it is a clean address': request('https://app.example/cb'),
    'its path holds dots that lead nowhere': request('https://app.example/v1..2/...cb/a..b'),
    'an at sign stands in its path': request('https://app.example/@user/cb'),
    'a file of the address begins with a dot': request('https://app.example/.auth/login/cb'),
    'it names a page of the app to return to': request('https://app.example/cb?returnTo=/home/..hidden'),
    'it names an address of its own site': request('https://app.example/cb?returnTo=https://www.app.example/home'),
    'its parameters have names of their own': request('https://app.example/cb?tenant=a&statement=b'),
  },
  skips: {
    'an app on the device takes the answer': request('com.example.app:/cb?state=CANARY'),
    'a script takes the answer': request('postmessage'),
    'the request names no address': `
        GET https://idp.example/authorize?response_type=code&client_id=app&scope=openid&state=CANARY-s
        → 200`,
  },
  unsure: {
    'the address was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'somebody redacted it': { why: 'redacted-input', trace: request('[redacted]') },
  },
});
