import { containerSwitch } from '../../../../lib/checks/cookies/container-switch.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

/** Neither Chromium nor a file knows containers. */
const only = 'web-request';

/** Begun in one place, signed in and answered in another. */
const crossing = (here: string, there: string, end: string) => `
        GET https://app.example/login ${here}
        → 302 ${request}
          Set-Cookie: login_state=st-CANARY; Path=/; Secure; HttpOnly
        GET ${request} ${here}
        → 200
        GET ${request} [tab 2] ${there} [+1s]
        → 200
        POST https://idp.example/signin [tab 2] ${there} [+9s]
          = user=CANARY
        → 303 ${answer}
        GET ${answer} [tab 2] ${there}
        ${end}`;

cases(containerSwitch, {
  fails: {
    'the provider is opened in another container': {
      as: 'switched',
      only,
      at: ['5 request.url', '1 request.url', '4 response.location.query.state'],
      severity: 'error',
      data: { here: 'a container', there: 'another container' },
      trace: crossing('[container firefox-container-1]', '[container firefox-container-2]', '→ 400'),
    },
    'a rule takes it into a container': {
      as: 'switched',
      only,
      data: { here: 'an ordinary tab', there: 'a container' },
      trace: crossing('[container firefox-default]', '[container firefox-container-2]', '→ 400'),
    },
    'a link leads out of the container': {
      as: 'switched',
      only,
      data: { here: 'a container', there: 'an ordinary tab' },
      trace: crossing('[container firefox-container-1]', '[container firefox-default]', '→ 400'),
    },
    'the app does not mind': {
      as: 'switched-unharmed',
      only,
      severity: 'info',
      trace: crossing(
        '[container firefox-default]',
        '[container firefox-container-2]',
        '→ 302 /home\n GET https://app.example/home [tab 2] [container firefox-container-2]\n → 200',
      ),
    },
  },
  passes: {
    'all happens in one container': {
      only,
      trace: crossing('[container firefox-container-1]', '[container firefox-container-1]', '→ 400'),
    },
    'only the provider has a container of its own': {
      only,
      trace: `
        GET https://app.example/login [container firefox-container-1]
        → 302 ${request}
        GET ${request} [container firefox-container-1]
        → failed NS_ERROR_ABORT
        GET ${request} [tab 2] [container firefox-container-2]
        → 303 ${answer}
        GET ${answer} [tab 2] [container firefox-container-2]
        → failed NS_ERROR_ABORT
        GET ${answer} [tab 3] [container firefox-container-1] [+1s]
        → 200`,
    },
  },
  skips: {
    'nothing ties the answer to the request': {
      only,
      trace: crossing('[container firefox-default]', '[container firefox-container-2]', '→ 400').replaceAll('&state=st-CANARY', ''),
    },
    'the state is another login’s': {
      only,
      trace: crossing('[container firefox-default]', '[container firefox-container-2]', '→ 400').replaceAll(
        'code=code-CANARY&state=st-CANARY',
        'code=code-CANARY&state=other-CANARY',
      ),
    },
    'Chromium opens a private window': { only, trace: crossing('', '[private]', '→ 400') },
    'it is a file': { only: 'har', trace: crossing('', '', '→ 400') },
  },
  unsure: {
    'the app has not answered yet': {
      why: 'never-finished',
      only,
      trace: crossing('[container firefox-default]', '[container firefox-container-2]', '→ pending'),
    },
  },
});
