import { answer, ask, code, type Rows, signIn, state } from './row.ts';

const kept = 'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax';
const back = `https://app.example/cb?${answer()}`;
const plainAsk = ask().replace(/&code_challenge.*$/, '');
const silent = ask({ extra: '&prompt=none' });
const loginRequired = `https://app.example/cb?error=login_required&state=${state}-1`;

/** Third-party cookies, frames, windows and other rules of the browser. */
export const browserPolicy: Rows = {
  'E1 a silent renewal does not bring the provider’s cookie': {
    says: 'third-party-cookie-blocked/blocked',
    only: 'web-request',
    thirdPartyCookies: 'blocked',
    trace: `
  GET https://app.example/
  → 200
  GET ${silent} [frame] [from https://app.example/]
    Sec-Fetch-Site: cross-site
    ~ held idp_session; SameSite=None; Secure
  → 302 ${loginRequired}
  GET ${loginRequired} [frame] [from https://app.example/]
  → 200`,
  },
  'E2 a login-status frame without cookies and a page that loads forever': {
    says: 'login-loop/silent',
    trace: `
  GET https://app.example/
  → 200
  GET https://idp.example/protocol/openid-connect/3p-cookies/step1.html [frame] [from https://app.example/]
    Sec-Fetch-Site: cross-site
  → 200
${[1, 2, 3, 4, 5, 6]
  .map(
    (n) => `  GET ${ask({ n, extra: '&prompt=none' })} [from https://app.example/]
  → 302 https://app.example/cb?error=login_required&state=${state}-${n}
  GET https://app.example/cb?error=login_required&state=${state}-${n}
  → 200`,
  )
  .join('\n')}`,
  },
  'E3 the provider lost the sign-in that was under way': {
    says: 'authz-http-error/submitted',
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: ${kept}
  GET ${ask()}
  → 200
    Set-Cookie: AUTH_SESSION_ID=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=None
  POST https://idp.example/login-actions/authenticate?client_id=web&tab_id=CANARY [from https://idp.example] [+40min]
    = user=CANARY
  → 400
    "We are sorry... Cookie not found. Please make sure cookies are enabled in your browser."`,
  },
  'E4 a handler on another site can not see what the app stored': {
    says: 'callback-http-error/error-text',
    trace: `
  GET https://app.example/
  → 200
  GET https://project.handler.example/__/auth/handler?apiKey=CANARY&authType=signInViaRedirect [from https://app.example/]
  → 302 ${ask({ redirect: 'https://project.handler.example/__/auth/handler' })}
  GET ${ask({ redirect: 'https://project.handler.example/__/auth/handler' })}
  → 200
  POST https://idp.example/signin [from https://idp.example] [+9s]
  → 302 https://project.handler.example/__/auth/handler?${answer()}
  GET https://project.handler.example/__/auth/handler?${answer()}
  → 200
    Content-Type: text/html
    = <html><body>Unable to process request due to missing initial state. Login failed.</body></html>`,
    only: 'har',
  },
  'E5 the hidden frame ends on a page instead of an answer': {
    says: 'silent-auth-failed/no-answer',
    remark: true,
    trace: `
  GET https://app.example/
  → 200
  GET ${silent} [frame] [from https://app.example/]
  → 302 /login
  GET https://idp.example/login [frame]
  → 200
  GET https://app.example/api/ping [fetch] [from https://app.example] [+20s]
  → 200`,
  },
  'E7 the provider refuses to be shown in a frame': {
    says: 'authz-frame-blocked/blocked',
    trace: `
  GET https://app.example/
  → 200
  GET ${ask()} [frame] [from https://app.example/]
  → 200
    X-Frame-Options: DENY`,
  },
  'E8 a header cuts the login window off': {
    says: 'coop-severs-popup/severed',
    remark: true,
    only: 'web-request',
    trace: `
  GET https://app.example/
  → 200
  GET ${ask()} [tab 2] [opener 1] [from https://app.example/]
  → 200
    Cross-Origin-Opener-Policy: same-origin
  POST https://idp.example/signin [tab 2] [from https://idp.example] [+5s]
  → 302 ${back}
  GET ${back} [tab 2]
  → 200`,
  },
  'E10 the provider’s own rule blocks the way back': {
    says: 'csp-form-action-blocks/redirect',
    browser: 'chrome',
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: ${kept}
  GET ${ask()}
  → 200
    Content-Security-Policy: default-src 'self'; form-action 'self'
  POST https://idp.example/signin [from https://idp.example] [+5s]
  → 302 ${back}`,
  },
  'E11 a background call is redirected to the login': {
    says: 'authz-via-xhr/redirected',
    trace: `
  GET https://app.example/api/data [fetch] [from https://app.example]
    Sec-Fetch-Mode: cors
  → 302 ${ask()}
  GET ${ask()} [fetch] [from https://app.example]
    Sec-Fetch-Mode: cors
    Origin: null
  → failed net::ERR_FAILED`,
  },
  'E12 the provider keeps its token endpoint from pages': {
    says: 'token-cors-blocked/response',
    only: 'web-request',
    trace: `
  GET https://app.example/
  → 200
  GET ${plainAsk} [from https://app.example/]
  → 302 ${back}
  GET ${back}
  → 200
  POST https://idp.example/token [fetch] [from https://app.example]
    Origin: https://app.example
    = grant_type=authorization_code&client_id=web&code=${code}-1&redirect_uri=https://app.example/cb
  → failed net::ERR_FAILED after 200
    Content-Type: application/json`,
  },
  'E13 the app’s protection refuses the posted answer': {
    says: 'callback-http-error/filter',
    trace: `
  GET https://app.example/login
  → 302 ${ask({ extra: '&response_mode=form_post' })}
    Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=None
  GET ${ask({ extra: '&response_mode=form_post' })}
  → 200
  POST https://app.example/cb [from https://idp.example]
    Origin: https://idp.example
    Sec-Fetch-Site: cross-site
    Cookie: txn=CANARY-txn-0123456789
    = ${answer()}
  → 403`,
  },
  'E14 the provider refuses a browser inside an app': {
    says: 'authz-http-error/said',
    trace: `
  GET ${ask()}
    User-Agent: Mozilla/5.0 (Linux; Android 14; Pixel Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36
  → 403
    "Error 403: disallowed_useragent. Access blocked"`,
  },
  'E15 a service worker answers the callback': {
    says: 'callback-service-worker/answered',
    remark: true,
    only: 'web-request',
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: ${kept}
  GET ${ask()}
  → 302 ${back}
  GET ${back} [by worker]
  → 307 ${back}`,
  },
  'E16 a blocker stops a request of the login': {
    says: 'extension-interference/blocked',
    browser: 'chrome',
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: ${kept}
  GET ${ask()}
  → failed net::ERR_BLOCKED_BY_CLIENT`,
  },
  'E17 the account does not belong to the tenant': {
    says: 'authz-http-error/said',
    trace: `${signIn('https://idp.example/error', { cookie: kept })}
  GET https://idp.example/error
  → 400
    "AADSTS50020: User account from identity provider does not exist in tenant and cannot access the application"`,
  },
  'E18 a firewall refuses the callback': {
    says: 'callback-http-error/firewall',
    trace: `${signIn(`${back}&scope=email%20https%3A%2F%2Fwww.example%2Fauth%2Fuserinfo.profile`, { cookie: kept })}
  GET ${back}&scope=email%20https%3A%2F%2Fwww.example%2Fauth%2Fuserinfo.profile
    Cookie: txn=CANARY-txn-0123456789
  → 406
    "Not Acceptable! An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security."`,
  },
};
