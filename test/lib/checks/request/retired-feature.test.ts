import { retiredFeature } from '../../../../lib/checks/request/retired-feature.ts';
import { cases } from '../../../build/cases.ts';

const state = 'state=CANARY4fK9sQ2mXw7Z8hR3tB6nLp1Y';
const ask = (provider: string, redirectUri: string, extra = 'response_type=code') =>
  `${provider}?client_id=app&redirect_uri=${encodeURIComponent(redirectUri)}&${extra}&${state}`;
const google = 'https://accounts.google.com/o/oauth2/v2/auth';
const spotify = 'https://accounts.spotify.com/authorize';
const other = 'https://idp.example/authorize';
const oob = 'urn:ietf:wg:oauth:2.0:oob';
const password = 'grant_type=password&username=CANARY-user&password=CANARY-password&client_id=app';

cases(retiredFeature, {
  fails: {
    'a page sends the user’s password': {
      as: 'password',
      at: ['1 request.form.grant_type'],
      severity: 'error',
      trace: `
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${password}
        → 200`,
    },
    'it does so on a developer’s machine': {
      as: 'password',
      severity: 'warning',
      trace: `
        POST http://localhost:8080/token [fetch] [from http://localhost:3000]
          = ${password}
        → 200`,
    },
    'the code is to be copied by hand': {
      as: 'copied-code',
      at: ['1 request.query.redirect_uri'],
      severity: 'info',
      trace: `
        GET ${ask(other, oob)}
        → 200`,
    },
    'it is, and the page may close itself': {
      as: 'copied-code',
      trace: `
        GET ${ask(other, `${oob}:auto`)}
        → 200`,
    },
    'it is, and the provider is known to have given it up': {
      as: 'by-provider',
      at: ['1 request.query.redirect_uri'],
      severity: 'warning',
      data: { since: '2023-01-31' },
      trace: `
        GET ${ask(google, oob)}
        → 400
          "Access blocked: invalid_request"`,
    },
    'a token is asked for where the provider is known to issue codes only': {
      as: 'by-provider',
      at: ['1 request.query.response_type'],
      data: { since: '2025-11-27' },
      trace: `
        GET ${ask(spotify, 'https://app.example/cb', 'response_type=token')}
        → 200`,
    },
  },
  passes: {
    'a code comes back to an address': `
        GET ${ask(other, 'https://app.example/cb')}
        → 200`,
    'the provider issues the token all the same': `
        GET ${ask(spotify, 'https://app.example/cb', 'response_type=token')}
        → 302 https://app.example/cb#access_token=CANARY-access-token&${state}
        GET https://app.example/cb#access_token=CANARY-access-token&${state}
        → 200`,
  },
  skips: {
    'a code is redeemed, and no request was seen': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-code-0123&client_id=app
        → 200`,
  },
  unsure: {
    'the request can not be read': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn:ietf:params:oauth:request_uri:CANARY-0123456789
        → 200`,
    },
  },
});
