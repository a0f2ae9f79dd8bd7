import { samesiteFormPost } from '../../../../lib/checks/cookies/samesite-form-post.ts';
import { cases } from '../../../build/cases.ts';

const request =
  'https://idp.example/authorize?response_type=code&response_mode=form_post&client_id=web&redirect_uri=https://app.example/signin-oidc&state=st-CANARY';
const form = 'code=code-CANARY&state=st-CANARY';

cases(samesiteFormPost, {
  fails: {
    'the login cookie is Lax and the app then fails': {
      as: 'withheld',
      at: ['3 request.cookie.corr', '1 response.cookie.corr'],
      severity: 'error',
      data: { cookie: 'corr', attribute: 'SameSite=Lax', age: '10 s' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; SameSite=Lax
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example] [+10s]
          Origin: https://idp.example
          = ${form}
        → 500`,
    },
    'the login cookie is Lax and the app manages without': {
      as: 'withheld',
      severity: 'warning',
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; SameSite=Lax
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example]
          = ${form}
        → 302 /
          Set-Cookie: sid=CANARY-session; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: sid=CANARY-session
        → 200`,
    },
    'the sign-in took longer than the two minutes of grace': {
      as: 'too-old',
      severity: 'error',
      data: { age: '3 min' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; HttpOnly
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example] [+3min]
          = ${form}
        → 400`,
    },
    'the cookie without SameSite arrived thanks to that grace': {
      as: 'works-while-young',
      at: ['3 request.cookie.corr', '1 response.cookie.corr'],
      severity: 'warning',
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; HttpOnly
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example] [+20s]
          Cookie: corr=CANARY-0123456789
          = ${form}
        → 302 /
        GET https://app.example/
        → 200`,
    },
    'SAML-like, the provider repeats the POST with 307': {
      as: 'withheld',
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; SameSite=Lax
        GET ${request}
        → 200
        POST https://idp.example/consent [from https://idp.example]
          = ${form}
        → 307 https://app.example/signin-oidc
        POST https://app.example/signin-oidc
          Origin: null
          = ${form}
        → 403`,
    },
  },
  passes: {
    'the cookie is SameSite=None and Secure': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; SameSite=None
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example]
          Cookie: corr=CANARY-0123456789
          = ${form}
        → 302 /
        GET https://app.example/
        → 200`,
    'Firefox treats a cookie without SameSite as None, at any age': {
      browser: 'firefox',
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example] [+20s]
          Cookie: corr=CANARY-0123456789
          = ${form}
        → 302 /
        GET https://app.example/
        → 200`,
    },
    'the app posts the answer to itself once more, and then it comes': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; SameSite=Lax
          Set-Cookie: relay=CANARY-9876543210; Path=/; Secure; SameSite=None
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example]
          Cookie: relay=CANARY-9876543210
          = ${form}
        → 200
        POST https://app.example/signin-oidc/finish [from https://app.example/signin-oidc]
          Cookie: relay=CANARY-9876543210; corr=CANARY-0123456789
          = ${form}
        → 302 /
        GET https://app.example/
        → 200`,
  },
  skips: {
    'the answer comes by GET': `
        GET https://app.example/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/signin-oidc&state=st-CANARY
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; SameSite=Lax
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/signin-oidc&state=st-CANARY
        → 302 https://app.example/signin-oidc?${form}
        GET https://app.example/signin-oidc?${form}
        → 400`,
    'app and provider are one site, for which SameSite means nothing': `
        GET https://app.corp.example.com/login
        → 302 https://login.example.com/authorize?response_type=code&response_mode=form_post&client_id=web&redirect_uri=https://app.corp.example.com/cb&state=st-CANARY
          Set-Cookie: corr=CANARY-0123456789; Path=/; Secure; SameSite=Lax
        GET https://login.example.com/authorize?response_type=code&response_mode=form_post&client_id=web&redirect_uri=https://app.corp.example.com/cb&state=st-CANARY
        → 200
        POST https://app.corp.example.com/cb [from https://login.example.com]
          = ${form}
        → 500`,
    'the state is kept without cookies': `
        GET https://app.example/login
          Cookie: theme=dark
        → 302 ${request}
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example]
          = ${form}
        → 302 /
        GET https://app.example/
        → 200`,
  },
  unsure: {
    'the file’s cookies were removed': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET https://app.example/login
        → 302 ${request}
        GET ${request}
        → 200
        POST https://app.example/signin-oidc [from https://idp.example]
          = ${form}
        → 400`,
    },
  },
});
