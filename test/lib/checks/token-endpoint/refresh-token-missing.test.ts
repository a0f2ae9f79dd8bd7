import { refreshTokenMissing } from '../../../../lib/checks/token-endpoint/refresh-token-missing.ts';
import { cases } from '../../../build/cases.ts';

/** Answers of the token endpoint are seen in files only. */
const only = 'har';

const login = (wish: string, tokens: string, host = 'idp.example', round = 'CANARY') => `
        GET https://${host}/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-${round}&${wish}
        → 302 https://app.example/cb?code=code-${round}&state=st-${round}
        GET https://app.example/cb?code=code-${round}&state=st-${round}
        → 200
        POST https://${host}/token [fetch] [from https://app.example/cb]
          = grant_type=authorization_code&code=code-${round}&redirect_uri=https://app.example/cb
        → 200
          = {${tokens}}`;

const access = '"access_token":"at-CANARY","token_type":"Bearer","expires_in":3600';
const offline = 'scope=openid+offline_access';

cases(refreshTokenMissing, {
  fails: {
    'offline_access brings none': {
      as: 'missing',
      only,
      at: ['3 response.body.refresh_token', '1 request.query.scope'],
      severity: 'warning',
      data: { asked: 'offline_access', granted: '', recipe: '' },
      trace: login(offline, access),
    },
    'the answer says that it was not granted': {
      as: 'missing',
      only,
      data: { granted: ' The `scope` of the answer does not hold the wish: the provider did not grant it.', consent: '' },
      trace: login(`${offline}&prompt=consent`, `${access},"scope":"openid"`),
    },
    'Google has a parameter of its own, and its rule': {
      as: 'missing',
      only,
      at: ['3 response.body.refresh_token', '1 request.query.access_type'],
      data: { asked: 'access_type=offline' },
      trace: login('scope=openid&access_type=offline', access, 'accounts.google.com'),
    },
    'a token in the address comes without one': {
      as: 'impossible',
      at: ['1 request.query.scope', '1 request.query.response_type'],
      data: { asked: 'offline_access', types: 'id_token token' },
      trace: `
        GET https://idp.example/authorize?response_type=id_token+token&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY&nonce=n-CANARY&scope=openid+offline_access
        → 200`,
    },
  },
  passes: {
    'it came': { only, trace: login(offline, `${access},"refresh_token":"rt-CANARY"`) },
    'it came with an earlier login': {
      only,
      trace: `${login(offline, `${access},"refresh_token":"rt-CANARY"`, 'idp.example', 'CANARY-1')}${login(offline, access, 'idp.example', 'CANARY-2')}`,
    },
  },
  skips: {
    'nobody asked for it': { only, trace: login('scope=openid', access) },
    'the app’s server redeems the code': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY&${offline}
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY
        → 302 /home
        GET https://app.example/home
        → 200`,
    'the code was refused': { only, trace: login(offline, '"error":"invalid_grant"') },
  },
  unsure: {
    'the answer’s body is not in the recording': { why: 'body-not-exposed', only: 'web-request', trace: login(offline, access) },
  },
});
