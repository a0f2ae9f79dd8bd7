import { authzHttpError } from '../../../../lib/checks/response/authz-http-error.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';

cases(authzHttpError, {
  fails: {
    'Keycloak misses the cookie of its own page': {
      as: 'said',
      data: { code: ' `cookie_not_found`', reason: 'the cookie of its sign-in page did not come back' },
      trace: `
        GET ${authorize}
        → 400
          "We are sorry... Restart login cookie not found. It may have expired; it may have been deleted."`,
    },
    'Google does not know the origin of the page': {
      as: 'said',
      data: { code: ' `origin_mismatch`', reason: 'the page’s origin is not one that is registered' },
      trace: `
        GET ${authorize}
        → 302 https://idp.example/signin/oauth/error?error=origin_mismatch&client_id=app
        GET https://idp.example/signin/oauth/error?error=origin_mismatch&client_id=app
        → 200`,
    },
    'a page with status 200 names a numbered error': {
      as: 'said',
      only: 'har',
      data: { code: ' `AADSTS50020`' },
      trace: `
        GET ${authorize}
        → 200
          Content-Type: text/html
          = <script>$Config={"strServiceExceptionMessage":"AADSTS50020: User account CANARY does not exist in tenant"};</script>`,
    },
    'the server has lost the sign-in that was under way': {
      as: 'submitted',
      only: 'har',
      data: { status: 400 },
      trace: `
        GET ${authorize}
        → 200
          Content-Type: text/html
          = <form method="post"><input type="password"></form>
        POST https://idp.example/login [from https://idp.example/authorize]
          = user=CANARY&password=CANARY
        → 400
          Content-Type: text/html
          = <h1>We are sorry</h1><p>Cookie not found.</p>`,
    },
    'the page names another parameter': {
      as: 'said',
      only: 'har',
      data: { reason: 'it does not accept, or misses, the parameter `scope`' },
      trace: `
        GET ${authorize}
        → 400
          Content-Type: text/html
          = <h1>We are sorry</h1><p>Invalid parameter: scope</p>`,
    },
    'the page says that the client is not known': {
      as: 'client',
      at: ['1 response.status', '1 request.url'],
      severity: 'error',
      data: { status: 400 },
      trace: `
        GET ${authorize}
        → 400
          "Client not found."`,
    },
    'the page gives the code of an unknown client': {
      as: 'client',
      data: { status: 401, code: ' (`invalid_client`)' },
      trace: `
        GET ${authorize}
        → 401
          "Error: invalid_client (the app is not known)"`,
    },
    'the page gives a reason': {
      as: 'said',
      data: { status: 400, code: ' `unsupported_response_type`', reason: 'it does not offer this response_type' },
      trace: `
        GET ${authorize}
        → 400
          "error: unsupported_response_type, sorry"`,
    },
    'the address of the error page gives a reason': {
      as: 'said',
      at: ['2 response.status', '2 request.url'],
      data: { status: 400, code: ' `invalid_scope`' },
      trace: `
        GET ${authorize}
        → 302 https://idp.example/error?error=invalid_scope&error_description=no
        GET https://idp.example/error?error=invalid_scope&error_description=no
        → 400`,
    },
    'the provider refuses and gives no reason': {
      as: 'refused',
      at: ['1 response.status', '1 request.url'],
      severity: 'error',
      data: { status: 403 },
      trace: `
        GET ${authorize}
        → 403`,
    },
    'there is nothing at the address': {
      as: 'refused',
      data: {
        status: 404,
        why: 'There is nothing at this address: the authorization endpoint in the app’s settings is wrong.',
      },
      trace: `
        GET ${authorize}
        → 404`,
    },
    'the size of the request explains it': {
      as: 'refused',
      headline: 'header-limit-rejected',
      data: { status: 414, why: 'The request is large; see the size findings.' },
      trace: `
        GET ${authorize}&login_hint=${'a'.repeat(9000)}
        → 414`,
    },
    'the request is large, though no server in wide use would refuse it': {
      as: 'refused',
      data: {
        status: 400,
        why: 'It does that when it does not accept a parameter it must not answer by redirect, or when a rule blocks the request. The request is large (7150 bytes of address and headers): if it works in a private window, its size or a stale cookie is the reason.',
      },
      only: 'har',
      trace: `
        GET ${authorize}
          Cookie: sid=${'a'.repeat(7000)}
        → 400`,
    },
    'a later page of the provider refuses': {
      as: 'refused',
      at: ['3 response.status'],
      trace: `
        GET ${authorize}
        → 302 https://idp.example/login
        GET https://idp.example/login
        → 302 https://idp.example/consent
        GET https://idp.example/consent
        → 403`,
    },
    'it fails in a silent frame': {
      as: 'broken',
      trace: `
        GET ${authorize}&prompt=none [frame] [from https://app.example]
        → 500`,
    },
    'the server failed': {
      as: 'broken',
      at: ['1 response.status', '1 request.url'],
      severity: 'error',
      data: { status: 502 },
      trace: `
        GET ${authorize}
        → 502`,
    },
    'the server failed after the password': {
      as: 'broken',
      at: ['2 response.status'],
      trace: `
        GET ${authorize}
        → 200
        POST https://idp.example/login [from https://idp.example]
          = username=CANARY-user&password=CANARY-password
        → 500`,
    },
    'there are too many requests': {
      as: 'busy',
      data: { retry: ', retry after 30 s' },
      trace: `
        GET ${authorize}
        → 429
          Retry-After: 30`,
    },
    'there are too many requests, and nobody says how long': {
      as: 'busy',
      data: { retry: '' },
      trace: `
        GET ${authorize}
        → 429`,
    },
  },
  passes: {
    'the login was answered': `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'an error on the way did not stop it': `
        GET ${authorize}
        → 401
          WWW-Authenticate: Negotiate
        GET ${authorize}
          Authorization: Negotiate CANARY-ticket
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'the redirect_uri is the reason, which has a check of its own': `
        GET ${authorize}
        → 400
          "Invalid parameter: redirect_uri"`,
    'the callback fails, not the provider': `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 500`,
  },
  skips: {
    'what the user typed is refused': {
      only: 'har',
      trace: `
        GET ${authorize}
        → 200
        POST https://idp.example/login [from https://idp.example/authorize]
          = user=CANARY&password=CANARY
        → 403
          Content-Type: text/html
          = <h1>Your account is locked</h1>`,
    },
    'the user left the login page': `
        GET ${authorize}
        → 200`,
    'the password was wrong: the sign-in page is still there': `
        GET ${authorize}
        → 200
        POST https://idp.example/login [from https://idp.example]
          = username=CANARY-user&password=CANARY-password
        → 401`,
    'the browser is asked to prove who the user is': `
        GET ${authorize}
        → 401
          WWW-Authenticate: Negotiate`,
    'a picture on the login page is missing': `
        GET ${authorize}
        → 200
        GET https://idp.example/logo.png [image] [from https://idp.example]
        → 404`,
    'a bot check stands in front, which the user can pass': `
        GET ${authorize}
        → 403
          Server: cloudflare
          cf-mitigated: challenge`,
    'a bot check stands in front with status 503': `
        GET ${authorize}
        → 503
          x-amzn-waf-action: challenge`,
    'the connection failed, which has a check of its own': `
        GET ${authorize}
        → failed net::ERR_CONNECTION_REFUSED`,
  },
  unsure: {
    'the provider has not answered': {
      why: 'never-finished',
      trace: `
        GET ${authorize}
        → pending`,
    },
    'its next page has not answered': {
      why: 'never-finished',
      trace: `
        GET ${authorize}
        → 302 https://idp.example/login
        GET https://idp.example/login
        → pending`,
    },
  },
});
