import { nonceMismatch } from '../../../../lib/checks/nonce/nonce-mismatch.ts';
import { cases } from '../../../build/cases.ts';
import { encryptedJwt, jwt } from '../../../build/jwt.ts';

const cb = 'https://app.example/cb';
const asked = (nonce: string, type = 'id_token', state = 'CANARY-s') =>
  `https://idp.example/authorize?response_type=${type}&client_id=app&scope=openid&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=${state}${nonce === '' ? '' : `&nonce=${nonce}`}`;
const token = (nonce?: unknown) => jwt({ iss: 'https://idp.example', aud: 'app', ...(nonce === undefined ? {} : { nonce }) });

/** The ID token comes behind the hash, and a page takes it. */
const implicit = (nonce: string, id: string, flags = '') => `
        GET ${asked(nonce)}${flags}
        → 302 ${cb}#id_token=${id}&state=CANARY-s
        GET ${cb}#id_token=${id}&state=CANARY-s
        → 200`;
/** The ID token is posted to the app’s server. */
const posted = (nonce: string, id: string, answer: string) => `
        GET ${asked(nonce)}&response_mode=form_post
        → 200
        POST ${cb} [from https://idp.example]
          = id_token=${id}&state=CANARY-s
        ${answer}`;
/** The page redeems a code; webRequest does not show what it got. */
const redeemed = (nonce: string, body: string, more = '', code = 'CANARY-code') => `
        GET ${asked(nonce, 'code')}
        → 302 ${cb}?code=CANARY-code&state=CANARY-s
        GET ${cb}?code=CANARY-code&state=CANARY-s
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=${code}&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&code_verifier=CANARY
        → 200
          = ${body}${more}`;
const userinfo = `
        GET https://idp.example/userinfo [fetch] [from https://app.example]
          Authorization: Bearer CANARY-access-token-0123
        → 200`;

