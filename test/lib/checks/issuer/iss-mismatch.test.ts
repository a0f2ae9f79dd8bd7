import { issMismatch } from '../../../../lib/checks/issuer/iss-mismatch.ts';
import { cases } from '../../../build/cases.ts';

const request = (path = '/authorize') =>
  `https://idp.example${path}?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY&scope=openid`;
const metadata = (document: Readonly<Record<string, unknown>>) => `
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
        → 200
          Content-Type: application/json
          = ${JSON.stringify({ authorization_endpoint: 'https://idp.example/authorize', ...document })}`;
const own = metadata({ issuer: 'https://idp.example' });
/** The login, its answer with these parameters after the code, and what the app does with it. */
const login = (more: string, then: string, path = '/authorize') => `
        GET ${request(path)}
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY${more}
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY${more}
        ${then}`;
const signedIn = `→ 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
        → 200`;
/** {"alg":"RSA-OAEP","enc":"A256GCM"} and four parts nobody can read. */
const encrypted = 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.CANARYkey.CANARYiv.CANARYtext.CANARYtag';

cases(issMismatch, {
  fails: {
    'the issuers differ by a slash, and the app refuses': {
      as: 'other',
      at: ['2 response.location.query.iss', '1 response.body.issuer'],
      severity: 'error',
      only: 'har', // webRequest has no bodies
      data: { how: 'one ends with a slash, the other does not' },
      trace: `${metadata({ issuer: 'https://idp.example/' })}${login('&iss=https://idp.example', '→ 400')}`,
    },
    'the provider calls itself by its inner name': {
      as: 'other',
      only: 'har',
      data: { how: 'the answer says keycloak.internal, the metadata idp.example' },
      trace: `${own}${login('&iss=http://keycloak.internal:8080', '→ 500')}`,
    },
    'the tenant is another one': {
      as: 'other',
      only: 'har',
      data: { how: 'the path is another one' },
      trace: `${metadata({ issuer: 'https://idp.example/realms/one' })}${login('&iss=https://idp.example/realms/two', '→ 401')}`,
    },
    'whether the app refuses is not to be seen': {
      as: 'other',
      severity: 'warning',
      only: 'har',
      trace: `${own}${login('&iss=https://idp.example/', '→ 200')}`,
    },
    'the app goes on all the same': {
      as: 'accepted',
      severity: 'warning',
      only: 'har',
      trace: `${own}${login('&iss=https://other.example', signedIn)}`,
    },
    'the page redeems the code, and the token endpoint refuses it for a reason of its own': {
      as: 'accepted',
      only: 'har',
      trace: `${own}${login('&iss=https://idp.example/', '→ 200')}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&client_id=spa&code=code-CANARY&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 401
          Content-Type: application/json
          = {"error":"invalid_client"}`,
    },
    'the provider promises an issuer and sends none': {
      as: 'missing',
      at: ['2 response.location.query.iss', '1 response.body'],
      severity: 'warning',
      only: 'har',
      trace: `${metadata({ issuer: 'https://idp.example', authorization_response_iss_parameter_supported: true })}${login('', '→ 400')}`,
    },
    'the issuer is on a site nobody went to': {
      as: 'elsewhere',
      at: ['1 response.location.query.iss'],
      severity: 'info',
      data: { host: 'tenant.vendor.example' },
      trace: login('&iss=https://tenant.vendor.example/', signedIn),
    },
  },
  passes: {
    'the issuers are the same': { only: 'har', trace: `${own}${login('&iss=https://idp.example', signedIn)}` },
    'one document stands for many tenants': {
      only: 'har',
      trace: `${metadata({ issuer: 'https://idp.example/{tenantid}/v2.0' })}${login('&iss=https://idp.example/CANARY-tenant/v2.0', signedIn)}`,
    },
    'the provider sends none and promises none': { only: 'har', trace: `${own}${login('', '→ 400')}` },
    'one of two documents names it': {
      only: 'har',
      trace: `${metadata({ issuer: 'https://old.example' })}${own}${login('&iss=https://idp.example', signedIn)}`,
    },
    'no document is in the capture, and the issuer is where the user signed in': login('&iss=https://idp.example/realms/one', '→ 500'),
    'no document is in the capture, and the issuer is another host of the same site': `
        GET https://login.idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY&iss=https://idp.example
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY&iss=https://idp.example
        → 200`,
    'the document is about another endpoint of that host': {
      only: 'har',
      trace: `${metadata({ issuer: 'https://idp.example/other', authorization_endpoint: 'https://idp.example/other/authorize' })}${login('&iss=https://idp.example', '→ 400')}`,
    },
  },
  skips: {
    'neither the answer nor anybody else names an issuer': login('', '→ 400'),
    'the issuer is no address': login('&iss=CANARY-name', '→ 400'),
    'there is no answer': `
        GET ${request()}
        → 200`,
  },
  unsure: {
    'the document’s text is not recorded': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${own}${login('&iss=https://idp.example', signedIn)}`,
    },
    'somebody replaced the values': {
      why: 'redacted-input',
      trace: login('&iss=[REDACTED]', '→ 400'),
    },
    'the answer is encrypted': {
      why: 'encrypted',
      trace: `
        GET ${request()}&response_mode=query.jwt
        → 302 https://app.example/cb?response=${encrypted}
        GET https://app.example/cb?response=${encrypted}
        → 200`,
    },
  },
});
