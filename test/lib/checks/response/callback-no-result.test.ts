import { callbackNoResult } from '../../../../lib/checks/response/callback-no-result.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
const implicit =
  'https://idp.example/authorize?response_type=id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&nonce=CANARY-n';

cases(callbackNoResult, {
  fails: {
    'the redirect of the provider carries nothing': {
      as: 'empty',
      at: ['2 request.query.code', '2 request.url'],
      severity: 'error',
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 400`,
    },
    'it carries only state': {
      as: 'empty',
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?state=CANARY-s
        GET https://app.example/cb?state=CANARY-s
        → 400`,
    },
    'a redirect after the password carries nothing': {
      as: 'empty',
      at: ['3 request.query.code'],
      trace: `
        GET ${authorize}
        → 200
        POST https://idp.example/login [from https://idp.example]
          = username=CANARY-user
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 400`,
    },
    'a token was promised, and the redirect has no fragment': {
      as: 'empty',
      trace: `
        GET ${implicit}
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 200`,
    },
    'the posted form is somebody else’s': {
      as: 'posted-empty',
      at: ['2 request.form.code', '2 request.method'],
      severity: 'error',
      trace: `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          = language=en
        → 400`,
    },
    'the posted form is empty': {
      as: 'posted-empty',
      at: ['2 request.form.code', '2 request.method'],
      // Live, a body that is empty can not be told from one that was not shown.
      only: 'har',
      trace: `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
        → 400`,
    },
    'a link on the page of the provider leads back': {
      as: 'left-by-link',
      at: ['2 request.query.code', '2 request.url'],
      severity: 'info',
      trace: `
        GET ${authorize}
        → 200
        GET https://app.example/cb [from https://idp.example] [+20s]
        → 200`,
    },
  },
  passes: {
    'it carries a code': `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'it carries an error': `
        GET ${authorize}
        → 302 https://app.example/cb?error=access_denied&state=CANARY-s
        GET https://app.example/cb?error=access_denied&state=CANARY-s
        → 200`,
    'the token stands in the redirect’s fragment': `
        GET ${implicit}
        → 302 https://app.example/cb#id_token=CANARY-token&state=CANARY-s
        GET https://app.example/cb
        → 200`,
    'the code is posted': `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=CANARY-c&state=CANARY-s
        → 200`,
    'the page was opened once more after the answer': `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 200`,
  },
  skips: {
    'the login never came back': `
        GET ${authorize}
        → 200`,
    'the user opened the app by hand meanwhile': `
        GET ${authorize}
        → 200
        GET https://app.example/cb [+60s]
        → 200`,
    'no result was asked for': `
        GET https://idp.example/authorize?response_type=none&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 302 https://app.example/cb?state=CANARY-s
        GET https://app.example/cb?state=CANARY-s
        → 200`,
    'the answer is handed over by message': `
        GET ${authorize}&response_mode=web_message&prompt=none [frame] [from https://app.example]
        → 302 https://app.example/cb
        GET https://app.example/cb [frame]
        → 200`,
    'another page of the app was reached': `
        GET ${authorize}
        → 302 https://app.example/sorry
        GET https://app.example/sorry
        → 200`,
  },
  unsure: {
    'the file cuts addresses at the hash, where the answer may be': {
      why: 'fragment-not-recorded',
      only: 'har',
      trace: `
        GET ${implicit}
        → 200
        GET https://app.example/cb [from https://idp.example]
        → 200`,
    },
    'the posted body was not shown': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
        → 400`,
    },
  },
});