cases(nonceMismatch, {
  fails: {
    'the token behind the hash carries another one': {
      as: 'changed',
      at: ['1 response.location.fragment.id_token', '1 request.query.nonce'],
      severity: 'error',
      trace: implicit('CANARY-sent', token('CANARY-other')),
    },
    'the posted token carries another one, and the app says no': {
      as: 'changed',
      at: ['2 request.form.id_token', '1 request.query.nonce'],
      trace: posted('CANARY-sent', token('CANARY-other'), '→ 500'),
    },
    'the page got another one for its code': {
      as: 'changed',
      at: ['3 response.body.id_token', '1 request.query.nonce'],
      only: 'har',
      trace: redeemed('CANARY-sent', `{"access_token":"CANARY-access-token-0123","id_token":"${token('CANARY-other')}"}`),
    },
    'the token answers the login of another tab': {
      as: 'other-login',
      at: ['2 response.location.fragment.id_token', '2 request.query.nonce'],
      data: { flow: 'f1' },
      only: 'web-request',
      trace: `
        GET ${asked('CANARY-first', 'id_token', 'CANARY-1')} [tab 1]
        → 200
        GET ${asked('CANARY-second', 'id_token', 'CANARY-2')} [tab 2]
        → 302 ${cb}#id_token=${token('CANARY-first')}&state=CANARY-2
        GET ${cb}#id_token=${token('CANARY-first')}&state=CANARY-2 [tab 2]
        → 200`,
    },
    'the token has none': { as: 'missing', severity: 'warning', trace: implicit('CANARY-sent', token()) },
    'the token has none, and the app says no': {
      as: 'missing',
      severity: 'error',
      trace: posted('CANARY-sent', token(), '→ 401'),
    },
    'the app’s server takes another one': {
      as: 'accepted',
      at: ['2 request.form.id_token'],
      trace: posted(
        'CANARY-sent',
        token('CANARY-other'),
        `→ 302 https://app.example/home
          Set-Cookie: sid=CANARY; Path=/
        GET https://app.example/home
        → 200`,
      ),
    },
    'the page goes on with another one': {
      as: 'accepted',
      only: 'har',
      trace: redeemed('CANARY-sent', `{"access_token":"CANARY-access-token-0123","id_token":"${token('CANARY-other')}"}`, userinfo),
    },
  },
  passes: {
    'the token behind the hash carries it': implicit('CANARY-sent', token('CANARY-sent')),
    'the posted token carries it': posted('CANARY-sent', token('CANARY-sent'), '→ 200'),
    'the page got it for its code': {
      only: 'har',
      trace: redeemed('CANARY-sent', `{"access_token":"CANARY-access-token-0123","id_token":"${token('CANARY-sent')}"}`),
    },
    'it is a number, and comes back as one': implicit('1234567890', token(1234567890)),
    'its plus sign is a blank to the server': implicit('CANARY+sent', token('CANARY sent')),
    'its plus sign is a plus sign to the server': implicit('CANARY+sent', token('CANARY+sent')),
    'two logins run side by side, each with its own': `${implicit('CANARY-first', token('CANARY-first'), ' [tab 1]')}
        GET ${asked('CANARY-second', 'id_token', 'CANARY-2')} [tab 1] [+60s]
        → 302 ${cb}#id_token=${token('CANARY-second')}&state=CANARY-2
        GET ${cb}#id_token=${token('CANARY-second')}&state=CANARY-2 [tab 1]
        → 200`,
  },
  skips: {
    'the app sends none': implicit('', token('CANARY-other')),
    'a server redeems the code': `
        GET ${asked('CANARY-sent', 'code')}
        → 302 ${cb}?code=CANARY-code&state=CANARY-s
        GET ${cb}?code=CANARY-code&state=CANARY-s
        → 302 https://app.example/home
        GET https://app.example/home
        → 200`,
    'the answer is an error': `
        GET ${asked('CANARY-sent')}
        → 302 ${cb}#error=access_denied&state=CANARY-s
        GET ${cb}#error=access_denied&state=CANARY-s
        → 200`,
    'the code is redeemed without OpenID Connect': {
      only: 'har',
      trace: redeemed('CANARY-sent', '{"access_token":"CANARY-access-token-0123"}'),
    },
    'the code that is redeemed is another login’s': {
      only: 'har',
      trace: redeemed('CANARY-sent', `{"id_token":"${token('CANARY-other')}"}`, '', 'CANARY-other-code'),
    },
    'an access token that is a JWT has a nonce of its own': {
      only: 'har',
      trace: redeemed('CANARY-sent', `{"access_token":"${token('CANARY-other')}"}`),
    },
  },
  unsure: {
    'the token is encrypted': { why: 'encrypted', trace: implicit('CANARY-sent', encryptedJwt) },
    'the token answer is not shown': { why: 'body-not-exposed', only: 'web-request', trace: redeemed('CANARY-sent', '{}') },
    'a sanitizer replaced the token': { why: 'redacted-input', trace: implicit('CANARY-sent', '[redacted]') },
    'a sanitizer replaced the nonce': { why: 'redacted-input', trace: implicit('REDACTED', token('CANARY-other')) },
    'a sanitizer replaced the claim': { why: 'redacted-input', trace: implicit('CANARY-sent', token('[redacted]')) },
    'only a stub of the token was kept': { why: 'redacted-input', trace: implicit('CANARY-sent', jwt({ sub: 'CANARY' })) },
    'the token is cut': { why: 'redacted-input', trace: implicit('CANARY-sent', token('CANARY-other').slice(0, 60)) },
    'the request was pushed by a server': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY
        → 302 ${cb}#id_token=${token('CANARY-other')}&state=CANARY-s
        GET ${cb}#id_token=${token('CANARY-other')}&state=CANARY-s
        → 200`,
    },
    'the extension was blind for a while': {
      why: 'worker-restarted',
      gaps: ['worker-restarted'],
      only: 'web-request',
      trace: `
        GET ${asked('CANARY-sent')}
        → 200
        GET ${cb}#id_token=${token('CANARY-other')}&state=CANARY-x [from https://idp.example]
        → 200`,
    },
  },
});
