import { thirdPartyCookieBlocked } from '../../../../lib/checks/cookies/third-party-cookie-blocked.ts';
import { cases } from '../../../build/cases.ts';

const silent =
  'https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/silent&prompt=none&state=st-CANARY';
const noSession = 'https://app.example/silent?error=login_required&state=st-CANARY';
/** The user signed in at the provider in a full page before. */
const signedIn = `
        GET https://idp.example/signin [+1s]
        → 200
          Set-Cookie: idp_session=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=None`;

cases(thirdPartyCookieBlocked, {
  fails: {
    'the jar holds the session, the frame goes without it, and the browser says so': {
      as: 'blocked',
      at: ['2 request.cookie.idp_session', '2 request.header.sec-fetch-storage-access'],
      severity: 'error',
      confidence: 'certain',
      only: 'web-request', // a file has no jar readings
      data: { cookie: 'idp_session', host: 'idp.example', word: ' (it says so itself: Sec-Fetch-Storage-Access: none)' },
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
          ~ held idp_session; SameSite=None; Secure; HttpOnly
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'Firefox with third-party cookies off says nothing, and the jar tells': {
      as: 'blocked',
      only: 'web-request',
      browser: 'firefox',
      data: { word: '' },
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          ~ held idp_session; Secure; HttpOnly
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'the capture shows the session being set in a full page': {
      as: 'blocked',
      confidence: 'likely',
      at: ['3 request.cookie.idp_session', '1 response.cookie.idp_session'],
      trace: `
        ${signedIn}
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'Microsoft answers with a number of its own': {
      as: 'blocked',
      trace: `
        ${signedIn}
        GET ${silent}&response_mode=fragment [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
        → 302 https://app.example/silent#error=interaction_required&error_description=AADSTS50058%3A+session+information+is+not+sufficient&state=st-CANARY
        GET https://app.example/silent#error=interaction_required&error_description=AADSTS50058%3A+session+information+is+not+sufficient&state=st-CANARY [frame]
        → 200`,
    },
    'the session cookie is Lax and never travels into frames': {
      as: 'same-site',
      at: ['2 request.cookie.idp_session'],
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: active
          ~ held idp_session; SameSite=Lax; Secure; HttpOnly
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'the session cookie says nothing about SameSite, which Chrome takes for Lax': {
      as: 'same-site',
      at: ['3 request.cookie.idp_session', '1 response.cookie.idp_session'],
      trace: `
        GET https://idp.example/signin
        → 200
          Set-Cookie: idp_session=CANARY-0123456789; Path=/; Secure; HttpOnly
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'a cookie set in the frame does not come back in it': {
      as: 'not-kept',
      at: ['3 request.cookie.AUTH_SESSION_ID', '2 response.cookie.AUTH_SESSION_ID'],
      trace: `
        GET https://app.example/
        → 200
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
        → 302 /login-actions/authenticate
          Set-Cookie: AUTH_SESSION_ID=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=None
        GET https://idp.example/login-actions/authenticate [frame]
          Sec-Fetch-Site: cross-site
        → 400
          "Restart login cookie not found."`,
    },
    'the visible login that follows goes through at once': {
      as: 'worked-around',
      severity: 'warning',
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
          ~ held idp_session; SameSite=None; Secure
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY-2 [+1s]
          Cookie: idp_session=CANARY
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY-2
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY-2
        → 200`,
    },
  },
  passes: {
    'the session cookie is sent': {
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: active
          Cookie: idp_session=CANARY-0123456789
          ~ held idp_session; SameSite=None; Secure; sent
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'nobody is signed in there': {
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
          ~ held nothing
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'Firefox that only blocks trackers says none and sends the cookie': {
      only: 'web-request',
      browser: 'firefox',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
          Cookie: idp_session=CANARY-0123456789
          ~ held idp_session; SameSite=None; Secure; sent
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'only measuring cookies were withheld': {
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
          ~ held _ga; SameSite=None; Secure
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'only a cookie for the language of the page was withheld': {
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
          ~ held page_prefs; SameSite=None; Secure
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'the provider’s page left a cookie for its looks, and nobody signed in': `
        GET https://idp.example/
        → 200
          Set-Cookie: page_prefs=CANARY-compact; Path=/; Secure; SameSite=None
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    'another extension took the cookie out, which the browser would have sent': {
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: active
          ~ held idp_session; SameSite=None; Secure
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'the silent request gets its code without the cookie': {
      trace: `
        ${signedIn}
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
        → 302 https://app.example/silent?code=code-CANARY&state=st-CANARY
        GET https://app.example/silent?code=code-CANARY&state=st-CANARY [frame]
        → 200`,
    },
    'the answer came by web_message, as the token request shows': `
        ${signedIn}
        GET ${silent}&response_mode=web_message [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY&client_id=spa&redirect_uri=https://app.example/silent
        → 200`,
    'the consent is missing, which no cookie would change': `
        ${signedIn}
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
        → 302 https://app.example/silent?error=invalid_scope&state=st-CANARY
        GET https://app.example/silent?error=invalid_scope&state=st-CANARY [frame]
        → 200`,
  },
  skips: {
    'the login runs in a full page': `
        GET ${silent}
        → 302 ${noSession}
        GET ${noSession}
        → 200`,
    'app and provider are one site': `
        GET https://id.example.com/signin
        → 200
          Set-Cookie: idp_session=CANARY-0123456789; Path=/; Secure; SameSite=None
        GET https://id.example.com/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example.com/silent&prompt=none&state=st-CANARY [frame] [from https://app.example.com/]
          Sec-Fetch-Site: same-site
        → 302 https://app.example.com/silent?error=login_required&state=st-CANARY
        GET https://app.example.com/silent?error=login_required&state=st-CANARY [frame]
        → 200`,
  },
  unsure: {
    'the jar could not be read and no sign-in was recorded': {
      why: 'jar-not-readable',
      only: 'web-request',
      live: true,
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'the file’s cookies were removed': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
        → 302 ${noSession}
        GET ${noSession} [frame]
        → 200`,
    },
    'the frame has not been answered yet': {
      why: 'never-finished',
      only: 'web-request',
      live: true,
      trace: `
        GET https://app.example/
        → 200
        GET ${silent} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
          ~ held idp_session; SameSite=None; Secure
        → pending`,
    },
  },
});
