import { callbackWithoutRequest } from '../../../../lib/checks/callback/callback-without-request.ts';
import { cases } from '../../../build/cases.ts';

const code = 'CANARY-7aK2xPq9LmN4vBz81QwE';
const state = 'CANARY-Zx81kLp0QvBn27Rt';
/** The user was somewhere else before, and that was recorded. */
const elsewhere = `
        GET https://mail.example/inbox
        → 200`;

cases(callbackWithoutRequest, {
  fails: {
    'a stranger’s link plants an answer and the app takes it': {
      as: 'accepted',
      at: ['2 request.query.code', '2 request.query.state', '2 response.cookie.session'],
      severity: 'error',
      data: { from: 'https://mail.example', cookie: 'session' },
      trace: `
        ${elsewhere}
        GET https://app.example/oauth/callback?code=${code}&iss=https://idp.example&session_state=CANARY [from https://mail.example/inbox]
          Sec-Fetch-Site: cross-site
        → 302 /
          Set-Cookie: session=CANARY-victim-0123; Path=/; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-victim-0123
        → 200`,
    },
    'it comes from another site and the app sets nothing': {
      as: 'foreign',
      at: ['2 request.query.code'],
      severity: 'warning',
      data: { from: 'https://mail.example' },
      trace: `
        ${elsewhere}
        GET https://app.example/oauth/callback?code=${code}&state=${state}&iss=https://idp.example [from https://mail.example/inbox]
        → 400`,
    },
    'it has a state of its own, so that the app can tell by itself': {
      as: 'foreign',
      trace: `
        ${elsewhere}
        GET https://app.example/oauth/callback?code=${code}&state=${state}&session_state=CANARY [from https://mail.example/inbox]
        → 302 /
          Set-Cookie: session=CANARY-0123; Path=/
        GET https://app.example/
        → 200`,
    },
    'a form posted from elsewhere carries an ID token': {
      as: 'foreign',
      at: ['2 request.form.id_token'],
      trace: `
        ${elsewhere}
        POST https://app.example/signin-oidc [from https://mail.example/inbox]
          = id_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJDQU5BUlkifQ.CANARY&state=${state}
        → 400`,
    },
    'the recording began on the provider’s page': {
      as: 'late',
      at: ['1 request.query.code'],
      severity: 'info',
      trace: `
        GET https://app.example/oauth/callback?code=${code}&state=${state}&session_state=CANARY
        → 302 /
        GET https://app.example/
        → 200`,
    },
    'the provider’s page was open when the recording began': {
      as: 'late',
      trace: `
        GET https://app.example/oauth/callback?code=${code}&state=${state}&session_state=CANARY [from https://idp.example/login]
          Sec-Fetch-Site: cross-site
        → 302 /
          Set-Cookie: session=CANARY-0123; Path=/
        GET https://app.example/
        → 200`,
    },
  },
  passes: {
    'the request was recorded': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state}
        → 302 https://app.example/cb?code=${code}&state=${state}
        GET https://app.example/cb?code=${code}&state=${state}
        → 200`,
    'it comes from the provider’s page in a popup': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state} [tab 2] [opener 1]
        → 200
        GET https://app.example/cb?code=${code}&state=${state} [tab 2] [from https://idp.example]
        → 200`,
    'a voucher in a shop’s address is no login answer': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state}
        → 302 https://app.example/cb?code=${code}&state=${state}
        GET https://app.example/cb?code=${code}&state=${state}
        → 200
        GET https://shop.example/checkout?code=SUMMER20&state=CA [from https://mail.example/inbox] [+60s]
        → 200`,
  },
  skips: {
    'the browser talks to the token endpoint only': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&refresh_token=rt-CANARY&client_id=spa
        → 200`,
  },
  unsure: {
    'the background was not listening for a while': {
      why: 'capture-started-late',
      only: 'web-request', // a file has no such gap
      gaps: ['worker-restarted'],
      trace: `
        ${elsewhere}
        GET https://app.example/oauth/callback?code=${code}&state=${state}&session_state=CANARY [from https://idp.example]
        → 302 /
        GET https://app.example/
        → 200`,
    },
  },
});
