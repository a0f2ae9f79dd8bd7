import { tokenInQuery } from '../../../../lib/checks/token-placement/token-in-query.ts';
import { cases } from '../../../build/cases.ts';

const token = 'eyJhbGciOiJub25lIn0.CANARY-access-0123456789';
const idToken = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJDQU5BUlkifQ.CANARY-signature';

cases(tokenInQuery, {
  fails: {
    'the provider writes an access token into the query': {
      as: 'answer',
      at: ['1 response.location.query.access_token'],
      severity: 'error',
      data: { name: 'access_token' },
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY-1
        → 302 https://app.example/cb?access_token=${token}&token_type=Bearer&expires_in=3600&state=st-CANARY-1
        GET https://app.example/cb?access_token=${token}&token_type=Bearer&expires_in=3600&state=st-CANARY-1
        → 200`,
    },
    'response_mode=query moves an ID token there': {
      as: 'answer',
      at: ['1 response.location.query.id_token'],
      data: { name: 'id_token' },
      trace: `
        GET https://idp.example/connect/authorize?response_type=id_token&response_mode=query&client_id=web&redirect_uri=https://app.example/signin-oidc&nonce=n-CANARY
        → 302 https://app.example/signin-oidc?id_token=${idToken}
        GET https://app.example/signin-oidc?id_token=${idToken}
        → 302 /
        GET https://app.example/
        → 200`,
    },
    'the answer is delivered by a script of the provider, so that only the callback shows it': {
      as: 'answer',
      at: ['3 request.query.access_token'],
      trace: `
        GET https://idp.example/oauth/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 /signin
        GET https://idp.example/signin
        → 200
        GET https://app.example/cb?access_token=${token}&token_type=bearer [from https://idp.example/signin]
        → 200`,
    },
    'the file’s values were removed but the name still stands in the query': {
      as: 'answer',
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?access_token=[redacted]&token_type=Bearer
        GET https://app.example/cb?access_token=[redacted]&token_type=Bearer
        → 200`,
    },
    'the app calls an API with the token of the fragment in the query': {
      as: 'call',
      at: ['3 request.query.access_token'],
      data: { host: 'api.example' },
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=${token}&token_type=Bearer
        GET https://app.example/cb#access_token=${token}&token_type=Bearer
        → 200
        GET https://api.example/me?fields=name&access_token=${token} [fetch] [from https://app.example]
        → 200`,
    },
    'a generic name carries a token that was issued in this login': {
      as: 'call',
      at: ['4 request.query.token'],
      only: 'har', // webRequest has no token response to learn the token from
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&code_challenge=ch-CANARY&code_challenge_method=S256
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY-0123456789&code_verifier=v-CANARY&client_id=spa
        → 200
          = {"access_token":"${token}","token_type":"Bearer"}
        GET wss://live.example/socket?token=${token}
        → 101`,
    },
    'a token with characters that need encoding is passed on': {
      as: 'call',
      at: ['3 request.query.id_token'],
      trace: `
        GET https://idp.example/authorize?response_type=id_token&client_id=spa&redirect_uri=https://app.example/cb&nonce=n-CANARY
        → 302 https://app.example/cb#id_token=CANARY%2Babcdefghijklmnop%3D%3D
        GET https://app.example/cb#id_token=CANARY%2Babcdefghijklmnop%3D%3D
        → 200
        GET https://app.example/session?id_token=CANARY%2Babcdefghijklmnop%3D%3D [fetch] [from https://app.example/cb]
        → 204`,
    },
  },
  passes: {
    'a code comes back': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY
        → 302 /
        GET https://app.example/
        → 200`,
    'the token stays behind the fragment and travels in a header': `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=${token}&token_type=Bearer
        GET https://app.example/cb#access_token=${token}&token_type=Bearer
        → 200
        GET https://api.example/me [fetch] [from https://app.example]
          Authorization: Bearer ${token}
        → 200`,
    'logout takes the ID token as a hint, as specified': `
        GET https://idp.example/authorize?response_type=id_token&client_id=spa&redirect_uri=https://app.example/cb&nonce=n-CANARY
        → 302 https://app.example/cb#id_token=${idToken}
        GET https://app.example/cb#id_token=${idToken}
        → 200
        GET https://idp.example/logout?id_token_hint=${idToken}&post_logout_redirect_uri=https://app.example/
        → 200`,
    'somebody else’s address has a token of its own, which was not issued here': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 200
        GET https://media.example/clip.mp4?token=vendor-CANARY-signed-url-0123456789 [image] [from https://app.example]
        → 200`,
    'the posted form holds the ID token': `
        GET https://idp.example/authorize?response_type=id_token&response_mode=form_post&client_id=web&redirect_uri=https://app.example/cb&nonce=n-CANARY
        → 200
        POST https://app.example/cb [from https://idp.example]
          = id_token=${idToken}&state=st-CANARY
        → 302 /
        GET https://app.example/
        → 200`,
    'the provider refuses': `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?error=access_denied
        GET https://app.example/cb?error=access_denied
        → 200`,
  },
  skips: {
    'no answer came': `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 200`,
  },
  unsure: {
    'somebody removed the token, so that its later use can not be followed': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=[redacted]&token_type=Bearer
        GET https://app.example/cb#access_token=[redacted]&token_type=Bearer
        → 200
        GET https://api.example/me?access_token=[redacted] [fetch] [from https://app.example]
        → 200`,
    },
  },
});
