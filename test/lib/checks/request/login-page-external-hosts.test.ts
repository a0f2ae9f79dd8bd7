import { loginPageExternalHosts } from '../../../../lib/checks/request/login-page-external-hosts.ts';
import { cases } from '../../../build/cases.ts';

const state = 'state=CANARY4fK9sQ2mXw7Z8hR3tB6nLp1Y';
const request = `https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https://app.example/cb&${state}`;
const page = `
        GET ${request}
        → 200`;
const script = (url: string, answer: string, from = 'https://idp.example') => `
        GET ${url} [script] [from ${from}]
          Sec-Fetch-Dest: script
        → ${answer}`;
const dead = 'failed net::ERR_NAME_NOT_RESOLVED';
/** The user gives up and goes elsewhere. */
const gone = `
        GET https://news.example/ [+90s]
        → 200`;

cases(loginPageExternalHosts, {
  fails: {
    'the script of the page is not to be had': {
      as: 'failed',
      at: ['2 outcome.reason', '1 request.url'],
      severity: 'warning',
      data: { host: 'cdn.example', page: 'idp.example', reason: 'it failed (net::ERR_NAME_NOT_RESOLVED)' },
      trace: `${page}${script('https://cdn.example/signin.js', dead)}${gone}`,
    },
    'a company filter answers in its place': {
      as: 'failed',
      at: ['2 response.status'],
      data: { reason: 'it answered HTTP 403' },
      trace: `${page}${script('https://cdn.example/signin.js', '403')}${gone}`,
    },
    'the browser breaks off what is answered with an error': {
      as: 'failed',
      at: ['2 outcome.reason'],
      data: { reason: 'it answered HTTP 404' },
      only: 'web-request',
      trace: `${page}${script('https://cdn.example/signin.js', 'failed NS_BINDING_ABORTED after 404')}${gone}`,
    },
    'another host of the same domain is blocked': {
      as: 'failed',
      data: { host: 'static.idp.example' },
      trace: `${page}${script('https://static.idp.example/signin.js', 'failed net::ERR_BLOCKED_BY_CLIENT')}${gone}`.replace(
        'Sec-Fetch-Dest: script',
        'Accept: */*',
      ),
    },
  },
  passes: {
    'all scripts came': `${page}${script('https://cdn.example/signin.js', '200')}${gone}`,
    'a second try went well': `${page}${script('https://cdn.example/signin.js', dead)}${script('https://cdn.example/signin.js?again', '200')}${gone}`,
    'what failed only measures': `${page}${script('https://www.google-analytics.com/analytics.js', 'failed net::ERR_BLOCKED_BY_CLIENT')}${script('https://metrics.idp.example/m.js', dead)}${gone}`,
    'it failed because the user left': `${page}${script('https://cdn.example/signin.js', 'failed net::ERR_ABORTED')}${gone}`,
    'a picture failed': `${page}
        GET https://cdn.example/logo.png [image] [from https://idp.example]
          Sec-Fetch-Dest: image
        → ${dead}${gone}`,
    'the page is of the same host': `${page}${script('https://idp.example/signin.js', '404')}${gone}`,
    'it belongs to another page': `${page}${script('https://cdn.example/news.js', dead, 'https://news.example')}${gone}`,
    'the login went on without it': `
        GET ${request}
        → 200${script('https://cdn.example/signin.js', dead)}
        POST https://idp.example/signin [from https://idp.example] [+8s]
          = user=CANARY
        → 302 https://app.example/cb?code=CANARY-code-0123&${state}
        GET https://app.example/cb?code=CANARY-code-0123&${state}
        → 200`,
  },
  skips: {
    'the provider stopped with an error of its own': `
        GET ${request}
        → 400
          "Invalid redirect_uri"${script('https://cdn.example/error.js', dead)}${gone}`,
  },
  unsure: {
    'the page has just been opened': {
      why: 'capture-ended-early',
      only: 'web-request',
      live: true,
      trace: `${page}${script('https://cdn.example/signin.js', dead)}`,
    },
  },
});
