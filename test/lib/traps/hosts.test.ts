import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const state = 'CANARY-state-abcdefgh';
const challenge = 'code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256';
const request = (redirectUri: string) =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${redirectUri}&state=${state}&${challenge}`;
const answer = `code=CANARY-code-0123456789&state=${state}`;
const txn = 'txn=CANARY-txn-0123456789';

describe('16 addresses the browser upgrades by itself', () => {
  calm({
    'the app’s http address is in the browser’s HSTS list': `
        GET http://app.example/login [by browser]
        → 307 https://app.example/login
        GET https://app.example/login
        → 302 ${request('https://app.example/cb')}
          Set-Cookie: ${txn}; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb')}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
          Cookie: ${txn}
        → 302 /
        GET https://app.example/
        → 200`,
    'a link to the provider is http and gets upgraded': `
        GET https://app.example/login
        → 302 ${request('https://app.example/cb').replace('https://idp', 'http://idp')}
          Set-Cookie: ${txn}; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb').replace('https://idp', 'http://idp')} [by browser]
        → 307 ${request('https://app.example/cb')}
        GET ${request('https://app.example/cb')}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
          Cookie: ${txn}
        → 302 /
        GET https://app.example/
        → 200`,
    'the user types the address, and the server puts it right': `
        GET http://app.example/
        → 301 https://app.example/
        GET https://app.example/
          Cookie: theme=CANARY-dark
        → 200
        GET https://app.example/login [+5s]
        → 302 ${request('https://app.example/cb')}
          Set-Cookie: ${txn}; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb')}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
          Cookie: ${txn}
        → 302 /
        GET https://app.example/
        → 200`,
    'the server redirects from http into the login at once': `
        GET http://app.example/login
        → 301 https://app.example/login
        GET https://app.example/login
        → 302 ${request('https://app.example/cb')}
          Set-Cookie: ${txn}; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb')}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
          Cookie: ${txn}
        → 302 /
        GET https://app.example/
        → 200`,
  });
});

describe('17 callbacks that pass the user on', () => {
  calm({
    'the callback takes the answer, sets the session and redirects': `
        GET https://app.example/login
        → 302 ${request('https://app.example/cb')}
          Set-Cookie: ${txn}; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb')}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
          Cookie: ${txn}
        → 302 /dashboard
          Set-Cookie: txn=; Path=/; Max-Age=0
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://app.example/dashboard
          Cookie: session=CANARY-session-0123
        → 200`,
    'a central domain of the company logs in for the shop': `
        GET https://shop.example/login
        → 302 https://login.company.example/start?return=https%3A%2F%2Fshop.example%2Fdone
          Set-Cookie: shop_login=CANARY-shop-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://login.company.example/start?return=https%3A%2F%2Fshop.example%2Fdone
        → 302 ${request('https://login.company.example/cb')}
          Set-Cookie: central=CANARY-central-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://login.company.example/cb')}
        → 302 https://login.company.example/cb?${answer}
        GET https://login.company.example/cb?${answer}
          Cookie: central=CANARY-central-0123456789
        → 302 https://shop.example/done?ticket=CANARY-ticket-0123456789
          Set-Cookie: central_session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://shop.example/done?ticket=CANARY-ticket-0123456789
          Cookie: shop_login=CANARY-shop-0123456789
        → 302 /
          Set-Cookie: shop_session=CANARY-session-4567; Path=/; Secure; HttpOnly
        GET https://shop.example/
          Cookie: shop_session=CANARY-session-4567
        → 200`,
    'one subdomain of the site starts, another takes the answer': `
        GET https://www.app.example.com/login
        → 302 ${request('https://auth.app.example.com/cb')}
          Set-Cookie: ${txn}; Path=/; Domain=app.example.com; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://auth.app.example.com/cb')}
        → 302 https://auth.app.example.com/cb?${answer}
        GET https://auth.app.example.com/cb?${answer}
          Cookie: ${txn}
        → 302 https://www.app.example.com/
          Set-Cookie: session=CANARY-session-0123; Path=/; Domain=app.example.com; Secure; HttpOnly; SameSite=Lax
        GET https://www.app.example.com/
          Cookie: session=CANARY-session-0123
        → 200`,
  });
});

describe('18 a backend for the frontend with a Strict session', () => {
  calm({
    'answers the callback with a page that goes on by itself': `
        GET https://app.example/bff/login
        → 302 ${request('https://app.example/bff/callback')}
          Set-Cookie: __Host-txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/bff/callback')}
        → 200
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 https://app.example/bff/callback?${answer}
        GET https://app.example/bff/callback?${answer}
          Sec-Fetch-Site: cross-site
          Cookie: __Host-txn=CANARY-txn-0123456789
        → 200
          Set-Cookie: __Host-session=CANARY-session-0123456789; Path=/; Secure; HttpOnly; SameSite=Strict
        GET https://app.example/ [from https://app.example/bff/callback]
          Sec-Fetch-Site: same-origin
          Cookie: __Host-session=CANARY-session-0123456789
        → 200
        GET https://app.example/bff/user [fetch] [from https://app.example/]
          Cookie: __Host-session=CANARY-session-0123456789
        → 200`,
  });
});

describe('23 the session framework gives the cookie a new value with every answer', () => {
  calm({
    'before, during and after the login': `
        GET https://app.example/
          Cookie: session=CANARY-rotation-0-0123
        → 200
          Set-Cookie: session=CANARY-rotation-1-0123; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://app.example/login [+3s]
          Cookie: session=CANARY-rotation-1-0123
        → 302 ${request('https://app.example/cb')}
          Set-Cookie: session=CANARY-rotation-2-0123; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb')}
        → 200
        GET https://app.example/api/notifications [fetch] [tab 2] [from https://app.example/]
          Cookie: session=CANARY-rotation-2-0123
        → 200
          Set-Cookie: session=CANARY-rotation-3-0123; Path=/; Secure; HttpOnly; SameSite=Lax
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
          Cookie: session=CANARY-rotation-3-0123
        → 302 /
          Set-Cookie: session=CANARY-rotation-4-0123; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://app.example/
          Cookie: session=CANARY-rotation-4-0123
        → 200
          Set-Cookie: session=CANARY-rotation-5-0123; Path=/; Secure; HttpOnly; SameSite=Lax`,
  });
});

describe('24 something between the browser and the web', () => {
  calm({
    'a proxy adds headers to requests and answers': `
        GET https://app.example/login
          Via: 1.1 proxy.corp.example
          X-Forwarded-For: 10.1.2.3
          X-BlueCoat-Via: CANARY
        → 302 ${request('https://app.example/cb')}
          Via: 1.1 proxy.corp.example
          X-Cache: MISS from proxy.corp.example
          Set-Cookie: ${txn}; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb')}
          Via: 1.1 proxy.corp.example
          Sec-Restrict-Tenant-Access-Policy: restrict-msa
        → 302 https://app.example/cb?${answer}
          Via: 1.1 proxy.corp.example
        GET https://app.example/cb?${answer}
          Via: 1.1 proxy.corp.example
          Cookie: ${txn}
        → 302 /
        GET https://app.example/
        → 200`,
    'a blocker stops only what counts visitors on the sign-in page': `
        GET https://app.example/login
        → 302 ${request('https://app.example/cb')}
          Set-Cookie: ${txn}; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request('https://app.example/cb')}
        → 200
        GET https://stats.example/counter.js [image] [from https://idp.example]
        → failed net::ERR_BLOCKED_BY_CLIENT
        POST https://idp.example/telemetry [fetch] [from https://idp.example]
        → failed net::ERR_BLOCKED_BY_CLIENT
        GET https://tags.example/frame.html [frame 8] [from https://idp.example]
        → failed net::ERR_BLOCKED_BY_CLIENT
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
          Cookie: ${txn}
        → 302 /
        GET https://app.example/
        → 200`,
  });
});

describe('25 providers with many names', () => {
  calm({
    'the issuer is a template for all tenants': `
        GET https://login.idp.example/common/v2.0/.well-known/openid-configuration [fetch] [from https://app.example]
          Origin: https://app.example
        → 200
          Access-Control-Allow-Origin: *
          = {"issuer":"https://login.idp.example/{tenantid}/v2.0","authorization_endpoint":"https://login.idp.example/common/oauth2/v2.0/authorize","token_endpoint":"https://login.idp.example/common/oauth2/v2.0/token"}
        GET https://login.idp.example/common/oauth2/v2.0/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state}&scope=openid&${challenge} [from https://app.example/]
        → 302 https://app.example/cb?${answer}&iss=https%3A%2F%2Flogin.idp.example%2Ftenant-CANARY%2Fv2.0&session_state=CANARY
        GET https://app.example/cb?${answer}&iss=https%3A%2F%2Flogin.idp.example%2Ftenant-CANARY%2Fv2.0&session_state=CANARY
        → 200`,
    'the metadata names another host than it is served from': `
        GET https://auth.customer.example/.well-known/openid-configuration [fetch] [from https://app.example]
          Origin: https://app.example
        → 200
          Access-Control-Allow-Origin: *
          = {"issuer":"https://tenant.idp.example/","authorization_endpoint":"https://auth.customer.example/authorize"}
        GET https://auth.customer.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state}&${challenge} [from https://app.example/]
        → 302 https://tenant.idp.example/login?state=CANARY-internal-abcdefgh
        GET https://tenant.idp.example/login?state=CANARY-internal-abcdefgh
        → 200
        POST https://tenant.idp.example/login [from https://tenant.idp.example] [+6s]
          = user=CANARY
        → 302 https://auth.customer.example/authorize/resume?state=CANARY-internal-abcdefgh
        GET https://auth.customer.example/authorize/resume?state=CANARY-internal-abcdefgh
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
    'a client looks for the metadata in two places, and finds it in the second': `
        GET https://idp.example/.well-known/oauth-authorization-server [fetch] [from https://app.example]
          Origin: https://app.example
        → 404
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
          Origin: https://app.example
        → 200
          Access-Control-Allow-Origin: *
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize","token_endpoint":"https://idp.example/token"}
        GET ${request('https://app.example/cb')} [from https://app.example/]
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → 200`,
  });
});
