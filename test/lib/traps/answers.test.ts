import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const state = 'CANARY-state-abcdefgh';
const request = `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state}&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256`;
const code = 'CANARY-code-0123456789';
/** The answer as the provider writes it; the app takes it. */
const answered = (answer: string, asked = request) => `
        GET ${asked}
        → 302 https://app.example/cb${answer}
        GET https://app.example/cb${answer}
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`;

describe('13 answers with more in them', () => {
  calm({
    'a social network appends #_=_': answered(`?code=${code}&state=${state}#_=_`),
    'another one appends #_': answered(`?code=${code}&state=${state}#_`),
    'session_state and iss': answered(`?session_state=CANARY.0123&iss=https%3A%2F%2Fidp.example&code=${code}&state=${state}`),
    'authuser, hd and the granted scopes': answered(
      `?state=${state}&code=4%2F0CANARY0123456789&scope=email+profile+https://www.example/auth/userinfo.email&authuser=0&hd=corp.example&prompt=consent`,
    ),
    'a company file and a data center': answered(
      `?code=${code}&state=${state}&realmId=9130000000000000&location=eu&accounts-server=https%3A%2F%2Faccounts.idp.example`,
    ),
    'an error in the fragment, as the client asked for the answer there': `
        GET https://app.example/
        → 200
        GET https://idp.example/authorize?response_type=code&response_mode=fragment&client_id=spa&redirect_uri=https://app.example/cb&prompt=none&state=${state}&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256 [frame] [from https://app.example/]
        → 302 https://app.example/cb#error=login_required&error_description=CANARY%3A+no+session&state=${state}
        GET https://app.example/cb#error=login_required&error_description=CANARY%3A+no+session&state=${state} [frame]
        → 200`,
    'the redirect_uri has a query of its own': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ftenant%3Dblue&state=${state}&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        → 302 https://app.example/cb?tenant=blue&code=${code}&state=${state}
        GET https://app.example/cb?tenant=blue&code=${code}&state=${state}
        → 302 /
        GET https://app.example/
        → 200`,
  });
});

const written = (sent: string, returned: string) =>
  answered(`?code=${code}&state=${returned}`, request.replace(`state=${state}`, `state=${sent}`));

describe('14 answers that are written in other percent codes', () => {
  calm({
    'slashes and equals signs stand as they are': written('CANARY%2Fabc%3D%3D', 'CANARY/abc=='),
    'the codes are in small letters': written('CANARY%2Fabc%3D', 'CANARY%2fabc%3d'),
    'letters are encoded that need not be': written('CANARY-abc_1.2~3', '%43ANARY%2Dabc%5F1%2E2%7E3'),
    'a space comes back as a plus sign': written('CANARY%20abc%20def', 'CANARY+abc+def'),
    'braces of a JSON state stand as they are': written('%7B%22n%22%3A%22CANARY%22%7D', '{%22n%22:%22CANARY%22}'),
  });
});

describe('15 addresses that only look like answers', () => {
  const opened = (url: string) => ({
    nothing: true as const,
    trace: `
        GET https://mail.example/inbox
        → 200
        GET ${url} [from https://mail.example/inbox] [+5s]
        → 200`,
  });
  calm({
    'a voucher and a federal state': opened('https://shop.example/checkout?code=SUMMER20&state=CA'),
    'an error number': opened('https://app.example/error?code=404'),
    'an e-mail address is confirmed': opened('https://app.example/confirm?code=3f2b8a52-CANARY-4b8e-9c6d-1f2a3b4c5d6e'),
    'an e-mail address is confirmed on a path of the login': opened(
      'https://app.example/auth/verify-email?code=3f2b8a52-CANARY-4b8e-9c6d-1f2a3b4c5d6e&state=pending',
    ),
    'a password is reset': opened('https://app.example/account/reset?code=CANARY0123456789abcdefABCDEF&userId=7'),
    'a payment returns': opened(
      'https://shop.example/return?payment_intent=pi_CANARY0123456789&payment_intent_client_secret=pi_CANARY_secret_0123&redirect_status=succeeded',
    ),
    'a payment returns with a state and a code': opened('https://shop.example/payment/result?code=00&state=paid&order=4711'),
    'a text message’s code is asked for': opened('https://bank.example/otp?code=123456'),
    'a country and its code': opened('https://maps.example/region?code=DE&state=BY'),
    'documentation shows sample addresses in links': {
      nothing: true,
      trace: `
        GET https://docs.example/oauth/authorize-endpoint?example=https%3A%2F%2Fidp.example%2Fauthorize%3Fresponse_type%3Dcode%26client_id%3DYOUR_CLIENT_ID
        → 200
          = <a href="https://idp.example/authorize?response_type=code&client_id=YOUR_CLIENT_ID&redirect_uri=https://YOUR_APP/callback">try</a>`,
    },
    'a search engine’s result link carries one': {
      nothing: true,
      trace: `
        GET https://search.example/url?sa=t&url=https%3A%2F%2Fdocs.example%2Fcallback%3Fcode%3DSAMPLE%26state%3Dxyz
        → 302 https://docs.example/callback?code=SAMPLE&state=xyz
        GET https://docs.example/callback?code=SAMPLE&state=xyz
        → 200`,
    },
  });
});
