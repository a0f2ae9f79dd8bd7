import { clockSkew } from '../../../../lib/checks/transport/clock-skew.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';
import { clockStart } from '../../../build/trace.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

/** Seconds since the trace began, by a clock that is some minutes off. */
const date = (seconds: number, minutes: number) => `Date: ${new Date(clockStart + seconds * 1000 + minutes * 60_000).toUTCString()}`;

/** A login through a server; how many minutes the clocks of app and provider are ahead of the recorder's. */
const login = (app: number, provider: number, end = '→ 302 /home', extra = '') => `
        GET https://app.example/login
        → 302 ${request}
          ${date(0, app)}
        GET ${request}
        → 302 /signin
          ${date(0, provider)}
        GET https://idp.example/signin
        → 200
        POST https://idp.example/signin [+9s]
          = user=CANARY
        → 303 ${answer}
          ${date(9, provider)}
        GET ${answer}
        ${end}
          ${date(9, app)}
          ${extra}`;

/** A page redeems the code itself. */
const inPage = (minutes: number, idToken: string | null, end: string) => `
        GET https://app.example/
        → 200
          Cache-Control: no-store
          ${date(0, minutes)}
        GET ${request} [+1s]
        → 302 /signin
          ${date(1, minutes)}
        POST https://idp.example/signin [+8s]
          = user=CANARY
        → 303 ${answer}
          ${date(9, minutes)}
        GET ${answer}
        → 200
          Cache-Control: no-store
          ${date(9, minutes)}
        POST https://idp.example/token [fetch] [from https://app.example/cb]
          = grant_type=authorization_code&code=code-CANARY
        → 200
          ${date(9, minutes)}
          = {"access_token":"at-CANARY-0123456789-0123456789","token_type":"Bearer"${idToken === null ? '' : `,"id_token":"${idToken}"`}}
        ${end}`;

/** The page begins once more, by itself. */
const again = `
        GET ${request.replace('st-CANARY', 'second-CANARY')} [from https://app.example/cb]
        → 200`;

cases(clockSkew, {
  fails: {
    'the app lives two hours ahead and refuses the answer': {
      as: 'servers',
      at: ['1 response.header.date', '2 response.header.date'],
      severity: 'error',
      data: { app: 'app.example', provider: 'idp.example', span: '119 minutes', way: 'ahead of', looks: 'expired', suspect: 'app.example' },
      trace: login(120, 0, '→ 400'),
    },
    'the provider is behind, and the login works': {
      as: 'servers',
      severity: 'warning',
      data: { span: '3 minutes', way: 'ahead of', suspect: 'idp.example' },
      trace: login(0, -4),
    },
    'the provider is ahead': {
      as: 'servers',
      data: { way: 'behind', looks: 'not valid yet', suspect: 'idp.example' },
      trace: login(0, 7, '→ 500'),
    },
    'both servers agree against this computer': {
      as: 'computer',
      at: ['1 response.header.date', '2 response.header.date'],
      severity: 'warning',
      data: { span: '10 minutes', way: 'behind', looks: 'not valid yet' },
      trace: login(11, 11),
    },
    'the computer is ahead, and a page could not use the tokens': {
      as: 'computer',
      severity: 'error',
      data: { way: 'ahead', looks: 'expired' },
      trace: inPage(-11, null, again),
    },
    'it is off by whole hours, and nobody but the browser wrote the times': {
      as: 'computer',
      only: 'web-request', // a file may have written local time
      data: { span: '119 minutes' },
      trace: login(120, 120),
    },
  },
  passes: {
    'all clocks agree': login(0, 0),
    'they are seconds apart': login(0.4, -0.4),
    'an answer took long, and its time is of its end': `
        GET https://app.example/login
        → 302 ${request}
          ${date(0, 0)}
        GET ${request}
        → 303 ${answer}
          ${date(0, 0)}
        GET ${answer} [took 3min]
        → 302 /home
          ${date(180, 0)}
        GET https://app.example/home [+180s]
        → 302 /welcome
          ${date(180, 0)}`,
    'the app is too quiet to be sure, the provider is right': `
        GET ${request}
        → 302 /signin
          ${date(0, 0)}
        POST https://idp.example/signin [+9s]
          = user=CANARY
        → 303 ${answer}
          ${date(9, 0)}
        GET ${answer}
        → 400
          ${date(9, 30)}`,
  },
  skips: {
    'the answers come from caches': login(120, 0).replaceAll('Date:', 'Age: 7200\n          Date:'),
    'no clock was told': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    'one answer out of step with the others is nobody’s clock': `
        GET ${request}
        → 302 /signin
          ${date(0, 30)}
        POST https://idp.example/signin [+9s]
          = user=CANARY
        → 303 ${answer}
          ${date(9, 0)}
        GET ${answer}
        → 400`,
    'the ID token itself shows whose clock it is': {
      only: 'har', // webRequest has no bodies
      trace: inPage(11, jwt({ iss: 'https://idp.example', aud: 'web', iat: clockStart / 1000 + 670, exp: clockStart / 1000 + 4270 }), ''),
    },
  },
  unsure: {
    'the recorder may have written local time': { why: 'times-missing', only: 'har', trace: login(120, 120) },
    'the recorder wrote no times': { why: 'times-missing', only: 'har', untimed: true, trace: login(120, 0) },
  },
});
