import { redirectUriEnvironmentMixup } from '../../../../lib/checks/redirect-uri/redirect-uri-environment-mixup.ts';
import { cases } from '../../../build/cases.ts';

const authorize = (to: string) =>
  `https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=${encodeURIComponent(to)}&state=CANARY-s`;
/** A login that begins on one address and asks to be sent to another; what the provider answers. */
const begun = (from: string, to: string, cookie = '') => `
        GET ${from}
        → 302 ${authorize(to)}
        ${cookie}
        GET ${authorize(to)}`;
const returned = (from: string, to: string, then = '200') => `${begun(from, to)}
        → 302 ${to}?code=CANARY-c&state=CANARY-s
        GET ${to}?code=CANARY-c&state=CANARY-s
        → ${then}`;

cases(redirectUriEnvironmentMixup, {
  fails: {
    'the live site asks for the address of a developer’s machine, and the provider refuses': {
      as: 'refused',
      at: ['2 request.query.redirect_uri', '1 request.url'],
      severity: 'warning',
      data: { from: 'app.example', to: 'localhost' },
      trace: `${begun('https://app.example/login', 'http://localhost:3000/cb')}
        → 400
          "redirect_uri is not registered"`,
    },
    'the staging site comes back to the live one, which fails': {
      as: 'broke',
      severity: 'error',
      data: { from: 'staging.app.example', to: 'app.example' },
      only: 'har',
      trace: returned('https://staging.app.example/login', 'https://app.example/cb', '400'),
    },
    'the live site comes back to the staging one': {
      as: 'landed',
      severity: 'info',
      trace: returned('https://www.app.example/login', 'https://www-staging.app.example/cb'),
    },
    'it fails there, and its cookies were seen': {
      as: 'landed',
      severity: 'info',
      only: 'web-request',
      trace: `${begun('https://staging.app.example/login', 'https://app.example/cb')}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
          Cookie: other=CANARY-1
        → 400`,
    },
  },
  passes: {
    'it comes back to where it began': returned('https://staging.app.example/login', 'https://staging.app.example/cb'),
    'a host of its own takes the answers': returned('https://staging.app.example/login', 'https://auth.app.example/cb', '400'),
    'two live hosts of one site': returned('https://www.app.example/login', 'https://app.example/cb', '400'),
    'the site’s own name is such a word': returned('https://www.test.example/login', 'https://test.example/cb', '400'),
    'two sites': returned('https://staging.app.example/login', 'https://other.example/cb', '400'),
    'one environment takes the answers and hands them back': `${begun('https://staging.app.example/login', 'https://app.example/cb')}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 302 https://staging.app.example/cb?ticket=CANARY-t
        GET https://staging.app.example/cb?ticket=CANARY-t
        → 200`,
    'the answer is not there yet': `${begun('https://app.example/login', 'http://localhost:3000/cb')}
        → 200`,
    'the provider refuses for another reason': `${begun('https://app.example/login', 'http://localhost:3000/cb')}
        → 400
          "invalid_client: unknown client"`,
  },
  skips: {
    'a program opened the login, and no page of the app did': `
        GET ${authorize('http://127.0.0.1:49152/cb')}
        → 302 http://127.0.0.1:49152/cb?code=CANARY-c&state=CANARY-s
        GET http://127.0.0.1:49152/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'an app on the device takes the answer': `${begun('https://app.example/login', 'com.example.app:/cb')}
        → 200`,
  },
  unsure: {
    'the address was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://app.example/login
        → 302 https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'somebody redacted it': {
      why: 'redacted-input',
      trace: `
        GET https://app.example/login
        → 302 https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=[redacted]&state=CANARY-s
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=[redacted]&state=CANARY-s
        → 200`,
    },
  },
});
