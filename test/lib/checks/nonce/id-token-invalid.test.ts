import { idTokenInvalid } from '../../../../lib/checks/nonce/id-token-invalid.ts';
import { cases } from '../../../build/cases.ts';
import { encryptedJwt, jwt } from '../../../build/jwt.ts';
import { clockStart } from '../../../build/trace.ts';

const now = clockStart / 1000;
const minutes = (n: number) => n * 60;
const date = (offset: number) => `Date: ${new Date(clockStart + offset * 60_000).toUTCString()}`;
const good = { iss: 'https://idp.example', aud: 'app', sub: 'CANARY', nonce: 'CANARY-n', iat: now, exp: now + minutes(60) };
const token = (claims: object = {}, header?: object) => jwt({ ...good, ...claims }, header);

const cb = 'https://app.example/cb';
const asked = (type: string, more = '') =>
  `https://idp.example/authorize?response_type=${type}&client_id=app&scope=openid&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&nonce=CANARY-n${more}`;
/** Behind the hash, for a page. `served`: the provider’s clock. */
const behindHash = (id: string, more = '', served = '', type = 'id_token') => `
        GET ${asked(type)}
        → 302 ${cb}#id_token=${id}${more}&state=CANARY-s
          ${served}
        GET ${cb}#id_token=${id}${more}&state=CANARY-s
        → 200`;
/** Posted to the app’s server. */
const posted = (id: string, answer = '→ 200', type = 'id_token', more = '') => `
        GET ${asked(type, '&response_mode=form_post')}
        → 200
        POST ${cb} [from https://idp.example]
          = id_token=${id}${more}&state=CANARY-s
        ${answer}`;
const metadata = (more: object) => `
        GET https://idp.example/.well-known/openid-configuration [fetch]
        → 200
          = ${JSON.stringify({ issuer: 'https://idp.example', authorization_endpoint: 'https://idp.example/authorize', ...more })}`;
const jarm = (claims: object, header?: object) => {
  const answer = jwt(
    { iss: 'https://idp.example', aud: 'app', exp: now + minutes(10), code: 'CANARY-code', state: 'CANARY-s', ...claims },
    header,
  );
  return `
        GET ${asked('code', '&response_mode=jwt')}
        → 302 ${cb}?response=${answer}
        GET ${cb}?response=${answer}
        → 200`;
};
const redeemed = (claims: object, header?: object) => `
        GET ${asked('code')}
        → 302 ${cb}?code=CANARY-code&state=CANARY-s
        GET ${cb}?code=CANARY-code&state=CANARY-s
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-code&client_id=app&code_verifier=CANARY
        → 200
          = {"id_token":"${token(claims, header)}"}`;

