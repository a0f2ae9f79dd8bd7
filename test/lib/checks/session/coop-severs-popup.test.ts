import { coopSeversPopup } from '../../../../lib/checks/session/coop-severs-popup.ts';
import { cases } from '../../../build/cases.ts';

const parameters = 'response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
const answer = 'https://app.example/cb?code=CANARY-c&state=CANARY-s';

interface Says {
  readonly app?: string;
  readonly provider?: string;
  readonly callback?: string;
}
const line = (value: string | undefined) => (value ? `\n          Cross-Origin-Opener-Policy: ${value}` : '');
/** A login in a window of its own, and what each page says about its opener. */
const popup = ({ app, provider, callback }: Says, after = '') => `
        GET https://app.example/
        → 200${line(app)}
        GET https://idp.example/authorize?${parameters} [tab 2] [opener 1] [from https://app.example/]
        → 200${line(provider)}
        POST https://idp.example/signin [tab 2] [from https://idp.example] [+6s]
          = user=CANARY
        → 302 ${answer}
        GET ${answer} [tab 2]
        → 200${line(callback)}
        ${after}`;
/** Only the browser says which page opened a window. */
const only = 'web-request' as const;

cases(coopSeversPopup, {
  fails: {
    'the callback page separates itself': {
      as: 'severed',
      at: ['4 response.header.cross-origin-opener-policy', '4 request.url'],
      severity: 'warning',
      only,
      data: { host: 'app.example', where: 'The callback page', value: 'same-origin' },
      trace: popup({ callback: 'same-origin' }),
    },
    'the page that opened the window separates itself': {
      as: 'severed',
      only,
      data: { where: 'The page that opened it' },
      trace: popup({ app: 'same-origin; report-to="coop"' }),
    },
    'the provider separates itself': { as: 'severed', only, data: { host: 'idp.example' }, trace: popup({ provider: 'same-origin' }) },
    'the provider allows popups of its own, which does not help its opener': {
      as: 'severed',
      only,
      trace: popup({ provider: 'same-origin-allow-popups' }),
    },
  },
  passes: {
    'nobody says anything': { only, trace: popup({}) },
    'a page in a tab of its own separates itself': {
      only,
      trace: popup({}).replace(
        /(?=\n +GET https:\/\/idp)/,
        `
        GET https://news.example/ [tab 3]
        → 200${line('same-origin')}`,
      ),
    },
    'the app allows its popups': { only, trace: popup({ app: 'same-origin-allow-popups' }) },
    'the page behind it goes on': {
      only,
      trace: popup(
        { callback: 'same-origin' },
        `GET https://app.example/home [+1s]
        → 200`,
      ),
    },
    'the code is redeemed': {
      only,
      trace: popup(
        { provider: 'same-origin' },
        `POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&client_id=web&code=CANARY-c&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 200`,
      ),
    },
    'all pages are of one origin': {
      only,
      trace: popup({ app: 'same-origin', provider: 'same-origin', callback: 'same-origin' }).replaceAll('idp.example', 'app.example'),
    },
    'the value is one that changes nothing': { only, trace: popup({ callback: 'unsafe-none' }) },
  },
  skips: {
    'the login is no popup': popup({ callback: 'same-origin' }).replaceAll(' [tab 2]', '').replace(' [opener 1]', ''),
    'the app goes on in the new tab': {
      only,
      trace: `
        GET https://app.example/
        → 200
          Cross-Origin-Opener-Policy: same-origin
        GET https://idp.example/authorize?${parameters} [tab 2] [opener 1] [from https://app.example/]
        → 302 ${answer}
        GET ${answer} [tab 2]
        → 302 /
        GET https://app.example/ [tab 2]
        → 200`,
    },
    'the user said no': {
      only,
      trace: popup({ callback: 'same-origin' }).replaceAll('code=CANARY-c', 'error=access_denied'),
    },
  },
  unsure: {
    'the window has only just finished': { why: 'capture-ended-early', only, live: true, trace: popup({ callback: 'same-origin' }) },
    'the callback has not answered': {
      why: 'never-finished',
      only,
      trace: `
        GET https://idp.example/authorize?${parameters} [tab 2] [opener 1] [from https://app.example/]
        → 302 ${answer}
        GET ${answer} [tab 2]
        → pending`,
    },
  },
});
