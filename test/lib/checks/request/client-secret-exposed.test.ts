import { clientSecretExposed } from '../../../../lib/checks/request/client-secret-exposed.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
const login = `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`;
/** app:CANARY-secret */
const basic = 'Basic YXBwOkNBTkFSWS1zZWNyZXQ=';
/** guard:CANARY-password, which protects the site and not the client */
const siteBasic = 'Basic Z3VhcmQ6Q0FOQVJZLXBhc3N3b3Jk';

cases(clientSecretExposed, {
  fails: {
    'it stands in the authorization request': {
      as: 'url',
      at: ['1 request.query.client_secret'],
      severity: 'error',
      data: { name: 'client_secret' },
      trace: `
        GET ${authorize}&client_secret=CANARY-secret
        → 200`,
    },
    'an assertion of the client stands in the address': {
      as: 'url',
      at: ['1 request.query.client_assertion'],
      data: { name: 'client_assertion' },
      trace: `
        GET ${authorize}&client_assertion=CANARY-assertion
        → 200`,
    },
    'the answer carries it back': {
      as: 'url',
      at: ['1 response.location.query.client_secret'],
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s&client_secret=CANARY-secret
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s&client_secret=CANARY-secret
        → 200`,
    },
    'the page redeems the code with it': {
      as: 'page',
      at: ['3 request.form.client_secret'],
      severity: 'error',
      trace: `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app&client_secret=CANARY-secret
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    },
    'the page sends it as JSON': {
      as: 'page',
      at: ['3 request.body'],
      trace: `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = {"grant_type":"authorization_code","code":"CANARY-c","client_id":"app","client_secret":"CANARY-secret"}
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    },
    'the page puts it into the address of the token request': {
      as: 'page',
      at: ['3 request.query.client_secret'],
      trace: `${login}
        POST https://idp.example/token?client_secret=CANARY-secret [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    },
    'the page refreshes with it, long after the login': {
      as: 'page',
      at: ['1 request.form.client_secret'],
      trace: `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&client_id=app&client_secret=CANARY-secret&refresh_token=CANARY-refresh
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    },
    'the page authenticates as the client with HTTP Basic': {
      as: 'basic',
      at: ['3 request.header.authorization'],
      severity: 'error',
      trace: `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Authorization: ${basic}
          = grant_type=authorization_code&code=CANARY-c
        → 200
          Access-Control-Allow-Origin: https://app.example`,
    },
    'a developer’s console shows it on purpose': {
      as: 'page',
      severity: 'warning',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fcb&state=CANARY-s
        → 302 http://localhost:8080/cb?code=CANARY-c&state=CANARY-s
        GET http://localhost:8080/cb?code=CANARY-c&state=CANARY-s
        → 200
        POST https://idp.example/token [fetch] [from http://localhost:8080]
          = grant_type=authorization_code&code=CANARY-c&client_id=app&client_secret=CANARY-secret
        → 200
          Access-Control-Allow-Origin: http://localhost:8080`,
    },
  },
  passes: {
    'the page redeems the code without one': `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app&code_verifier=CANARY-verifier
        → 200`,
    'the code is redeemed out of sight': login,
    'an empty one is no secret': `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app&client_secret=
        → 200`,
    'HTTP Basic protects the site, not the client': `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          Authorization: ${siteBasic}
          = grant_type=authorization_code&code=CANARY-c&client_id=app
        → 200`,
    'an API of somebody else has a parameter of that name': `${login}
        GET https://api.example/apps?client_secret=CANARY-other [fetch] [from https://app.example]
        → 200`,
  },
  skips: {
    'there is only metadata': {
      only: 'har',
      trace: `
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
        → 200
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize"}`,
    },
    'a client registers itself, which is how it gets a secret': {
      only: 'har',
      trace: `
        POST https://idp.example/register [fetch] [from https://app.example]
          = {"redirect_uris":["https://app.example/cb"]}
        → 201
          = {"client_id":"app","client_secret":"CANARY-secret"}`,
    },
  },
  unsure: {
    'it may be a server that redeems the code': {
      why: 'browser-unknown',
      only: 'har',
      recorder: 'proxy',
      trace: `${login}
        POST https://idp.example/token
          = grant_type=authorization_code&code=CANARY-c&client_id=app&client_secret=CANARY-secret
        → 200`,
    },
    'it may be a server that puts it into an address': {
      why: 'browser-unknown',
      only: 'har',
      recorder: 'proxy',
      trace: `${login}
        POST https://idp.example/token?client_secret=CANARY-secret
          = grant_type=authorization_code&code=CANARY-c&client_id=app
        → 200`,
    },
    'somebody redacted it: it may have been a sample': {
      why: 'redacted-input',
      trace: `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app&client_secret=[redacted]
        → 200`,
    },
  },
});
