import { expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { botChallenge } from '../../../../lib/checks/callback/bot-challenge.ts';
import { cases } from '../../../build/cases.ts';
import { capture } from '../../../build/trace.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
const answer = 'https://app.example/cb?code=CANARY-c&state=CANARY-s';
const later = `
        GET https://news.example/ [tab 2] [+30s]
        → 200`;
const through = `
        GET ${authorize}
        → 302 ${answer}
        GET ${answer}
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
        → 200`;
/** The provider's page is a bot check with this body. */
const page = (status: number, body: string, wait = later) => `
        GET ${authorize}
        → ${status}
          Content-Type: text/html
          = ${body}
        ${wait}`;
const callback = `
        GET ${authorize}
        → 302 ${answer}
        GET ${answer}
        → 403
          cf-mitigated: challenge`;

cases(botChallenge, {
  fails: {
    'Cloudflare asks at the provider, and nothing follows': {
      as: 'stopped',
      at: ['1 response.header.cf-mitigated', '1 request.url'],
      severity: 'error',
      data: { host: 'idp.example', status: 403, who: 'Cloudflare' },
      trace: `
        GET ${authorize}
        → 403
          cf-mitigated: challenge
        ${later}`,
    },
    'AWS WAF asks, and asks again': {
      as: 'stopped',
      data: { status: 405, who: 'AWS WAF' },
      trace: `
        GET ${authorize}
        → 405
          x-amzn-waf-action: captcha
        GET ${authorize} [+5s]
        → 405
          x-amzn-waf-action: captcha`,
    },
    'DataDome asks in a page that says nothing else': {
      as: 'stopped',
      at: ['1 response.body'],
      only: 'har', // webRequest has no bodies
      data: { who: 'DataDome' },
      trace: page(403, "<script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script>"),
    },
    'PerimeterX asks': { as: 'stopped', only: 'har', data: { who: 'HUMAN (PerimeterX)' }, trace: page(403, '<div id="px-captcha"></div>') },
    'Akamai asks': {
      as: 'stopped',
      only: 'har',
      data: { who: 'Akamai' },
      trace: page(428, '<div id="sec-if-cpt-container"></div>'),
    },
    'the page says so in words, which is all that a browser shows of it': {
      as: 'stopped',
      data: { who: 'a bot check', status: 503 },
      trace: `
        GET ${authorize}
        → 503
          "Checking your browser before accessing idp.example"
        ${later}`,
    },
    'the callback is asked': {
      as: 'stopped',
      at: ['2 response.header.cf-mitigated'],
      data: { host: 'app.example', what: 'the app’s callback' },
      trace: `${callback}${later}`,
    },
    'the token endpoint asks a script, which can not answer': {
      as: 'call',
      severity: 'error',
      data: { host: 'idp.example', what: 'the token endpoint' },
      trace: `
        GET ${authorize}
        → 302 ${answer}
        GET ${answer}
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&client_id=app&code=CANARY-c&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 403
          cf-mitigated: challenge`,
    },
    'the call fails for the page, since the check allows no other site to read it': {
      as: 'call',
      only: 'web-request', // a file has no headers of what the browser gave up
      data: { status: 202, who: 'AWS WAF' },
      trace: `
        GET ${authorize}
        → 302 ${answer}
        GET ${answer}
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&client_id=app&code=CANARY-c&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → failed net::ERR_FAILED after 202
          x-amzn-waf-action: challenge`,
    },
    'the recording ends while it is being solved': {
      as: 'asked',
      severity: 'info',
      only: 'har', // what webRequest tells is drawn as over
      trace: `
        GET ${authorize}
        → 403
          cf-mitigated: challenge`,
    },
    'it is solved, and the login goes on': {
      as: 'passed',
      severity: 'info',
      trace: `
        GET ${authorize}
        → 403
          cf-mitigated: challenge
        ${through}`,
    },
    'it is solved at the callback': {
      as: 'passed',
      trace: `${callback}
        POST ${answer}&__cf_chl_tk=CANARY [from https://app.example] [+6s]
          = md=CANARY
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
        → 200`,
    },
  },
  passes: {
    'nobody asks': through,
    'the sign-in page has a captcha of its own': {
      only: 'har',
      trace: page(200, '<form><input type="password"><script src="https://geo.captcha-delivery.com/x.js"></script></form>'),
    },
    'the firewall refuses and asks nothing': {
      only: 'har',
      trace: page(403, '<h1>Access denied</h1><p>Cloudflare Ray ID: CANARY</p>'),
    },
    'Cloudflare let it through': `
        GET ${authorize}
        → 302 ${answer}
          cf-ray: CANARY
        GET ${answer}
        → 200`,
    'a picture of the page is held back': `
        GET ${authorize}
        → 200
        GET https://idp.example/logo.png [image] [from https://idp.example]
        → 403
          cf-mitigated: challenge`,
  },
  skips: {
    'it is a logout': `
        GET https://idp.example/logout?id_token_hint=CANARY.CANARY.CANARY&post_logout_redirect_uri=https://app.example/
        → 403
          cf-mitigated: challenge`,
  },
  unsure: {
    'the provider has not answered': {
      why: 'never-finished',
      trace: `
        GET ${authorize}
        → pending`,
    },
  },
});

it('comes before the status that the check was sent with', () => {
  for (const source of ['web-request', 'har'] as const) {
    const [flow] = analyze(capture(`${callback}${later}`, source).capture).flows;
    expect([flow?.outcome, flow?.headline]).toEqual(['failed', 'bot-challenge']);
    expect(flow?.findings.find((f) => f.check === 'callback-http-error')?.under).toBe('bot-challenge');
  }
});
