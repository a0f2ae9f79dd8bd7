import { nonceMissing } from '../../../../lib/checks/nonce/nonce-missing.ts';
import { cases } from '../../../build/cases.ts';

const cb = 'https://app.example/cb';
const asked = (type: string, more = '') =>
  `https://idp.example/authorize?response_type=${type}&client_id=app&scope=openid&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s${more}`;
const login = (url: string, answer = 'id_token=CANARY-token') => `
        GET ${url}
        → 302 ${cb}#${answer}&state=CANARY-s
        GET ${cb}#${answer}&state=CANARY-s
        → 200`;

cases(nonceMissing, {
  fails: {
    'an ID token is asked for': { as: 'unprotected', at: ['1 request.query.nonce'], severity: 'error', trace: login(asked('id_token')) },
    'an ID token is asked for beside a code': { as: 'unprotected', trace: login(asked('code%20id_token'), 'code=CANARY&id_token=CANARY') },
    'it is empty': { as: 'unprotected', trace: login(asked('id_token', '&nonce=')) },
    'the provider refuses for another reason': {
      as: 'unprotected',
      trace: login(asked('id_token'), 'error=invalid_scope&error_description=unknown%20scope'),
    },
    'the provider says that something is missing': {
      as: 'unprotected',
      trace: login(asked('id_token'), 'error=invalid_request&error_description=missing%20scope'),
    },
    'the provider’s answer names it': {
      as: 'demanded',
      at: ['1 response.location.fragment.error', '1 request.query.nonce'],
      severity: 'error',
      trace: login(asked('id_token%20token'), 'error=invalid_request&error_description=nonce%20is%20required'),
    },
    'the provider’s page names it': {
      as: 'demanded',
      at: ['1 response.body', '1 request.query.nonce'],
      trace: `
        GET ${asked('id_token')}
        → 400
          "Missing parameter: nonce"`,
    },
  },
  passes: {
    'there is one': login(asked('id_token', '&nonce=CANARY-n')),
    'there is one beside a code': login(asked('code%20id_token%20token', '&nonce=CANARY-n')),
    'a sanitizer replaced it': login(asked('id_token', '&nonce=REDACTED')),
  },
  skips: {
    'the ID token comes with the code': login(asked('code'), 'code=CANARY'),
    'only an access token is asked for': login(asked('token'), 'access_token=CANARY&token_type=Bearer'),
    'nothing says what is asked for': `
        GET https://idp.example/authorize?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 200`,
  },
  unsure: {
    'the request is encrypted': {
      why: 'encrypted',
      trace: login(asked('id_token', '&request=eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.CANARYkey.CANARYiv.CANARYtext.CANARYtag')),
    },
    'the request was pushed by a server': {
      why: 'parameters-hidden',
      trace: login('https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY'),
    },
  },
});
