import { authzMangled } from '../../../../lib/checks/request/authz-mangled.ts';
import { cases } from '../../../build/cases.ts';

const redirectUri = 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const whole = `response_type=code&client_id=app&${redirectUri}&scope=openid&state=CANARY-s`;
/** A request with this query, and what came of it. */
const request = (query: string, answer = '400') => `
        GET https://idp.example/authorize?${query}
        → ${answer}`;
const refused = (query: string, error: string) => `
        GET https://idp.example/authorize?${query}
        → 302 https://app.example/cb?${error}
        GET https://app.example/cb?${error}
        → 200`;
const accepted = (query: string, answer = 'code=CANARY-c&state=CANARY-s', then = '200') => `
        GET https://idp.example/authorize?${query}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → ${then}`;

cases(authzMangled, {
  fails: {
    'a command shell cut the address at its first separator': {
      as: 'cut',
      at: ['1 request.url', '1 response.status'],
      severity: 'error',
      data: { name: 'response_type', status: 400 },
      trace: `
        GET https://idp.example/oauth2/authorize?response_type=code
          Sec-Fetch-Site: none
        → 400`,
    },
    'a command shell cut it behind the client': {
      as: 'cut',
      data: { name: 'client_id', status: 422 },
      trace: `
        GET https://idp.example/authorize?client_id=cli
          Sec-Fetch-Site: none
        → 422`,
    },
    'all separators were escaped for HTML': {
      as: 'entity',
      at: ['1 request.url'],
      severity: 'error',
      data: { name: 'client_id' },
      trace: request(whole.replaceAll('&', '&amp;')),
    },
    'they were escaped twice': { as: 'entity', trace: request(whole.replaceAll('&', '&amp;amp;')) },
    'the semicolon was percent-encoded': { as: 'entity', trace: request(whole.replaceAll('&', '&amp%3B')) },
    'the scope was lost, and the provider asks for it': {
      as: 'entity',
      severity: 'error',
      data: { name: 'scope' },
      trace: refused(whole.replace('&scope', '&amp;scope'), 'error=invalid_scope&state=CANARY-s'),
    },
    'the scope was lost, and the provider does not mind': {
      as: 'entity',
      severity: 'info',
      trace: accepted(whole.replace('&scope', '&amp;scope')),
    },
    'state was lost, and the app fails without it': {
      as: 'entity',
      severity: 'error',
      trace: accepted(whole.replace('&state', '&amp;state'), 'code=CANARY-c', '400'),
    },
    'state was lost, and the app does not need it': {
      as: 'entity',
      severity: 'info',
      trace: accepted(whole.replace('&state', '&amp;state'), 'code=CANARY-c', '200'),
    },
    'the scope was lost, and the app fails for a reason of its own': {
      as: 'entity',
      severity: 'info',
      trace: accepted(whole.replace('&scope', '&amp;scope'), 'code=CANARY-c&state=CANARY-s', '500'),
    },
    'the redirect_uri is refused, and the scope was lost': {
      as: 'entity',
      severity: 'info',
      trace: `${request(whole.replace('&scope', '&amp;scope'))}
          "redirect_uri is not registered"`,
    },
    '&reg was read as an entity': {
      as: 'swallowed',
      severity: 'error',
      data: { name: 'registration' },
      trace: refused(`${whole}®istration=%7B%7D`.replace('®', '%C2%AE'), 'error=invalid_request&state=CANARY-s'),
    },
    '&ac was read as an entity by a careless program': {
      as: 'swallowed',
      severity: 'info',
      data: { name: 'acr_values' },
      trace: accepted(`response_type=code&client_id=app&${redirectUri}&state=CANARY-s&scope=openid%E2%88%BEr_values=1`),
    },
    'the address already had a query': {
      as: 'question-mark',
      severity: 'error',
      data: { name: 'client_id' },
      trace: request(`p=policy?client_id=app&${redirectUri}&response_type=code&scope=openid&state=CANARY-s`),
    },
    'the whole query was encoded': {
      as: 'glued',
      data: { name: 'redirect_uri' },
      trace: request(`response_type=code&client_id=app%26redirect_uri%3Dhttps%3A%2F%2Fapp.example%2Fcb&scope=openid&state=CANARY-s`),
    },
    'a pair was encoded': {
      as: 'glued',
      data: { name: 'client_id' },
      trace: request(`response_type=code&client_id%3DCANARY-app&${redirectUri}&scope=openid&state=CANARY-s`),
    },
    'it was copied from the source of a mail': {
      as: 'quoted-printable',
      severity: 'error',
      trace: request(whole.replaceAll('=', '=3D')),
    },
    'a mail broke the line': {
      as: 'spaced',
      data: { name: 'client_id' },
      trace: request(whole.replace('client_id', '%0D%0A%20client_id')),
    },
    'a space stands in front of the equals sign': { as: 'spaced', trace: request(whole.replace('client_id', 'client_id%20')) },
    'the scope was encoded twice': {
      as: 'double-encoded',
      at: ['1 request.query.scope'],
      severity: 'error',
      trace: refused(whole.replace('openid', 'openid%2520email'), 'error=invalid_scope&state=CANARY-s'),
    },
    'the settings file kept its quotes': {
      as: 'characters',
      at: ['1 request.query.client_id'],
      severity: 'error',
      data: { name: 'client_id' },
      trace: request(whole.replace('id=app', 'id=%22app%22')),
    },
    'a zero-width space was copied along': {
      as: 'characters',
      trace: request(whole.replace('id=app', 'id=%E2%80%8Bapp')),
    },
    'the address is in typographic quotes': {
      as: 'characters',
      data: { name: 'redirect_uri' },
      trace: `${request(whole.replace('Fcb&', 'Fcb%E2%80%9D&'))}
          "redirect_uri is not registered"`,
    },
    'the provider trims what is around the client’s name': {
      as: 'characters',
      severity: 'info',
      trace: accepted(whole.replace('id=app', 'id=%20app')),
    },
  },
  passes: {
    'nothing is damaged': request(whole, '200'),
    'nothing is damaged, and the provider stops': request(whole),
    'a value holds an escaped ampersand': request(`${whole}&ui=a%26amp%3Bb`, '200'),
    'state holds a whole address': request(`${whole}&login_hint=a`.replace('CANARY-s', '%2Fback%3Fscope%3D1%26client_id%3DCANARY'), '200'),
    'redirect_uri has a query of its own': request(
      `response_type=code&client_id=app&${redirectUri}%3Fscope%3Da%26state%3Db&state=CANARY-s`,
    ),
    'redirect_uri was not encoded': request('response_type=code&client_id=app&redirect_uri=https://app.example/cb?scope=a&state=CANARY-s'),
    'a name of the user holds such a character': request(`${whole}&login_hint=Zo%C2%AE%20istration`, '200'),
    'an encoded equals sign follows such a character': request(`${whole}&login_hint=%C2%AEistration%3D1`, '200'),
    'the name of the app holds a space': request(whole.replace('id=app', 'id=my%20app')),
    'scopes are addresses': request(whole.replace('openid', 'openid%20https%3A%2F%2Fapi.example%2Fa%3Fscope%3Db'), '200'),
    'one value begins with 3D': request(whole.replace('id=app', 'id=3Dapp')),
    'a foreign parameter begins with amp': request(`${whole}&amp;campaign=a`, '200'),
    'it was posted, where browsers write the separators': `
        POST https://idp.example/authorize [from https://app.example]
          = ${whole}
        → 400`,
  },
  skips: {
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: request('client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par'),
    },
    'somebody redacted the client': { why: 'redacted-input', trace: request(whole.replace('id=app', 'id=[redacted]'), '200') },
  },
});
