import { mixupSuspected } from '../../../../lib/checks/issuer/mixup-suspected.ts';
import { cases } from '../../../build/cases.ts';

const asked = (client: string, redirectUri = 'https://app.example/cb', state = 'st-CANARY') =>
  `authorize?response_type=code&client_id=${client}&redirect_uri=${redirectUri}&state=${state}`;
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

const ending = `
        GET ${answer}
        → 302 /home
        GET https://app.example/home
        → 200`;

cases(mixupSuspected, {
  fails: {
    'the first provider forwards the request to a second one': {
      as: 'crossed',
      at: ['2 request.query.client_id', '2 request.query.redirect_uri', '1 request.query.client_id'],
      severity: 'error',
      data: { first: 'one.example', second: 'two.example', state: ' and its `state`' },
      trace: `
        GET https://one.example/${asked('app-at-one')}
        → 302 https://two.example/${asked('app-at-two')}
        GET https://two.example/${asked('app-at-two')}
        → 302 ${answer}
        ${ending}`,
    },
    'it does so behind its sign-in form, with a state of its own': {
      as: 'crossed',
      data: { state: '' },
      trace: `
        GET https://one.example/${asked('app-at-one')}
        → 302 /signin
        GET https://one.example/signin
        → 200
        POST https://one.example/signin [+9s]
          = user=CANARY
        → 303 https://two.example/${asked('app-at-two', undefined, 'other-CANARY')}
        GET https://two.example/${asked('app-at-two', undefined, 'other-CANARY')}
        → 302 https://app.example/cb?code=code-CANARY&state=other-CANARY
        GET https://app.example/cb?code=code-CANARY&state=other-CANARY
        → 200`,
    },
    'the app can not use what comes': {
      as: 'refused',
      severity: 'error',
      trace: `
        GET https://one.example/${asked('app-at-one')}
        → 302 https://two.example/${asked('app-at-two')}
        GET https://two.example/${asked('app-at-two')}
        → 302 ${answer}
        GET ${answer}
        → 500`,
    },
    'the answer goes to the address of another provider': {
      as: 'callback',
      at: ['4 response.header.location', '4 request.query.redirect_uri', '1 request.query.redirect_uri'],
      data: { first: 'one.example', second: 'two.example' },
      trace: `
        GET https://two.example/${asked('app-at-two', 'https://app.example/cb/two', 'old-CANARY')}
        → 302 https://app.example/cb/two?code=old-code-CANARY&state=old-CANARY
        GET https://app.example/cb/two?code=old-code-CANARY&state=old-CANARY
        → 302 /home
        GET https://app.example/home
        → 200
        GET https://one.example/${asked('app-at-one', 'https://app.example/cb/one')} [+200s]
        → 302 https://app.example/cb/two?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb/two?code=code-CANARY&state=st-CANARY
        → 200`,
    },
  },
  passes: {
    'there is one provider': `
        GET https://one.example/${asked('web')}
        → 302 ${answer}
        ${ending}`,
    'the first provider asks the second one for itself': `
        GET https://one.example/${asked('web')}
        → 302 https://two.example/${asked('one', 'https://one.example/broker', 'inner-CANARY')}
        GET https://two.example/${asked('one', 'https://one.example/broker', 'inner-CANARY')}
        → 302 https://one.example/broker?code=inner-code-CANARY&state=inner-CANARY
        GET https://one.example/broker?code=inner-code-CANARY&state=inner-CANARY
        → 302 ${answer}
        ${ending}`,
    'it keeps the app’s state when it does so': `
        GET https://one.example/${asked('web')}
        → 302 https://two.example/${asked('one', 'https://one.example/broker')}
        GET https://two.example/${asked('one', 'https://one.example/broker')}
        → 302 https://one.example/broker?code=inner-code-CANARY&state=st-CANARY
        GET https://one.example/broker?code=inner-code-CANARY&state=st-CANARY
        → 302 ${answer}
        ${ending}`,
    'it hides what it asks, and gets the answer itself': `
        GET https://one.example/${asked('web')}
        → 302 https://two.example/authorize?client_id=one&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        GET https://two.example/authorize?client_id=one&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        → 302 https://one.example/broker?code=inner-code-CANARY&iss=https://two.example
        GET https://one.example/broker?code=inner-code-CANARY&iss=https://two.example
        → 302 ${answer}
        ${ending}`,
    'both are hosts of one provider': `
        GET https://login.one.example/${asked('web')}
        → 302 https://eu.one.example/${asked('web-eu')}
        GET https://eu.one.example/${asked('web-eu')}
        → 302 ${answer}
        ${ending}`,
    'the app’s own login service asks in its name': `
        GET https://login.app.example/${asked('web')}
        → 302 https://two.example/${asked('app-at-two')}
        GET https://two.example/${asked('app-at-two')}
        → 302 ${answer}
        ${ending}`,
    'the same client is known at both': `
        GET https://one.example/${asked('web')}
        → 302 https://two.example/${asked('web', undefined, 'st-CANARY')}&region=eu
        GET https://two.example/${asked('web', undefined, 'st-CANARY')}&region=eu
        → 302 ${answer}
        ${ending}`,
    'the user goes back to the app and chooses another provider': `
        GET https://one.example/${asked('app-at-one')}
        → 302 https://app.example/choose
        GET https://app.example/choose
        → 302 https://two.example/${asked('app-at-two', undefined, 'second-CANARY')}
        GET https://two.example/${asked('app-at-two', undefined, 'second-CANARY')}
        → 302 https://app.example/cb?code=code-CANARY&state=second-CANARY
        GET https://app.example/cb?code=code-CANARY&state=second-CANARY
        → 200`,
    'the answer goes to another address of the same provider': `
        GET https://one.example/${asked('web', 'https://app.example/cb/link', 'old-CANARY')}
        → 302 https://app.example/cb/link?code=old-code-CANARY&state=old-CANARY
        GET https://app.example/cb/link?code=old-code-CANARY&state=old-CANARY
        → 200
        GET https://one.example/${asked('web', 'https://app.example/cb/login')} [+200s]
        → 302 https://app.example/cb/link?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb/link?code=code-CANARY&state=st-CANARY
        → 200`,
  },
  skips: {
    'no answer came': `
        GET https://one.example/${asked('web')}
        → 200`,
  },
  unsure: {
    'what the first provider asks the second one is hidden': {
      why: 'parameters-hidden',
      trace: `
        GET https://one.example/${asked('app-at-one')}
        → 302 https://two.example/authorize?client_id=app-at-two&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        GET https://two.example/authorize?client_id=app-at-two&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        → 302 ${answer}
        ${ending}`,
    },
  },
});
