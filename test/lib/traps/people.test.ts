import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const state = 'CANARY-state-abcdefgh';
const challenge = 'code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256';
const parameters = `response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=${state}&${challenge}`;
const request = `https://idp.example/authorize?${parameters}`;
const answer = `https://app.example/cb?code=CANARY-code-0123456789&state=${state}`;
const begun = `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request}
        → 200`;
const taken = `
        GET ${answer}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`;

describe('21 people who do not want to', () => {
  calm({
    decline: `
        ${begun}
        POST https://idp.example/consent [from https://idp.example] [+6s]
          = approve=no
        → 302 https://app.example/cb?error=access_denied&error_description=The+user+denied+the+request&state=${state}
        GET https://app.example/cb?error=access_denied&error_description=The+user+denied+the+request&state=${state}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /login?cancelled=1
        GET https://app.example/login?cancelled=1
        → 200`,
    'decline, and the app answers with its error page': `
        ${begun}
        POST https://idp.example/consent [from https://idp.example] [+6s]
          = approve=no
        → 302 https://app.example/cb?error=access_denied&state=${state}
        GET https://app.example/cb?error=access_denied&state=${state}
          Cookie: txn=CANARY-txn-0123456789
        → 401`,
    'close the popup': `
        GET https://app.example/
        → 200
        GET ${request} [tab 2] [opener 1] [from https://app.example/]
        → 200
        GET https://app.example/prices [+20s]
        → 200`,
    'press Stop while the sign-in page loads': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request}
        → failed net::ERR_ABORTED`,
    'press Stop while the callback loads': `
        ${begun}
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 ${answer}
        GET ${answer}
          Cookie: txn=CANARY-txn-0123456789
        → failed net::ERR_ABORTED`,
    'go somewhere else': `
        ${begun}
        GET https://news.example/ [+20s]
        → 200`,
    'go back to the app': `
        ${begun}
        GET https://app.example/ [back] [+20s]
        → 200`,
  });
});

describe('22 recordings that miss the beginning or the middle', () => {
  calm({
    'they start while the user is on the provider’s page': `
        POST https://idp.example/signin [from https://idp.example]
          = user=CANARY
        → 302 ${answer}&iss=https%3A%2F%2Fidp.example
        GET ${answer}&iss=https%3A%2F%2Fidp.example
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
    'they start at the callback': `
        GET ${answer}&session_state=CANARY&iss=https%3A%2F%2Fidp.example [from https://idp.example/]
          Sec-Fetch-Site: cross-site
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
    'the background was restarted while the user signed in': {
      only: 'web-request',
      gaps: ['worker-restarted'],
      trace: `
        ${begun}
        ${taken.replace(answer, `${answer} [from https://idp.example] [+30s]`)}`,
    },
    'the background was restarted and lost the beginning': {
      only: 'web-request',
      gaps: ['worker-restarted'],
      trace: `
        GET https://news.example/
        → 200
        GET ${answer}&iss=https%3A%2F%2Fidp.example [from https://idp.example/] [+120s]
          Sec-Fetch-Site: cross-site
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
    },
    'they stop while the user is on the provider’s page': begun,
    'they stop while the callback runs': `
        ${begun}
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 ${answer}
        GET ${answer}
          Cookie: txn=CANARY-txn-0123456789
        → pending`,
  });
});

describe('26 requests that begin in other ways', () => {
  calm({
    'the request is posted by a form': `
        GET https://app.example/login
        → 200
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        POST https://idp.example/authorize [from https://app.example/login] [+2s]
          = ${parameters}
        → 302 ${answer}
        ${taken}`,
    'the request is opened from a link in an e-mail': `
        GET ${request} [from https://mail.example/inbox]
        → 200
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 ${answer}
        GET ${answer}
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
  });
});
