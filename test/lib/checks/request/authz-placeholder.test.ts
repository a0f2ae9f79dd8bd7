import { authzPlaceholder } from '../../../../lib/checks/request/authz-placeholder.ts';
import { cases } from '../../../build/cases.ts';

const redirectUri = 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
/** A request with these parameters, which the provider does not accept, or does what is given. */
const request = (parameters: string, answer = '400') => `
        GET https://idp.example/authorize?response_type=code&${parameters}
        → ${answer}`;

cases(authzPlaceholder, {
  fails: {
    'the tenant in the address was never set': {
      as: 'address',
      at: ['1 request.url'],
      severity: 'error',
      trace: `
        GET https://idp.example/undefined/oauth2/authorize?response_type=code&client_id=app&${redirectUri}
        → 400`,
    },
    'a deployment left its variable in': {
      as: 'template',
      data: { name: 'client_id' },
      trace: request(`client_id=%23%7BClientId%7D%23&${redirectUri}`),
    },
    'client_id is empty': {
      as: 'empty',
      at: ['1 request.query.client_id'],
      severity: 'error',
      data: { name: 'client_id' },
      trace: request(`client_id=&${redirectUri}&state=CANARY-s`),
    },
    'redirect_uri is empty': { as: 'empty', data: { name: 'redirect_uri' }, trace: request('client_id=app&redirect_uri=&state=CANARY-s') },
    'client_id is the word undefined': {
      as: 'word',
      at: ['1 request.query.client_id'],
      severity: 'error',
      data: { name: 'client_id' },
      trace: request(`client_id=undefined&${redirectUri}&state=CANARY-s`),
    },
    'client_id is the sample of the documentation': {
      as: 'word',
      trace: request(`client_id=YOUR_CLIENT_ID&${redirectUri}&state=CANARY-s`),
    },
    'client_id is a blank to be filled in': {
      as: 'word',
      trace: request(`client_id=%3Cyour-client-id%3E&${redirectUri}&state=CANARY-s`),
    },
    'the address begins with undefined': {
      as: 'word',
      at: ['1 request.query.redirect_uri'],
      data: { name: 'redirect_uri' },
      trace: request('client_id=app&redirect_uri=undefined%2Fcallback&state=CANARY-s'),
    },
    'the host of the address is undefined': {
      as: 'word',
      trace: request('client_id=app&redirect_uri=https%3A%2F%2Fundefined%2Fcallback&state=CANARY-s'),
    },
    'the port of the address is undefined': {
      as: 'word',
      trace: request('client_id=app&redirect_uri=http%3A%2F%2Flocalhost%3Aundefined%2Fcallback&state=CANARY-s'),
    },
    'scope is null': { as: 'word', data: { name: 'scope' }, trace: request(`client_id=app&${redirectUri}&state=CANARY-s&scope=null`) },
    'state is the word undefined': {
      as: 'word',
      data: { name: 'state' },
      trace: request(`client_id=app&${redirectUri}&state=undefined`),
    },
    'client_id is a variable of the shell': {
      as: 'template',
      at: ['1 request.query.client_id'],
      severity: 'error',
      data: { name: 'client_id' },
      trace: request(`client_id=%24%7BCLIENT_ID%7D&${redirectUri}&state=CANARY-s`),
    },
    'client_id is a variable of a template': {
      as: 'template',
      trace: request(`client_id=%7B%7B%20client_id%20%7D%7D&${redirectUri}&state=CANARY-s`),
    },
    'the build did not replace the variable': {
      as: 'template',
      trace: request(`client_id=process.env.CLIENT_ID&${redirectUri}&state=CANARY-s`),
    },
    'the deployment did not replace the marker': {
      as: 'template',
      data: { name: 'redirect_uri' },
      trace: request('client_id=app&redirect_uri=https%3A%2F%2F__APP_HOST__%2Fcb&state=CANARY-s'),
    },
    'it was posted': {
      as: 'word',
      at: ['1 request.form.client_id'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=undefined&${redirectUri}&state=CANARY-s
        → 400`,
    },
    'it was pushed': {
      as: 'word',
      at: ['1 request.form.client_id'],
      // A source without bodies does not see which request_uri a pushed request was given.
      only: 'har',
      trace: `
        POST https://idp.example/par [fetch] [from https://app.example]
          = response_type=code&client_id=undefined&${redirectUri}&state=CANARY-s
        → 201
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY-par","expires_in":60}
        GET https://idp.example/authorize?client_id=undefined&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 400`,
    },
    'audience was never set, and the login goes through': {
      as: 'word',
      severity: 'warning',
      data: { name: 'audience' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&${redirectUri}&state=CANARY-s&audience=undefined
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    },
    'login_hint was never set, and the user is at the login page': {
      as: 'word',
      severity: 'warning',
      data: { name: 'login_hint' },
      trace: request(`client_id=app&${redirectUri}&state=CANARY-s&login_hint=undefined`, '200'),
    },
    'login_hint was never set, and the user declined': {
      as: 'word',
      severity: 'warning',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&${redirectUri}&state=CANARY-s&login_hint=undefined
        → 302 https://app.example/cb?error=access_denied&state=CANARY-s
        GET https://app.example/cb?error=access_denied&state=CANARY-s
        → 200`,
    },
    'audience was never set, and the app fails for a reason of its own': {
      as: 'word',
      severity: 'warning',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&${redirectUri}&state=CANARY-s&audience=undefined
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 500`,
    },
    'scope was never set, and the provider says so': {
      as: 'word',
      severity: 'error',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&${redirectUri}&state=CANARY-s&scope=undefined
        → 302 https://app.example/cb?error=invalid_scope&state=CANARY-s
        GET https://app.example/cb?error=invalid_scope&state=CANARY-s
        → 200`,
    },
  },
  passes: {
    'everything is filled in': request(`client_id=app&${redirectUri}&scope=openid%20profile&state=CANARY-s&nonce=CANARY-n`, '200'),
    'state is an object with braces': request(
      `client_id=app&${redirectUri}&state=%7B%22to%22%3A%22%2Fhome%22%2C%22id%22%3A%22%24%7BCANARY%7D%22%7D`,
      '200',
    ),
    'prompt is none, which is a word of the standard': request(`client_id=app&${redirectUri}&state=CANARY-s&prompt=none`, '200'),
    'the path of the address holds such a word as part of another': request(
      'client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fnull-safety%2Fcb&state=CANARY-s',
      '200',
    ),
    'the host of the address begins with such a word': request(
      'client_id=app&redirect_uri=https%3A%2F%2Fnull.app.example%2Fcb&state=CANARY-s',
      '200',
    ),
    'the address is a word that stands for a script': request('client_id=app&redirect_uri=postmessage&state=CANARY-s', '200'),
    'a parameter nobody knows holds a template': request(`client_id=app&${redirectUri}&state=CANARY-s&x=%24%7BCANARY%7D`, '200'),
  },
  skips: {
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
    'a refresh has no authorization request': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&client_id=undefined&refresh_token=CANARY-refresh
        → 400`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'somebody redacted client_id': {
      why: 'redacted-input',
      trace: request(`client_id=[redacted]&${redirectUri}&state=CANARY-s`, '200'),
    },
  },
});
