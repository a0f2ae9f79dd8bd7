import { tokenLifetimeAnomaly } from '../../../../lib/checks/token-endpoint/token-lifetime-anomaly.ts';
import { cases } from '../../../build/cases.ts';
import { encryptedJwt, jwt } from '../../../build/jwt.ts';

/** Answers of the token endpoint are seen in files only. */
const only = 'har';

const token = 'at-CANARY-0123456789';

const implicit = (parameters: string) => `
        GET https://idp.example/authorize?response_type=token&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb#${parameters}&state=st-CANARY
        GET https://app.example/cb
        → 200`;

const code = (tokens: string) => `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY
        → 200
        POST https://idp.example/token [fetch] [from https://app.example/cb]
          = grant_type=authorization_code&code=code-CANARY&redirect_uri=https://app.example/cb
        → 200
          = {"token_type":"Bearer",${tokens}}`;

cases(tokenLifetimeAnomaly, {
  fails: {
    'a token behind the # lives half a minute': {
      as: 'short',
      at: ['1 response.location.fragment.expires_in'],
      severity: 'warning',
      data: { seconds: 30 },
      trace: implicit(`access_token=${token}&token_type=Bearer&expires_in=30`),
    },
    'the token endpoint writes the number as text': {
      as: 'short',
      only,
      at: ['3 response.body.expires_in'],
      trace: code(`"access_token":"${token}","expires_in":"45","refresh_token":"rt-CANARY"`),
    },
    'five minutes, and nothing to renew it with': {
      as: 'brief',
      severity: 'info',
      data: { seconds: 300 },
      trace: implicit(`access_token=${token}&token_type=Bearer&expires_in=300`),
    },
    'sixty days in the browser': {
      as: 'long',
      severity: 'warning',
      data: { hours: 1440 },
      trace: implicit(`access_token=${token}&token_type=Bearer&expires_in=5184000`),
    },
    'only the token itself says that it lives for a week': {
      as: 'long',
      only,
      data: { hours: 168 },
      trace: code(`"access_token":"${jwt({ iat: 1767225600, exp: 1767225600 + 604800 })}"`),
    },
    'nothing says it': {
      as: 'open-ended',
      only,
      at: ['3 response.body.expires_in'],
      severity: 'info',
      trace: code(`"access_token":"${token}"`),
    },
  },
  passes: {
    'an hour': implicit(`access_token=${token}&token_type=Bearer&expires_in=3600`),
    'five minutes with a refresh token': { only, trace: code(`"access_token":"${token}","expires_in":300,"refresh_token":"rt-CANARY"`) },
    'just a day': { only, trace: code(`"access_token":"${token}","expires_in":86400`) },
    'the token itself says that it lives for an hour': {
      only,
      trace: code(`"access_token":"${jwt({ iat: 1767225600, exp: 1767225600 + 3600 })}"`),
    },
  },
  skips: {
    'no token is to be seen': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY
        → 200`,
    'zero means never to some servers': implicit(`access_token=${token}&token_type=Bearer&expires_in=0`),
    'the token is encrypted, and nothing else says it': { only, trace: code(`"access_token":"${encryptedJwt}"`) },
  },
  unsure: {
    'the answer’s body is not in the recording': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: code(`"access_token":"${token}","expires_in":30`),
    },
  },
});
