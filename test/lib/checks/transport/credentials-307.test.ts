import { credentials307 } from '../../../../lib/checks/transport/credentials-307.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

const page = `
        GET ${request}
        → 302 /signin
        GET https://idp.example/signin
        → 200
        POST https://idp.example/signin [from https://idp.example/signin] [+8s]`;

const posted = `
        POST ${answer}
          = user=ann-CANARY&password=pw-CANARY
        → 302 /home
        GET https://app.example/home
        → 200`;

cases(credentials307, {
  fails: {
    'the sign-in form is passed on with 307': {
      as: 'password',
      at: ['3 response.status', '3 request.form.password', '4 request.method'],
      severity: 'error',
      data: { status: 307, target: 'app.example', page: 'idp.example' },
      trace: `${page}
          = user=ann-CANARY&password=pw-CANARY
        → 307 ${answer}
        ${posted}`,
    },
    'a hop of the provider lies between, and 308 does the same': {
      as: 'password',
      at: ['4 response.status', '3 request.form.login[password]'],
      data: { status: 308, target: 'app.example', page: 'idp.example' },
      trace: `${page}
          = login[user]=ann-CANARY&login[password]=pw-CANARY
        → 307 /resume
        POST https://idp.example/resume
        → 308 ${answer}
        POST ${answer}
        → 200`,
    },
    'the browser upgrades the address that it leads to': {
      as: 'password',
      trace: `${page}
          = user=ann-CANARY&Passwd=pw-CANARY
        → 307 http://app.example/cb?code=code-CANARY&state=st-CANARY
        POST http://app.example/cb?code=code-CANARY&state=st-CANARY [by browser]
          = user=ann-CANARY&Passwd=pw-CANARY
        → 307 ${answer}
        ${posted}`,
    },
    'nothing is recorded of the app': {
      as: 'password',
      at: ['3 response.status', '3 request.form.pwd'],
      trace: `${page}
          = user=ann-CANARY&pwd=pw-CANARY
        → 307 ${answer}`,
    },
    'the consent form is passed on': {
      as: 'form',
      at: ['3 response.status', '3 request.method', '4 request.method'],
      severity: 'warning',
      trace: `${page}
          = decision=allow&csrf=csrf-CANARY
        → 307 ${answer}
        POST ${answer}
          = decision=allow&csrf=csrf-CANARY
        → 302 /home
        GET https://app.example/home
        → 200`,
    },
  },
  passes: {
    'the form is answered with 303': `${page}
          = user=ann-CANARY&password=pw-CANARY
        → 303 ${answer}
        GET ${answer}
        → 200`,
    'browsers make a GET of a 302': `${page}
          = user=ann-CANARY&password=pw-CANARY
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'it stays with the provider, and what leaves is a GET': `${page}
          = user=ann-CANARY&password=pw-CANARY
        → 307 https://login.idp.example/signin
        POST https://login.idp.example/signin
          = user=ann-CANARY&password=pw-CANARY
        → 303 ${answer}
        GET ${answer}
        → 200`,
    'another host of the provider takes it': `${page}
          = user=ann-CANARY&password=pw-CANARY
        → 307 https://accounts.provider.example/signin
        POST https://accounts.provider.example/signin
          = user=ann-CANARY&password=pw-CANARY
        → 303 ${answer}
        GET ${answer}
        → 200`,
    'the browser upgrades the provider’s own address': `
        GET ${request}
        → 302 /signin
        GET https://idp.example/signin
        → 200
        POST http://idp.example/signin [by browser] [+8s]
          = user=ann-CANARY&password=pw-CANARY
        → 307 https://idp.example/signin
        POST https://idp.example/signin
          = user=ann-CANARY&password=pw-CANARY
        → 303 ${answer}
        GET ${answer}
        → 200`,
    'the app passes the posted answer on within itself': `
        GET ${request}&response_mode=form_post
        → 200
        POST https://idp.example/signin [+8s]
          = user=ann-CANARY&password=pw-CANARY
        → 200
        POST https://app.example/cb [from https://idp.example/signin]
          = code=code-CANARY&state=st-CANARY
        → 307 https://auth.app.example/cb
        POST https://auth.app.example/cb
          = code=code-CANARY&state=st-CANARY
        → 303 https://app.example/home
        GET https://app.example/home
        → 200`,
    'the form was empty': `${page}
        → 303 ${answer}
        GET ${answer}
        → 200`,
    'the posted request itself comes back at once': `
        POST https://idp.example/authorize [from https://app.example/]
          = response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 307 ${answer}
        POST ${answer}
        → 302 /home
        GET https://app.example/home
        → 200`,
    'app and provider are one site': `
        GET https://id.app.example/authorize?response_type=code&client_id=web&redirect_uri=https://www.app.example/cb&state=st-CANARY
        → 200
        POST https://id.app.example/signin [+8s]
          = user=ann-CANARY&password=pw-CANARY
        → 307 https://www.app.example/cb?code=code-CANARY&state=st-CANARY
        POST https://www.app.example/cb?code=code-CANARY&state=st-CANARY
          = user=ann-CANARY&password=pw-CANARY
        → 200`,
  },
  skips: {
    'the user was signed in already': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'the app’s own form leads to the provider': `
        POST https://app.example/login
          = email=CANARY&password=pw-CANARY
        → 307 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
  },
  unsure: {
    'the form was not recorded': {
      why: 'body-not-exposed',
      only: 'web-request', // a file without the body says that there was none
      trace: `${page}
        → 307 ${answer}
        POST ${answer}
        → 200`,
    },
  },
});
