import { redirectUriRejected } from '../../../../lib/checks/redirect-uri/redirect-uri-rejected.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const answered = (redirectUri: string, state: string) => `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=${state}&redirect_uri=${encodeURIComponent(redirectUri)}
        → 302 ${redirectUri}?code=CANARY-c&state=${state}
        GET ${redirectUri}?code=CANARY-c&state=${state}
        → 302 https://app.example/home
        GET https://app.example/home
        → 200`;

cases(redirectUriRejected, {
  fails: {
    'a provider that is known says so': {
      as: 'refused',
      data: {
        rule: 'A registered address may end in `*`; otherwise the whole address counts, without its query.',
        where: ' At Keycloak this is set in “Valid redirect URIs” in the settings of the client.',
        hint: '',
      },
      trace: `
        GET https://sso.example/realms/acme/protocol/openid-connect/auth?response_type=code&client_id=app&state=CANARY-s&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb
        → 400
          "We are sorry... Invalid parameter: redirect_uri"`,
    },
    'the provider is known not to take localhost': {
      as: 'refused',
      data: {
        hint: ' Spotify does not accept `localhost`.',
        where: ' At Spotify this is set in “Redirect URIs” in the settings of the app on the developer dashboard.',
      },
      trace: `
        GET https://accounts.spotify.com/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb
        → 400
          "INVALID_CLIENT: Insecure redirect URI"`,
    },
    'the provider only looks like a known one': {
      as: 'refused',
      data: {
        rule: 'Scheme, host, port, path, case and final slash all count.',
        where: '',
        hint: ' Some providers accept `http://127.0.0.1` and not `http://localhost`, others the reverse.',
      },
      trace: `
        GET https://accounts.spotify.com.evil.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb
        → 400
          "Insecure redirect URI"`,
    },
    'GitHub reports it to the registered address': {
      as: 'refused',
      data: {
        landed: '; it reported the error to a registered one, at https://www.app.example',
        where: ' At GitHub this is set in “Authorization callback URL” of the OAuth app.',
      },
      trace: `
        GET https://github.com/login/oauth/authorize?client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://www.app.example/cb?error=redirect_uri_mismatch&error_description=The+redirect_uri+MUST+match&state=CANARY-s
        GET https://www.app.example/cb?error=redirect_uri_mismatch&error_description=The+redirect_uri+MUST+match&state=CANARY-s
        → 200`,
    },
    'the page of the provider says so': {
      as: 'refused',
      at: ['1 request.query.redirect_uri', '1 response.body'],
      severity: 'error',
      trace: `
        GET ${authorize}
        → 400
          "We are sorry... Invalid parameter: redirect_uri"`,
    },
    'a JSON page says so': {
      as: 'refused',
      at: ['1 request.query.redirect_uri', '1 response.body'],
      only: 'har',
      trace: `
        GET ${authorize}
        → 400
          = {"error":"redirect_uri_mismatch","error_description":"The redirection URI provided does not match a pre-registered value."}`,
    },
    'a page with status 200 says so': {
      as: 'refused',
      at: ['1 request.query.redirect_uri', '1 response.body'],
      // Only the text of error pages is read live.
      only: 'har',
      trace: `
        GET ${authorize}
        → 200
          = <html><body><h1>An error has occurred</h1><p>The redirect URI included is not valid.</p></body></html>`,
    },
    'the address of the error page says so': {
      as: 'refused',
      at: ['1 request.query.redirect_uri', '2 request.url'],
      only: 'web-request',
      trace: `
        GET ${authorize}
        → 302 https://idp.example/error?error=redirect_mismatch&client_id=app
        GET https://idp.example/error?error=redirect_mismatch&client_id=app
        → 200`,
    },
    'the address of the error page says so in base64, and its text is not known': {
      as: 'refused',
      at: ['1 request.query.redirect_uri', '2 request.url'],
      only: 'web-request',
      trace: `
        GET ${authorize}
        → 302 https://idp.example/signin/oauth/error?authError=ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2g&client_id=app
        GET https://idp.example/signin/oauth/error?authError=ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2g&client_id=app
        → 400`,
    },
    'the answer goes to the registered address and says so': {
      as: 'refused',
      at: ['1 request.query.redirect_uri', '1 response.location.query.error'],
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fstaging.app.example%2Fcb
        → 302 https://app.example/cb?error=redirect_uri_mismatch&error_description=The%20redirect_uri%20MUST%20match&state=CANARY-s
        GET https://app.example/cb?error=redirect_uri_mismatch&error_description=The%20redirect_uri%20MUST%20match&state=CANARY-s
        → 200`,
    },
    'it was posted in the request': {
      as: 'refused',
      at: ['1 request.form.redirect_uri'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 400
          "redirect_uri did not match any client's registered redirect_uris"`,
    },
    'the provider misses one': {
      as: 'refused',
      headline: 'authz-param-problem',
      at: ['1 request.query.redirect_uri', '1 response.body'],
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&scope=openid
        → 400
          "Missing required parameter: redirect_uri"`,
    },
    'a router’s own parameter strayed into it': {
      as: 'refused',
      data: {
        hint: ' It carries `_rsc`, which belongs to the page the login began on and changes from visit to visit: build it from settings, not from the page’s address.',
      },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3F_rsc%3DCANARY
        → 400
          "Invalid parameter: redirect_uri"`,
    },
    'it says http, which the hint names': {
      as: 'refused',
      data: { hint: ' It says `http://`, which most providers refuse outside localhost.' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=http%3A%2F%2Fapp.example%2Fcb
        → 400
          "Insecure redirect URI"`,
    },
    'another login of the app went through with a slash at the end': {
      as: 'differs',
      at: ['4 request.query.redirect_uri', '4 response.status', '1 request.query.redirect_uri'],
      data: { difference: 'the slash at its end' },
      only: 'web-request',
      trace: `${answered('https://app.example/cb/', 'CANARY-1')}
        GET ${authorize} [+60s]
        → 400`,
    },
    'the page can not be read': {
      as: 'maybe',
      at: ['1 request.query.redirect_uri', '1 response.status'],
      only: 'web-request',
      data: { status: 400, page: 'is not in this capture' },
      trace: `
        GET ${authorize}
        → 400`,
    },
    'the page gives no reason': {
      as: 'maybe',
      data: { status: 400, page: 'does not name what it means' },
      trace: `
        GET ${authorize}
        → 400
          "Something went wrong. Please go back and try again."`,
    },
  },
  passes: {
    'the provider would have reported it to the registered address': `
        GET https://github.com/login/oauth/authorize?client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 400
          "Something went wrong"`,
    'the page says that its own cookie is missing': `
        GET https://sso.example/realms/acme/protocol/openid-connect/auth?response_type=code&client_id=app&state=CANARY-s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 400
          "We are sorry... Restart login cookie not found. It may have expired"`,
    'the login was answered': answered('https://app.example/cb', 'CANARY-1'),
    'another error came back': `
        GET ${authorize}
        → 302 https://app.example/cb?error=invalid_scope&state=CANARY-s
        GET https://app.example/cb?error=invalid_scope&state=CANARY-s
        → 200`,
    'the page blames the client': `
        GET ${authorize}
        → 400
          "Invalid client: application with identifier app was not found"`,
    'the same address worked before': `${answered('https://app.example/cb', 'CANARY-1')}
        GET ${authorize} [+60s]
        → 400
          "Something went wrong"`,
    'the server failed': `
        GET ${authorize}
        → 503
          "Service unavailable"`,
    'the request was too large for the server': `
        GET ${authorize}&login_hint=${'a'.repeat(9000)}
        → 400
          "400 Bad Request - Request Header Or Cookie Too Large"
          Server: nginx`,
    'the callback was reached without an answer': `
        GET ${authorize}
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 400`,
  },
  skips: {
    'the user left the login page': `
        GET ${authorize}
        → 200`,
    'a long page that only mentions it is no refusal': `
        GET ${authorize}
        → 200
          = <html><body><h1>Sign in</h1><script>var help = "redirect_uri mismatch: see the documentation"</script><p>Welcome</p></body></html>`,
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
    'the request is still open': `
        GET ${authorize}
        → pending`,
  },
  unsure: {
    'the address was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 400
          "Something went wrong"`,
    },
    'somebody redacted the address': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-s&redirect_uri=[redacted]
        → 400
          "Something went wrong"`,
    },
  },
});
