import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const state = 'CANARY-state-abcdefgh';
const challenge = 'code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256';

describe('19 developers’ tools', () => {
  calm({
    'API documentation on localhost logs in by a popup': `
        GET http://localhost:5000/swagger/index.html
        → 200
        GET https://idp.example/authorize?response_type=code&client_id=swagger&redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Fswagger%2Foauth2-redirect.html&scope=api&state=VGh1IENBTkFSWQ%3D%3D&${challenge} [tab 2] [opener 1] [from http://localhost:5000/swagger/index.html] [+5s]
        → 302 http://localhost:5000/swagger/oauth2-redirect.html?code=CANARY-code-0123456789&state=VGh1IENBTkFSWQ%3D%3D
        GET http://localhost:5000/swagger/oauth2-redirect.html?code=CANARY-code-0123456789&state=VGh1IENBTkFSWQ%3D%3D [tab 2]
        → 200
        POST https://idp.example/token [fetch] [from http://localhost:5000]
          Origin: http://localhost:5000
          = grant_type=authorization_code&code=CANARY-code-0123456789&client_id=swagger&redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Fswagger%2Foauth2-redirect.html&code_verifier=CANARY
        → 200
          Access-Control-Allow-Origin: http://localhost:5000
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
    'API documentation on localhost gets its token from the fragment': `
        GET http://localhost:5000/swagger/index.html
        → 200
        GET https://idp.example/authorize?response_type=token&client_id=swagger&redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Fswagger%2Foauth2-redirect.html&scope=api&state=${state} [tab 2] [opener 1] [from http://localhost:5000/swagger/index.html] [+5s]
        → 302 http://localhost:5000/swagger/oauth2-redirect.html#access_token=CANARY-access-0123456789&token_type=Bearer&state=${state}
        GET http://localhost:5000/swagger/oauth2-redirect.html#access_token=CANARY-access-0123456789&token_type=Bearer&state=${state} [tab 2]
        → 200`,
    'a playground shows its secret on purpose, on localhost': `
        GET http://localhost:3000/playground
        → 200
        GET https://idp.example/authorize?response_type=code&client_id=playground&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fplayground%2Fcb&state=${state}&${challenge} [from http://localhost:3000/playground] [+5s]
        → 302 http://localhost:3000/playground/cb?code=CANARY-code-0123456789&state=${state}
        GET http://localhost:3000/playground/cb?code=CANARY-code-0123456789&state=${state}
        → 200
        POST https://idp.example/token [fetch] [from http://localhost:3000]
          Origin: http://localhost:3000
          = grant_type=authorization_code&code=CANARY-code-0123456789&client_id=playground&client_secret=CANARY-secret-0123456789&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fplayground%2Fcb&code_verifier=CANARY
        → 200
          Access-Control-Allow-Origin: *
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
  });
});

const device = 'grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=CANARY-device-0123456789&client_id=tv';

describe('20 answers that are errors by design', () => {
  calm({
    'the server first wants its nonce in the DPoP proof': `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=${state}&dpop_jkt=CANARY&${challenge}
        → 302 https://app.example/cb?code=CANARY-code-0123456789&state=${state}
        GET https://app.example/cb?code=CANARY-code-0123456789&state=${state}
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          DPoP: CANARY.CANARY.CANARY
          = grant_type=authorization_code&code=CANARY-code-0123456789&client_id=spa&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 400
          Access-Control-Allow-Origin: https://app.example
          DPoP-Nonce: CANARY-dpop-nonce
          = {"error":"use_dpop_nonce"}
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          DPoP: CANARY.CANARY-2.CANARY
          = grant_type=authorization_code&code=CANARY-code-0123456789&client_id=spa&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 200
          Access-Control-Allow-Origin: https://app.example
          = {"access_token":"CANARY-access-0123456789","token_type":"DPoP"}`,
    'a device polls until its user is done': `
        POST https://idp.example/device_authorization [fetch]
          = client_id=tv&scope=openid
        → 200
          = {"device_code":"CANARY-device-0123456789","user_code":"CANARY","verification_uri":"https://idp.example/device","interval":5}
        POST https://idp.example/token [fetch] [+5s]
          = ${device}
        → 400
          = {"error":"authorization_pending"}
        POST https://idp.example/token [fetch] [+5s]
          = ${device}
        → 400
          = {"error":"slow_down"}
        POST https://idp.example/token [fetch] [+10s]
          = ${device}
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
    'a device is still polling when the recording ends': `
        POST https://idp.example/device_authorization [fetch]
          = client_id=tv&scope=openid
        → 200
          = {"device_code":"CANARY-device-0123456789","user_code":"CANARY","verification_uri":"https://idp.example/device","interval":5}
        POST https://idp.example/token [fetch] [+5s]
          = ${device}
        → 400
          = {"error":"authorization_pending"}`,
    'two tabs renew at once and the server lets both have it': `
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = grant_type=refresh_token&refresh_token=CANARY-refresh-1-0123&client_id=spa
        → 200
          Access-Control-Allow-Origin: https://app.example
          = {"access_token":"CANARY-access-1-0123456789","refresh_token":"CANARY-refresh-2-0123","token_type":"Bearer"}
        POST https://idp.example/token [fetch] [from https://app.example] [tab 2]
          Origin: https://app.example
          = grant_type=refresh_token&refresh_token=CANARY-refresh-1-0123&client_id=spa
        → 200
          Access-Control-Allow-Origin: https://app.example
          = {"access_token":"CANARY-access-2-0123456789","refresh_token":"CANARY-refresh-3-0123","token_type":"Bearer"}`,
  });
});
