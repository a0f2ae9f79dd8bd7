import { fragmentCarriedOver } from '../../../../lib/checks/token-placement/fragment-carried-over.ts';
import { cases } from '../../../build/cases.ts';

const answer = 'access_token=access-CANARY-0123456789&token_type=Bearer';
const request = 'GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb';

cases(fragmentCarriedOver, {
  fails: {
    'an open redirector sends the browser to another site': {
      as: 'other-origin',
      at: ['2 response.header.location', '1 response.location.fragment.access_token'],
      severity: 'error',
      data: { to: 'https://evil.example', name: 'access_token' },
      trace: `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb#${answer}
        → 302 https://evil.example/collect
        GET https://evil.example/collect#${answer}
        → 200`,
    },
    'the last hop of several leaves the site': {
      as: 'other-origin',
      data: { to: 'https://partner.example' },
      trace: `
        GET https://idp.example/authorize?response_type=code%20id_token&client_id=web&redirect_uri=https://app.example/cb&nonce=n-CANARY
        → 302 https://app.example/cb#code=code-CANARY-01234&id_token=CANARY.CANARY.CANARY
        GET https://app.example/cb#code=code-CANARY-01234&id_token=CANARY.CANARY.CANARY
        → 302 /home
        GET https://app.example/home#code=code-CANARY-01234&id_token=CANARY.CANARY.CANARY
        → 307 https://partner.example/welcome
        GET https://partner.example/welcome#code=code-CANARY-01234&id_token=CANARY.CANARY.CANARY
        → 200`,
    },
    'the callback redirects within its own origin': {
      as: 'same-origin',
      at: ['2 response.header.location'],
      severity: 'warning',
      trace: `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb#${answer}
        → 301 /cb/
        GET https://app.example/cb/#${answer}
        → 200`,
    },
    'the callback moves to another name of the same site, where the app lives': {
      as: 'same-origin',
      trace: `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb#${answer}
        → 301 https://www.app.example/cb
        GET https://www.app.example/cb#${answer}
        → 200`,
    },
    'the recorder cuts fragments from request addresses': {
      as: 'other-origin',
      trace: `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb
        → 302 https://evil.example/collect
        GET https://evil.example/collect
        → 200`,
    },
  },
  passes: {
    'the callback answers by itself': `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb#${answer}
        → 200`,
    'the redirect has a fragment of its own': `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb#${answer}
        → 302 https://other.example/#_
        GET https://other.example/#_
        → 200`,
    'an empty fragment ends the Location': `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb#${answer}
        → 302 /home#
        GET https://app.example/home
        → 200`,
    'the browser itself upgraded the callback to https': `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=http://app.example/cb
        → 302 http://app.example/cb#${answer}
        GET http://app.example/cb#${answer} [by browser]
        → 307 https://app.example/cb
        GET https://app.example/cb#${answer}
        → 200`,
  },
  skips: {
    'the answer is a code in the query': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY
        GET https://app.example/cb?code=code-CANARY
        → 302 /
        GET https://app.example/
        → 200`,
    'an error stands in the fragment, and nothing to lose': `
        ${request}
        → 302 https://app.example/cb#error=access_denied
        GET https://app.example/cb#error=access_denied
        → 302 https://help.example/
        GET https://help.example/#error=access_denied
        → 200`,
  },
  unsure: {
    'the callback has no recorded end': {
      why: 'never-finished',
      trace: `
        ${request}
        → 302 https://app.example/cb#${answer}
        GET https://app.example/cb#${answer}
        → pending`,
    },
  },
});
