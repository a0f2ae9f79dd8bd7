import { credentialInReferer } from '../../../../lib/checks/token-placement/credential-in-referer.ts';
import { cases } from '../../../build/cases.ts';

cases(credentialInReferer, {
  fails: {
    'the callback page loads a foreign image and names its own address': {
      as: 'leaked',
      at: ['3 request.header.referer'],
      severity: 'error',
      data: { host: 'ads.example', kind: 'code', policy: '' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-0123456789
        → 302 https://app.example/cb?code=code-CANARY-0123456789&state=st-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789&state=st-CANARY-0123456789
        → 200
        GET https://ads.example/pixel.gif [image]
          Referer: https://app.example/cb?code=code-CANARY-0123456789&state=st-CANARY-0123456789
        → 200`,
    },
    'the page itself asks for the full address': {
      as: 'leaked',
      data: { host: 'stats.example', policy: ' (the page’s Referrer-Policy is `unsafe-url`)' },
      trace: `
        GET https://idp.example/oauth2/auth?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=4%2F0CANARY-abcdefgh
        GET https://app.example/cb?code=4%2F0CANARY-abcdefgh
        → 200
          Referrer-Policy: unsafe-url
        POST https://stats.example/collect [fetch]
          Referer: https://app.example/cb?code=4%2F0CANARY-abcdefgh
        → 204`,
    },
    'a token of the query goes along': {
      as: 'leaked',
      headline: 'token-in-query',
      data: { kind: 'token' },
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?access_token=access-CANARY-0123456789&token_type=Bearer
        GET https://app.example/cb?access_token=access-CANARY-0123456789&token_type=Bearer
        → 200
        GET https://cdn.example/lib.js [image]
          referer: https://app.example/cb?access_token=access-CANARY-0123456789&token_type=Bearer
        → 200`,
    },
    'the user follows a link on the callback page to another site': {
      as: 'leaked',
      data: { host: 'partner.example' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 200
        GET https://partner.example/offer [+20s]
          Referer: https://app.example/cb?code=code-CANARY-0123456789
        → 200`,
    },
    'only the state is in it': {
      as: 'state',
      at: ['3 request.header.referer'],
      severity: 'warning',
      data: { host: 'ads.example' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-0123456789
        → 302 https://app.example/cb?error=access_denied&state=st-CANARY-0123456789
        GET https://app.example/cb?error=access_denied&state=st-CANARY-0123456789
        → 200
        GET https://ads.example/pixel.gif [image]
          Referer: https://app.example/cb?error=access_denied&state=st-CANARY-0123456789
        → 200`,
    },
  },
  passes: {
    'the browser cuts the address down to the origin': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 200
        GET https://ads.example/pixel.gif [image]
          Referer: https://app.example/
        → 200`,
    'a subdomain of the app gets it, which is no other site': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 200
        GET https://static.app.example/logo.png [image]
          Referer: https://app.example/cb?code=code-CANARY-0123456789
        → 200`,
    'the provider itself gets it back': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 200
        POST https://login.idp.example/token [fetch]
          Referer: https://app.example/cb?code=code-CANARY-0123456789
          = grant_type=authorization_code&code=code-CANARY-0123456789
        → 200`,
    'another address with a code of its own is named': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 302 /
        GET https://app.example/
        → 200
        GET https://ads.example/pixel.gif [image]
          Referer: https://shop.example/sale?code=SUMMER20
        → 200`,
    'a blocker stops the foreign request before it is sent': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 200
        GET https://ads.example/pixel.gif [image]
        → failed net::ERR_BLOCKED_BY_CLIENT`,
  },
  skips: {
    'nothing that came back is a credential': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?error=login_required
        GET https://app.example/cb?error=login_required
        → 200
        GET https://ads.example/pixel.gif [image]
          Referer: https://app.example/cb?error=login_required
        → 200`,
    'the callback was not recorded': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=myapp://cb&state=st-CANARY
        → 302 myapp://cb?code=code-CANARY-0123456789&state=st-CANARY`,
  },
  unsure: {
    'somebody removed the values': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=***
        → 302 https://app.example/cb?code=***&state=***
        GET https://app.example/cb?code=***&state=***
        → 200
        GET https://ads.example/pixel.gif [image]
          Referer: https://app.example/cb?code=***&state=***
        → 200`,
    },
  },
});
