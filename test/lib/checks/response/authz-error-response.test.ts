import { authzErrorResponse } from '../../../../lib/checks/response/authz-error-response.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
/** A login that the provider answers with these parameters. */
const answered = (parameters: string, more = '') => `
        GET ${authorize}${more}
        → 302 https://app.example/cb?${parameters}&state=CANARY-s
        GET https://app.example/cb?${parameters}&state=CANARY-s
        → 200`;
const framed = (parameters: string) => `
        GET ${authorize}&prompt=none [frame] [from https://app.example]
        → 302 https://app.example/cb?${parameters}&state=CANARY-s
        GET https://app.example/cb?${parameters}&state=CANARY-s [frame]
        → 200`;
/** {"alg":"RSA-OAEP","enc":"A256GCM"} and four parts nobody can read. */
const encrypted = 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.CANARYkey.CANARYiv.CANARYtext.CANARYtag';

cases(authzErrorResponse, {
  fails: {
    'Okta has not assigned the user': {
      as: 'refused',
      data: { code: 'access_denied', reason: 'the user is not assigned to this app' },
      trace: answered('error=access_denied&error_description=User+is+not+assigned+to+the+client+application.'),
    },
    'Cognito misses an attribute of the upstream account': {
      as: 'refused',
      data: { code: 'invalid_request', reason: 'the account at the upstream provider came without an attribute that is required' },
      trace: answered('error=invalid_request&error_description=attributes+required%3A+%5Bemail%5D'),
    },
    'Salesforce has the app blocked': {
      as: 'refused',
      data: { code: 'oauth_app_blocked', reason: 'an administrator has blocked this app' },
      trace: answered('error=OAUTH_APP_BLOCKED&error_description=this+app+is+blocked+by+admin'),
    },
    'Microsoft sends a number that is not in our list': {
      as: 'refused',
      data: {
        code: 'server_error',
        detail: ' (AADSTS90033)',
        advice:
          'Try again; if it stays, send the provider the time and the correlation id. Enter AADSTS90033 at `login.microsoftonline.com/error` to read what Microsoft says of it.',
      },
      trace: answered('error=server_error&error_description=AADSTS90033%3A+CANARY'),
    },
    'a rule of an Auth0 tenant refuses': {
      as: 'refused',
      data: { code: 'unauthorized', reason: 'a rule or an action of the tenant does not let this user in' },
      trace: answered('error=unauthorized&error_description=CANARY').replaceAll('idp.example', 'acme.auth0.com'),
    },
    'an Auth0 tenant says what it wants with that code': {
      as: 'refused',
      headline: 'pkce-missing',
      data: { code: 'unauthorized', reason: 'it insists on PKCE' },
      trace: answered('error=unauthorized&error_description=code_challenge+is+required').replaceAll('idp.example', 'acme.auth0.com'),
    },
    'the same code comes from somewhere else': {
      as: 'refused',
      data: { code: 'unauthorized', reason: 'it sent an error code that no standard defines' },
      trace: answered('error=unauthorized&error_description=CANARY'),
    },
    'the provider gives refresh tokens without that scope': {
      as: 'refused',
      data: {
        code: 'invalid_scope',
        advice:
          'Ask only for scopes that the client is registered for, separated by single spaces. Google has no scope `offline_access`: a refresh token is asked for with `access_type=offline`, and after the first consent with `prompt=consent` as well.',
      },
      trace: answered('error=invalid_scope', '&scope=openid+offline_access').replaceAll(
        'idp.example/authorize',
        'accounts.google.com/o/oauth2/v2/auth',
      ),
    },
    'the app tries again by itself, and that works': {
      as: 'handled',
      severity: 'info',
      data: { code: 'temporarily_unavailable', flow: 'f2' },
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?error=temporarily_unavailable&state=CANARY-s
        GET https://app.example/cb?error=temporarily_unavailable&state=CANARY-s
        → 302 ${authorize}2
        GET ${authorize}2
        → 302 https://app.example/cb?code=CANARY-code&state=CANARY-s2
        GET https://app.example/cb?code=CANARY-code&state=CANARY-s2
        → 302 /`,
    },
    'a scope is not allowed': {
      as: 'refused',
      at: ['1 response.location.query.error'],
      severity: 'error',
      data: { code: 'invalid_scope', detail: '' },
      trace: answered('error=invalid_scope'),
    },
    'the error is posted': {
      as: 'refused',
      at: ['2 request.form.error'],
      data: { code: 'unauthorized_client' },
      trace: `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          = error=unauthorized_client&state=CANARY-s
        → 200`,
    },
    'the error stands behind the hash': {
      as: 'refused',
      at: ['1 response.location.fragment.error'],
      data: { code: 'unsupported_response_type' },
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb#error=unsupported_response_type&state=CANARY-s
        GET https://app.example/cb#error=unsupported_response_type&state=CANARY-s
        → 200`,
    },
    'the server failed': { as: 'refused', data: { code: 'server_error' }, trace: answered('error=server_error') },
    'a rule of the provider said no, in the words of a cancellation': {
      as: 'refused',
      data: { code: 'access_denied', reason: 'a conditional access rule blocks this sign-in', detail: ' (AADSTS53003)' },
      trace: answered('error=access_denied&error_description=AADSTS53003%3A%20Access%20has%20been%20blocked'),
    },
    'the user is not assigned to the app': {
      as: 'refused',
      data: { code: 'access_denied' },
      trace: answered('error=access_denied&error_description=User%20is%20not%20assigned%20to%20the%20client%20application.'),
    },
    'the address is not registered, as the description says': {
      as: 'refused',
      headline: 'redirect-uri-rejected',
      data: { code: 'invalid_request' },
      trace: answered('error=invalid_request&error_description=Invalid%20redirect_uri'),
    },
    'the code is one that nobody knows': {
      as: 'refused',
      data: { code: 'very_special_failure' },
      trace: answered('error=very_special_failure'),
    },
    'a sentence stands where the code should be': {
      as: 'refused',
      data: { code: 'other' },
      trace: answered('error=Sorry%2C%20CANARY%20user%20is%20locked'),
    },
    'somebody is asked to sign in although the login was visible': {
      as: 'refused',
      data: { code: 'login_required' },
      trace: answered('error=login_required'),
    },
    'a silent login breaks for another reason': { as: 'refused', data: { code: 'invalid_scope' }, trace: framed('error=invalid_scope') },
  },
  passes: {
    'the provider answered with a code': answered('code=CANARY-c'),
    'the provider answered with a token': `
        GET https://idp.example/authorize?response_type=token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 302 https://app.example/cb#access_token=CANARY-token-0123456789&token_type=Bearer&state=CANARY-s
        GET https://app.example/cb#access_token=CANARY-token-0123456789&token_type=Bearer&state=CANARY-s
        → 200`,
    'an empty error is none': answered('code=CANARY-c&error='),
  },
  skips: {
    'the user said no, which has a check of its own': answered('error=access_denied&error_description=The%20user%20denied%20access'),
    'nobody is signed in, which a silent login asks and has a check of its own': framed('error=login_required'),
    'there is no answer': `
        GET ${authorize}
        → 200`,
    'an error stands in the address of some other page': `
        GET ${authorize}
        → 200
        GET https://shop.example/search?error=invalid_scope
        → 200`,
    'the provider stopped on a page of its own, which has a check of its own': `
        GET ${authorize}
        → 400
          "error: invalid_scope"`,
  },
  unsure: {
    'the answer is encrypted': {
      why: 'encrypted',
      trace: `
        GET ${authorize}&response_mode=query.jwt
        → 302 https://app.example/cb?response=${encrypted}
        GET https://app.example/cb?response=${encrypted}
        → 200`,
    },
    'the encrypted answer is posted': {
      why: 'encrypted',
      trace: `
        GET ${authorize}&response_mode=form_post.jwt
        → 200
        POST https://app.example/cb [from https://idp.example]
          = response=${encrypted}
        → 200`,
    },
  },
});
