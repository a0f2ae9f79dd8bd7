import { frontchannelLogoutBroken } from '../../../../lib/checks/logout/frontchannel-logout-broken.ts';
import { cases } from '../../../build/cases.ts';

const tells = 'https://shop.example/signed-out?iss=https%3A%2F%2Fidp.example&sid=CANARY-sid';
const end = 'https://idp.example/end_session?client_id=web&id_token_hint=CANARY';
/** The shop was opened before and has a session; then the provider's page tells it in a frame. */
const told = (answer: string, { before = '', sent = '', url = tells } = {}) => `
        ${before}
        GET ${end} [from https://app.example/]
          Cookie: idp_session=CANARY-idp-0123456789
        → 200
        GET ${url} [frame 5] [from https://idp.example/end_session]
          Sec-Fetch-Site: cross-site
          ${sent}
        ${answer}`;
const shop = (attributes: string) => `GET https://shop.example/
        → 200
          Set-Cookie: shop_session=CANARY-shop-0123456789; Path=/; Secure; HttpOnly; ${attributes}`;

cases(frontchannelLogoutBroken, {
  fails: {
    'the address forbids frames': {
      as: 'framed',
      at: ['2 response.header.x-frame-options', '2 request.url'],
      severity: 'warning',
      data: { host: 'shop.example', rule: '`X-Frame-Options: DENY`' },
      trace: told('→ 200\n          X-Frame-Options: DENY'),
    },
    'its policy lets only itself frame it': {
      as: 'framed',
      data: { rule: 'CSP `frame-ancestors`' },
      trace: told("→ 200\n          Content-Security-Policy: frame-ancestors 'self'"),
    },
    'the browser stops the frame, and the header is gone': {
      as: 'framed',
      at: ['2 outcome.reason'],
      only: 'web-request',
      trace: told('→ failed net::ERR_BLOCKED_BY_RESPONSE after 200'),
    },
    'nothing is there': {
      as: 'failed',
      at: ['2 response.status'],
      data: { host: 'shop.example', result: 'HTTP 404' },
      trace: told('→ 404'),
    },
    'its redirects end nowhere': {
      as: 'failed',
      at: ['3 response.status', '2 request.url'],
      trace: told('→ 302 /login\n        GET https://shop.example/login [frame 5]\n        → 500'),
    },
    'the line breaks': {
      as: 'failed',
      at: ['2 outcome.reason'],
      data: { result: 'no answer came' },
      trace: told('→ failed net::ERR_NAME_NOT_RESOLVED'),
    },
    'the browser withholds its cookie': {
      as: 'third-party',
      at: ['3 request.cookie.shop_session', '1 request.url'],
      data: { cookie: 'shop_session' },
      trace: told('→ 200', { before: shop('SameSite=None') }),
    },
    'the cookie never travels into frames': {
      as: 'same-site',
      at: ['3 request.cookie.shop_session', '1 request.url'],
      trace: told('→ 200', { before: shop('SameSite=Lax') }),
    },
    'only the session is named': {
      as: 'identifiers',
      at: ['2 request.query.iss'],
      severity: 'info',
      data: { present: 'sid', missing: 'iss' },
      trace: told('→ 200', { url: 'https://shop.example/signed-out?sid=CANARY-sid' }),
    },
  },
  passes: {
    'it answers, and nobody was signed in there': told('→ 200'),
    'its cookie came along': told('→ 200', { before: shop('SameSite=None'), sent: 'Cookie: shop_session=CANARY-shop-0123456789' }),
    'its policy names the provider': told('→ 200\n          Content-Security-Policy: frame-ancestors https://idp.example'),
    'its redirects end well': told('→ 302 /done\n        GET https://shop.example/done [frame 5]\n        → 200'),
    'both sites are one': `
        GET https://idp.example.com/end_session?client_id=web&id_token_hint=CANARY
        → 200
        GET https://shop.example.com/signed-out?iss=https%3A%2F%2Fidp.example.com&sid=CANARY [frame 5] [from https://idp.example.com/end_session]
        → 200`,
  },
  skips: {
    'nobody else is told': `
        GET ${end}
        → 200`,
    'the frame is the provider’s own': `
        GET ${end}
        → 200
        GET https://idp.example/check-session/logout [frame 5] [from https://idp.example/end_session]
        → 404`,
    'a frame of the page is about something else': `
        GET ${end}
        → 200
        GET https://ads.example/banner [frame 5] [from https://idp.example/end_session]
        → 404`,
  },
  unsure: {
    'cookies are not in the file': {
      why: 'header-hidden',
      only: 'har',
      trace: told('→ 200').replace('Cookie: idp_session=CANARY-idp-0123456789', ''),
    },
    'it has not answered': { why: 'never-finished', trace: told('→ pending') },
    'the page went on before it had': { why: 'never-finished', only: 'web-request', trace: told('→ failed net::ERR_ABORTED') },
  },
});
