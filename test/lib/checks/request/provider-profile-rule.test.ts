import { providerProfileRule } from '../../../../lib/checks/request/provider-profile-rule.ts';
import { cases } from '../../../build/cases.ts';

const state = 'state=CANARY4fK9sQ2mXw7Z8hR3tB6nLp1Y';
const apple = (extra: string) =>
  `https://appleid.apple.com/auth/authorize?client_id=app&redirect_uri=https://app.example/cb&response_type=code&${state}${extra}`;
const at = (provider: string, redirectUri: string, extra = '') =>
  `${provider}?client_id=app&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code&${state}${extra}`;
const entra = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize';
const spotify = 'https://accounts.spotify.com/authorize';
const google = 'https://accounts.google.com/o/oauth2/v2/auth';
const cognito = 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize';
const stops = (url: string, page: string) => `
        GET ${url}
        → 400
          "${page}"`;
const waits = (url: string) => `
        GET ${url}
        → 200`;

cases(providerProfileRule, {
  fails: {
    'the provider names the parameter': {
      as: 'refused',
      at: ['1 request.query.response_mode'],
      severity: 'warning',
      trace: stops(
        apple('&scope=name+email&response_mode=query'),
        'response_mode must be form_post when name or email scope is requested.',
      ),
    },
    'the provider does not say what it means': {
      as: 'refused',
      data: { how: ' without saying what it means' },
      trace: stops(apple('&scope=name'), 'invalid_request'),
    },
    'the error comes back to the app': {
      as: 'refused',
      data: { how: ', naming `approval_prompt`' },
      trace: `
        GET ${at(google, 'https://app.example/cb', '&prompt=consent&approval_prompt=force')}
        → 302 https://app.example/cb?error=invalid_request&error_description=Conflict+params:+approval_prompt+and+prompt&${state}
        GET https://app.example/cb?error=invalid_request&error_description=Conflict+params:+approval_prompt+and+prompt&${state}
        → 200`,
    },
    'the login is not finished': { as: 'unmet', severity: 'info', trace: waits(apple('&scope=email')) },
    'the provider stopped over something else': { as: 'unmet', trace: stops(apple('&scope=email'), 'invalid_client') },
    'the address is too long to be registered': { as: 'unmet', trace: waits(at(entra, `https://app.example/${'CANARY'.repeat(50)}`)) },
    'the address is an http one': { as: 'unmet', at: ['1 request.query.redirect_uri'], trace: waits(at(spotify, 'http://app.example/cb')) },
    'http is for localhost by name only': { as: 'unmet', trace: waits(at(cognito, 'http://127.0.0.1:3000/cb')) },
  },
  passes: {
    'the rule is followed': waits(apple('&scope=name+email&response_mode=form_post')),
    'the rule is for other scopes': waits(apple('&response_mode=query')),
    'the login went well all the same': `
        GET ${apple('&scope=name&response_mode=query')}
        → 302 https://app.example/cb?code=CANARY-code-0123&${state}
        GET https://app.example/cb?code=CANARY-code-0123&${state}
        → 200`,
    'the address is refused, and another check tells the rule': stops(
      at(spotify, 'http://app.example/cb'),
      'INVALID_CLIENT: Insecure redirect URI',
    ),
    'the address is one of this computer': waits(at(spotify, 'http://127.0.0.1:3000/cb')),
    'it is an https address': waits(at(cognito, 'https://app.example/cb')),
    'an app has a scheme of its own': waits(at(spotify, 'com.example.app:/cb')),
    'the provider has retired it, which another check is for': waits(at(spotify, 'https://app.example/cb').replace('=code', '=token')),
    'the parameter is alone': waits(at(google, 'https://app.example/cb', '&approval_prompt=force')),
  },
  skips: {
    'the provider is not known': waits(at('https://idp.example/authorize', 'http://app.example/cb', '&scope=name+email')),
  },
  unsure: {
    'the request can not be read': {
      why: 'parameters-hidden',
      trace: waits(
        'https://appleid.apple.com/auth/authorize?client_id=app&request_uri=urn:ietf:params:oauth:request_uri:CANARY-0123456789',
      ),
    },
  },
});