cases(idTokenInvalid, {
  fails: {
    'it is made out to another client': {
      as: 'audience',
      at: ['1 response.location.fragment.id_token'],
      severity: 'warning',
      data: { what: 'ID token' },
      trace: behindHash(token({ aud: 'other' })),
    },
    'the page hands it to the app’s server, which says no': {
      as: 'audience',
      severity: 'error',
      trace: `${behindHash(token({ aud: 'other' }))}
        POST https://app.example/answer [fetch] [from ${cb}]
          = id_token=${token({ aud: 'other' })}&state=CANARY-s
        → 400`,
    },
    'it is made out to others, and the app says no': {
      as: 'audience',
      at: ['2 request.form.id_token'],
      severity: 'error',
      trace: posted(token({ aud: ['other', 'third'] }), '→ 401'),
    },
    'the page gets one for another client for its code': {
      as: 'audience',
      at: ['3 response.body.id_token'],
      only: 'har',
      trace: redeemed({ aud: 'other' }),
    },
    'the signed answer is made out to another client': {
      as: 'audience',
      at: ['1 response.location.query.response'],
      data: { what: 'signed answer' },
      trace: jarm({ aud: 'other' }),
    },
    'it was issued to another client': { as: 'party', severity: 'warning', trace: posted(token({ azp: 'other' }), '→ 401') },
    'the answer names another issuer': {
      as: 'issuer',
      data: { source: 'the answer itself' },
      trace: behindHash(token(), '&iss=https%3A%2F%2Fother.example'),
    },
    'the metadata names another issuer': {
      as: 'issuer',
      only: 'har',
      data: { source: 'the provider’s metadata' },
      trace: `${metadata({ issuer: 'https://idp.example/' })}${behindHash(token())}`,
    },
    'it had expired by the provider’s own clock': {
      as: 'expired',
      data: { minutes: 30 },
      trace: behindHash(token({ exp: now - minutes(30), iat: now - minutes(90) }), '', date(0)),
    },
    'it is dated in the future by the provider’s own clock': {
      as: 'future',
      data: { minutes: 10 },
      trace: behindHash(token({ nbf: now + minutes(10) }), '', date(0)),
    },
    'the computer’s clock is behind': {
      as: 'clock',
      data: { minutes: 20, who: 'this computer', way: 'behind' },
      trace: behindHash(token({ iat: now + minutes(20), exp: now + minutes(80) }), '', date(20)),
    },
    'the computer’s clock is ahead': {
      as: 'clock',
      data: { minutes: 120, who: 'this computer', way: 'ahead' },
      trace: behindHash(token({ iat: now - minutes(120), exp: now - minutes(60) }), '', date(-120)),
    },
    'the clock of the app’s server is behind, and it says no': {
      as: 'clock',
      severity: 'error',
      data: { minutes: 15, who: 'the app’s server', way: 'behind' },
      trace: posted(
        token(),
        `→ 500
          ${date(-15)}`,
      ),
    },
    'it is not signed': { as: 'unsigned', severity: 'warning', trace: behindHash(token({}, { alg: 'none' })) },
    'the signed answer is not signed, and the app says no': {
      as: 'unsigned',
      severity: 'error',
      trace: jarm({}, { alg: 'none' }).replace(/200$/, '400'),
    },
    'the metadata does not list its algorithm': {
      as: 'algorithm',
      only: 'har',
      severity: 'warning',
      trace: `${metadata({ id_token_signing_alg_values_supported: ['ES256'] })}${behindHash(token())}`,
    },
    'it does not vouch for the code': {
      as: 'hash-missing',
      data: { name: 'c_hash' },
      trace: posted(token(), '→ 200', 'code%20id_token', '&code=CANARY-code'),
    },
    'it does not vouch for the access token': {
      as: 'hash-missing',
      data: { name: 'at_hash' },
      trace: behindHash(token(), '&access_token=CANARY-access&token_type=Bearer', '', 'id_token%20token'),
    },
  },
  passes: {
    'all is well': behindHash(token(), '', date(0)),
    'it names several audiences, this client among them': posted(token({ aud: ['other', 'app'], azp: 'app' })),
    'it is for another app of the same maker, asked for by this one': posted(token({ aud: 'server', azp: 'app' })),
    'the client_id is written in capitals': posted(token({ aud: 'APP' })),
    'the clocks differ by four minutes': behindHash(token({ iat: now + minutes(4) }), '', date(0)),
    'the answer and the metadata name the same issuer': {
      only: 'har',
      trace: `${metadata({ id_token_signing_alg_values_supported: ['RS256'] })}${behindHash(token(), '&iss=https%3A%2F%2Fidp.example')}`,
    },
    'the issuer of the metadata leaves the tenant open': {
      only: 'har',
      trace: `${metadata({ issuer: 'https://idp.example/{tenantid}/v2.0' })}${behindHash(token())}`,
    },
    'the issuer has no scheme': {
      only: 'har',
      trace: `${metadata({})}${behindHash(token({ iss: 'idp.example' }))}`,
    },
    'the redirect comes from a cache with an old date': behindHash(
      token(),
      '',
      `${date(-600)}
          Age: 36000`,
    ),
    'it vouches for what comes with it': posted(
      token({ c_hash: 'CANARY', at_hash: 'CANARY' }),
      '→ 200',
      'code%20id_token%20token',
      '&code=CANARY-code&access_token=CANARY-access',
    ),
    'the page gets one for its code, without hashes and unsigned': { only: 'har', trace: redeemed({}, { alg: 'none' }) },
    'the signed answer is as it should be': jarm({}),
    'only a stub of it was kept': posted(jwt({ sub: 'CANARY' }), '→ 200', 'code%20id_token', '&code=CANARY-code'),
  },
  skips: {
    'a server redeems the code': `
        GET ${asked('code')}
        → 302 ${cb}?code=CANARY-code&state=CANARY-s
        GET ${cb}?code=CANARY-code&state=CANARY-s
        → 200`,
    'the answer is an error': `
        GET ${asked('id_token')}
        → 302 ${cb}#error=access_denied&state=CANARY-s
        GET ${cb}#error=access_denied&state=CANARY-s
        → 200`,
    'an access token is a JWT for someone else': `
        GET ${asked('token')}
        → 302 ${cb}#access_token=${token({ aud: 'api' })}&token_type=Bearer&state=CANARY-s
        GET ${cb}#access_token=${token({ aud: 'api' })}&token_type=Bearer&state=CANARY-s
        → 200`,
  },
  unsure: {
    'it is encrypted': { why: 'encrypted', trace: behindHash(encryptedJwt) },
    'the answer is encrypted': {
      why: 'encrypted',
      trace: `
        GET ${asked('code', '&response_mode=jwt')}
        → 302 ${cb}?response=${encryptedJwt}
        GET ${cb}?response=${encryptedJwt}
        → 200`,
    },
    'a sanitizer replaced it': { why: 'redacted-input', trace: behindHash('[redacted]') },
    'it is cut': { why: 'redacted-input', trace: behindHash(token().slice(0, 60)) },
    'the token answer is not shown': { why: 'body-not-exposed', only: 'web-request', trace: redeemed({}) },
  },
});
