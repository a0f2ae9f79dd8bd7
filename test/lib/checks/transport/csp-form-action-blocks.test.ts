import { cspFormActionBlocks } from '../../../../lib/checks/transport/csp-form-action-blocks.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

/** The sign-in page with its policy, and the form it sends. */
const page = (policy: string) => `
        GET ${request}
        → 302 /signin
        GET https://idp.example/signin
        → 200
          Content-Security-Policy: ${policy}
        POST https://idp.example/signin [from https://idp.example/signin] [+8s]
          = user=CANARY&password=CANARY`;

cases(cspFormActionBlocks, {
  fails: {
    'the form’s redirect to the app is cut off': {
      as: 'redirect',
      at: ['2 response.header.content-security-policy', '3 response.header.location'],
      severity: 'error',
      data: { page: 'https://idp.example', allowed: 'itself', target: 'https://app.example' },
      trace: `
        ${page("default-src 'self'; form-action 'self'; frame-ancestors 'none'")}
        → 302 ${answer}
        GET ${answer}
        → failed net::ERR_ABORTED`,
    },
    'nothing at all is recorded after it': {
      as: 'redirect',
      trace: `
        ${page("form-action 'none'")}
        → 303 ${answer}`,
    },
    'the way back leads through a hop of the provider': {
      as: 'redirect',
      at: ['2 response.header.content-security-policy', '4 response.header.location'],
      trace: `
        ${page("form-action 'self'")}
        → 303 /authorize/resume?uid=CANARY
        GET https://idp.example/authorize/resume?uid=CANARY
        → 303 ${answer}`,
    },
    'of two policies, the second one forbids it': {
      as: 'redirect',
      data: { allowed: 'itself, https://www.app.example' },
      trace: `
        ${page("form-action *, form-action 'self' https://www.app.example")}
        → 302 ${answer}`,
    },
    'only another port is allowed': {
      as: 'redirect',
      trace: `
        ${page('form-action https://app.example:8443')}
        → 302 ${answer}`,
    },
    'the time has passed in which it would have gone on': {
      as: 'redirect',
      only: 'web-request', // a file is never live
      live: true,
      trace: `
        ${page("form-action 'self'")}
        → 302 ${answer}
        GET https://news.example/ [tab 2] [+30s]
        → 200`,
    },
    'the page that should post the answer forbids it': {
      as: 'form',
      at: ['1 response.header.content-security-policy'],
      only: 'har', // webRequest has no bodies
      data: { target: 'https://app.example', allowed: 'itself' },
      trace: `
        GET ${request}&response_mode=form_post
        → 200
          Content-Security-Policy: form-action 'self'
          = <form method="post" action="https://app.example/cb"><input name="code" value="code-CANARY"></form>`,
    },
    'Firefox does not apply the rule to redirects': {
      as: 'elsewhere',
      severity: 'info',
      browser: 'firefox',
      trace: `
        ${page("form-action 'self'")}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    },
  },
  passes: {
    'the policy names the app': `
        ${page("form-action 'self' https://app.example")}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'the policy names all its subdomains': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://www.app.example/cb&state=st-CANARY
        → 200
          Content-Security-Policy: form-action https://*.app.example
        POST https://idp.example/signin [from https://idp.example]
        → 302 https://www.app.example/cb?code=code-CANARY&state=st-CANARY`,
    'the policy allows every https address': `
        ${page('form-action https:')}
        → 302 ${answer}`,
    'the policy says http, which covers https': `
        ${page('form-action http://app.example')}
        → 302 ${answer}`,
    'the policy says nothing about forms': `
        ${page("default-src 'none'; script-src 'self'")}
        → 302 ${answer}`,
    'Chrome did go on, so that the rule was not for this form': `
        ${page("form-action 'self'")}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'no form leads to the app, but a link does': `
        GET ${request}
        → 200
          Content-Security-Policy: form-action 'self'
        GET https://idp.example/continue?token=CANARY [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'the answer goes to a browser extension, which no request shows': `
        GET https://idp.example/authorize?response_type=code&client_id=ext&redirect_uri=https://abcdefghijklmnop.chromiumapp.org/cb&state=st-CANARY
        → 200
          Content-Security-Policy: form-action 'self'
        POST https://idp.example/signin [from https://idp.example]
        → 302 https://abcdefghijklmnop.chromiumapp.org/cb?code=code-CANARY&state=st-CANARY`,
    'the provider answers without a page in between': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
  },
  skips: {
    'the answer was recorded without its request': `
        GET https://app.example/oauth/callback?code=CANARY-7aK2xPq9LmN4vBz81QwE&state=CANARY-Zx81kLp0QvBn27Rt&session_state=CANARY
        → 200`,
  },
  unsure: {
    'the browser may still go on': {
      why: 'never-finished',
      only: 'web-request',
      live: true,
      trace: `
        ${page("form-action 'self'")}
        → 302 ${answer}`,
    },
  },
});
