import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const silent = (n: number, extra = '') =>
  `https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/silent&scope=openid&prompt=none&state=CANARY-silent-${n}-abcdef&code_challenge=CANARY-challenge-${n}-3456789012345678901234567&code_challenge_method=S256${extra}`;
const refused = (n: number) => `https://app.example/silent?error=login_required&state=CANARY-silent-${n}-abcdef`;
const granted = (n: number) => `https://app.example/silent?code=CANARY-code-${n}-abcdef&state=CANARY-silent-${n}-abcdef`;
const renewal = (n: number, wait: string, extra = '') => `
        GET ${silent(n, extra)} [frame] [from https://app.example/] [+${wait}]
          Cookie: idp_session=CANARY-idp-01234567
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: active
        → 302 ${granted(n)}
        GET ${granted(n)} [frame]
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = grant_type=authorization_code&code=CANARY-code-${n}-abcdef&client_id=spa&redirect_uri=https://app.example/silent&code_verifier=CANARY
        → 200
          Access-Control-Allow-Origin: https://app.example
          = {"access_token":"CANARY-access-${n}-0123456789","token_type":"Bearer","expires_in":300}`;
const firstVisit = `
        GET https://app.example/
        → 200
        GET ${silent(1)} [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site
          Sec-Fetch-Storage-Access: none
        → 302 ${refused(1)}
        GET ${refused(1)} [frame]
        → 200`;
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&scope=openid&state=CANARY-visible-abcdef&code_challenge=CANARY-challenge-v-3456789012345678901234567&code_challenge_method=S256 [from https://app.example/] [+4s]
        → 200
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 https://app.example/cb?code=CANARY-code-v-abcdef&state=CANARY-visible-abcdef
          Set-Cookie: idp_session=CANARY-idp-01234567; Path=/; Secure; HttpOnly; SameSite=None
        GET https://app.example/cb?code=CANARY-code-v-abcdef&state=CANARY-visible-abcdef
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = grant_type=authorization_code&code=CANARY-code-v-abcdef&client_id=spa&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 200
          Access-Control-Allow-Origin: https://app.example
          = {"access_token":"CANARY-access-v-0123456789","token_type":"Bearer","expires_in":300}`;

describe('12 logins nobody sees', () => {
  calm({
    'the first visit finds nobody signed in, the frame then renews every five minutes': `
        ${firstVisit}
        ${login}
        ${[2, 3, 4, 5, 6, 7, 8].map((n) => renewal(n, '5min')).join('')}`,
    'the first visit finds nobody signed in, and the user stays a guest': `
        ${firstVisit}
        GET https://app.example/prices [+9s]
        → 200`,
    'one token after the other is fetched for several audiences': `
        GET https://app.example/
        → 200
        ${['graph', 'mail', 'files', 'tasks', 'people', 'notes'].map((name, n) => renewal(n + 1, '300ms', `&resource=https://${name}.example`)).join('')}`,
    'the server’s session frame is polled': `
        ${login}
        GET https://idp.example/check_session_iframe [frame 9] [from https://app.example/]
          Cookie: idp_session=CANARY-idp-01234567
        → 200
        GET https://idp.example/check_session_iframe [frame 9] [from https://app.example/] [+60s]
          Cookie: idp_session=CANARY-idp-01234567
        → 200`,
  });
});

describe('27 sign-in without a redirect', () => {
  calm({
    'the browser mediates (FedCM)': {
      trace: `
        GET https://app.example/
        → 200
        GET https://idp.example/.well-known/web-identity [fetch]
          Sec-Fetch-Dest: webidentity
        → 200
          = {"provider_urls":["https://idp.example/fedcm.json"]}
        GET https://idp.example/fedcm.json [fetch]
          Sec-Fetch-Dest: webidentity
        → 200
        GET https://idp.example/accounts [fetch]
          Sec-Fetch-Dest: webidentity
          Cookie: idp_session=CANARY-idp-01234567
        → 200
        POST https://idp.example/assertion [fetch]
          Sec-Fetch-Dest: webidentity
          Origin: https://app.example
          = account_id=CANARY&client_id=web&nonce=CANARY-nonce&disclosure_text_shown=false
        → 200
          = {"token":"CANARY.CANARY.CANARY"}
        POST https://app.example/api/login [fetch] [from https://app.example]
          = {"credential":"CANARY.CANARY.CANARY"}
        → 200`,
    },
    'the provider’s own frame offers the account (One Tap)': {
      nothing: true,
      trace: `
        GET https://app.example/
        → 200
        GET https://idp.example/gsi/iframe/select?client_id=web&ux_mode=popup&as=CANARY&channel_id=CANARY [frame] [from https://app.example/]
        → 200
        POST https://app.example/api/login [fetch] [from https://app.example]
          = credential=CANARY.CANARY.CANARY&g_csrf_token=CANARY
        → 200`,
    },
  });
});
