import { describe } from 'vitest';
import { tells } from '../../build/flows.ts';

const request = ['login: 1 authorization-request'];
const nothing: readonly string[] = [];
const jwt = (part: string) => `eyJhbGciOiJub25lIn0.${part}.CANARY`;

describe('an authorization request', () => {
  tells({
    'has client_id, response_type and redirect_uri': {
      trace: 'GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb\n→ 200',
      flows: request,
    },
    'may leave response_type out': {
      trace:
        'GET https://idp.example/login/oauth/authorize?client_id=gh&redirect_uri=https://app.example/cb&scope=repo&state=CANARY\n→ 200',
      flows: request,
    },
    'may leave redirect_uri out': {
      trace: 'GET https://idp.example/authorize?response_type=code&client_id=web&scope=openid&state=CANARY\n→ 200',
      flows: request,
    },
    'may ask for several things at once': {
      trace:
        'GET https://idp.example/authorize?response_type=code%20id_token%20token&client_id=web&redirect_uri=https://app.example/cb&nonce=CANARY\n→ 200',
      flows: request,
    },
    'may be a posted form': {
      trace: `
        POST https://idp.example/authorize [from https://app.example/]
          = response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY
        → 200`,
      flows: request,
    },
    'may stand in a frame': {
      trace:
        'GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&prompt=none [frame]\n→ 200',
      flows: ['silent: 1 authorization-request'],
    },
    'may refer to what was pushed': {
      trace: 'GET https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY\n→ 200',
      flows: request,
    },
    'may be a signed object': {
      trace: `GET https://idp.example/authorize?client_id=web&request=${jwt('eyJyZXNwb25zZV90eXBlIjoiY29kZSJ9')}&scope=openid\n→ 200`,
      flows: request,
    },
    'may go back to an app link': {
      trace: 'GET https://idp.example/authorize?response_type=code&client_id=native&redirect_uri=com.example.app:/cb\n→ 200',
      flows: request,
    },
    'may go back to no address at all': {
      trace: 'GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=urn:ietf:wg:oauth:2.0:oob\n→ 200',
      flows: request,
    },
    'may spell client_id otherwise, next to standard names': {
      trace:
        'GET https://idp.example/connect/qrconnect?appid=wx&redirect_uri=https://app.example/cb&response_type=code&scope=login&state=CANARY\n→ 200',
      flows: request,
    },
    'may spell redirect_uri otherwise, next to standard names': {
      trace: 'GET https://idp.example/authorize?client_id=web&redirect_url=https://app.example/cb&response_type=code&state=CANARY\n→ 200',
      flows: request,
    },
    'may be sent by a script, which is a mistake of its own': {
      trace:
        'GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY&scope=openid [fetch]\n→ 200',
      flows: request,
    },
  });
});

describe('no authorization request', () => {
  tells({
    'is a page with a client_id alone': { trace: 'GET https://stats.example/collect?client_id=CANARY.123\n→ 200', flows: nothing },
    'is a sample in the documentation': {
      trace: `GET https://docs.example/oauth?client_id=YOUR_CLIENT_ID&redirect_uri=https%3A%2F%2Fyourapp.example%2Fcb
          Sec-Fetch-Site: none
        → 200`,
      flows: nothing,
    },
    'is an app’s own search': {
      trace: 'GET https://crm.example/search?scope=all&client_id=771&redirect_uri=%2Fleads&state=3\n→ 200',
      flows: nothing,
    },
    'is a page with client_id, state and scope': {
      trace: 'GET https://map.example/tiles?client_id=CANARY&state=open&scope=city\n→ 200',
      flows: nothing,
    },
    'is a link out of a site': {
      trace: 'GET https://news.example/out?redirect_uri=https://shop.example/&state=CANARY\n→ 200',
      flows: nothing,
    },
    'is an alias without a standard name': {
      trace: 'GET https://play.example/open?app_id=CANARY&callback_url=https://app.example/&scope=game\n→ 200',
      flows: nothing,
    },
    'is an answer that repeats the client_id': {
      trace: 'GET https://app.example/page?code=CANARY-0123&state=CANARY&client_id=web&scope=openid\n→ 200',
      flows: nothing,
    },
    'is a SAML request with a client_id': {
      trace: 'GET https://idp.example/sso?SAMLRequest=CANARY&client_id=web&redirect_uri=https://app.example/&response_type=code\n→ 200',
      flows: nothing,
    },
    'is a preflight': {
      trace: `
        OPTIONS https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb [preflight]
        → 204`,
      flows: nothing,
    },
    'is an unknown response_type without anything else': {
      trace: 'GET https://files.example/download?response_type=blob&client_id=CANARY\n→ 200',
      flows: nothing,
    },
    'is a token request': {
      trace: `
        POST https://idp.example/token [fetch]
          = grant_type=authorization_code&code=CANARY&client_id=web&redirect_uri=https://app.example/cb
        → 200`,
      flows: ['tokens: 1 token-request'],
    },
    'is a pushed request': {
      trace: `
        POST https://idp.example/par [fetch]
          = response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY
        → 201`,
      flows: ['setup: 1 pushed-request'],
    },
    'is a logout that names the client': {
      trace: 'GET https://idp.example/logout?client_id=web&post_logout_redirect_uri=https://app.example/&state=CANARY\n→ 200',
      flows: ['logout: 1 logout-request'],
    },
  });
});

const code = 'CANARY-7aK2xPq9LmN4vBz81QwE';
const state = 'CANARY-Zx81kLp0QvBn27Rt';
const orphan = ['login (orphan): 1 callback'];

describe('an answer that no request is known for', () => {
  tells({
    'has code, state and iss': {
      trace: `GET https://app.example/callback?code=${code}&state=${state}&iss=https://idp.example\n→ 200`,
      flows: orphan,
    },
    'has code, state and session_state': {
      trace: `GET https://app.example/signin-oidc?code=${code}&state=${state}&session_state=CANARY\n→ 200`,
      flows: orphan,
    },
    'has an ID token and a state': {
      trace: `GET https://app.example/oauth/cb#id_token=${jwt('eyJzdWIiOiJDQU5BUlkifQ')}&state=${state}\n→ 200`,
      flows: orphan,
    },
    'is a signed response': {
      trace: `GET https://app.example/cb?response=${jwt('eyJjb2RlIjoiQ0FOQVJZIn0')}\n→ 200`,
      flows: orphan,
    },
    'is posted with an ID token': {
      trace: `
        POST https://app.example/signin-oidc
          = id_token=${jwt('eyJzdWIiOiJDQU5BUlkifQ')}&state=${state}
        → 200`,
      flows: orphan,
    },
  });
});

describe('no answer', () => {
  tells({
    'is code and state on any page': { trace: `GET https://app.example/items?code=${code}&state=${state}\n→ 200`, flows: nothing },
    'is a voucher on a path named oauth': { trace: 'GET https://app.example/oauth/sale?code=SUMMER20&state=CA\n→ 200', flows: nothing },
    'is a number from a text message': { trace: 'GET https://app.example/auth/otp?code=493021&state=pending\n→ 200', flows: nothing },
    'is a link from an e-mail': {
      trace: `GET https://app.example/auth/confirm?code=${code}&state=${state}\n→ 200`,
      flows: nothing,
    },
    'is an error of the app’s own': { trace: 'GET https://app.example/login?error=session_expired\n→ 200', flows: nothing },
    'is a call of a script': {
      trace: `POST https://app.example/api/callback?code=${code}&state=${state}&iss=https://idp.example [fetch]\n→ 200`,
      flows: nothing,
    },
    'is a picture': {
      trace: `GET https://app.example/callback?code=${code}&state=${state}&iss=https://idp.example [image]\n→ 200`,
      flows: nothing,
    },
  });
});

describe('a token request', () => {
  tells({
    'has a known grant_type in a form': {
      trace: `
        POST https://idp.example/oauth/token [fetch]
          = grant_type=refresh_token&refresh_token=CANARY&client_id=spa
        → 200`,
      flows: ['tokens: 1 token-request'],
    },
    'has it in JSON': {
      trace: `
        POST https://idp.example/oauth/token [fetch]
          = {"grant_type":"client_credentials","client_id":"job","client_secret":"CANARY"}
        → 200`,
      flows: ['tokens: 1 token-request'],
    },
    'has a grant that is a URN': {
      trace: `
        POST https://idp.example/oauth/token [fetch]
          = grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=CANARY&client_id=job
        → 200`,
      flows: ['tokens: 1 token-request'],
    },
    'may have code, verifier and client only': {
      trace: `
        POST https://idp.example/login/oauth/access_token [fetch]
          = client_id=gh&code=CANARY&code_verifier=CANARY
        → 200`,
      flows: ['tokens: 1 token-request'],
    },
    'is not the app’s own hand-over of the code': {
      trace: `
        POST https://app.example/api/callback [fetch]
          = {"code":"CANARY","state":"CANARY"}
        → 200`,
      flows: nothing,
    },
    'is not a form with a grant_type of somebody’s own': {
      trace: `
        POST https://funds.example/apply [fetch]
          = grant_type=research&amount=CANARY
        → 200`,
      flows: nothing,
    },
  });
});

describe('other endpoints', () => {
  tells({
    'metadata, in both places RFC 8414 knows': {
      trace: `
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
        → 200
        GET https://idp.example/.well-known/oauth-authorization-server/tenant [fetch] [from https://app.example]
        → 404
        GET https://idp.example/tenant/.well-known/openid-configuration [fetch] [from https://app.example]
        → 404`,
      flows: ['setup: 1 discovery, 2 discovery, 3 discovery'],
    },
    'not the metadata of a resource or of anything else': {
      trace: `
        GET https://api.example/.well-known/oauth-protected-resource [fetch]
        → 200
        GET https://app.example/.well-known/assetlinks.json [fetch]
        → 200`,
      flows: nothing,
    },
    'keys, by what they hold': {
      only: 'har', // webRequest has no bodies
      trace: `
        GET https://idp.example/discovery/v2/certs [fetch]
        → 200
          = {"keys":[{"kty":"RSA","kid":"CANARY"}]}`,
      flows: ['setup: 1 keys'],
    },
    'not every list of keys': {
      trace: `
        GET https://app.example/api/shortcuts [fetch]
        → 200
          = {"keys":["ctrl+c","ctrl+v"]}`,
      flows: nothing,
    },
    'a registration': {
      trace: `
        POST https://idp.example/register [fetch]
          = {"redirect_uris":["https://app.example/cb"],"client_name":"CANARY"}
        → 201`,
      flows: ['setup: 1 registration'],
    },
    'a device authorization and its polls': {
      only: 'har',
      trace: `
        POST https://idp.example/device/code [fetch]
          = client_id=tv&scope=openid
        → 200
          = {"device_code":"CANARY","user_code":"CANARY","verification_uri":"https://idp.example/device"}
        POST https://idp.example/token [fetch]
          = grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=CANARY&client_id=tv
        → 400
        POST https://idp.example/token [fetch]
          = grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=CANARY&client_id=tv
        → 200`,
      flows: ['device: 1 device-authorization, 2 token-request, 3 token-request'],
    },
    'polls of a device whose start was not seen': {
      trace: `
        POST https://idp.example/token [fetch]
          = grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=CANARY&client_id=tv
        → 400`,
      flows: ['device: 1 token-request'],
    },
    'a logout by its return address': {
      trace:
        'GET https://idp.example/connect/endsession?id_token_hint=CANARY&post_logout_redirect_uri=https://app.example/\n→ 302 https://app.example/',
      flows: ['logout: 1 logout-request'],
    },
    'the way back from a logout, over the server’s own question': {
      trace: `
        GET https://idp.example/logout?client_id=web&post_logout_redirect_uri=https://app.example/bye
        → 200
        POST https://idp.example/logout/confirm [from https://idp.example/logout]
        → 302 https://app.example/bye
        GET https://app.example/bye
        → 200
        GET https://app.example/news
        → 200`,
      flows: ['logout: 1 logout-request, 2 provider, 3 logout-return'],
    },
    'a logout by its hint and its name': {
      trace: 'GET https://idp.example/oidc/logout?logout_hint=CANARY\n→ 200',
      flows: ['logout: 1 logout-request'],
    },
    'the app’s own hop that leads to a logout, and what follows the way back': {
      trace: `
        GET https://app.example/logout
        → 302 https://idp.example/end_session?client_id=web&post_logout_redirect_uri=https://app.example/bye&state=CANARY
        GET https://idp.example/end_session?client_id=web&post_logout_redirect_uri=https://app.example/bye&state=CANARY
        → 302 https://app.example/bye?state=CANARY
        GET https://app.example/bye?state=CANARY
        → 302 /
        GET https://app.example/
        → 200`,
      flows: ['logout: 1 start, 2 logout-request, 3 logout-return, 4 app'],
    },
    'the way back by a script of the server’s page, which tells another client in a frame before': {
      trace: `
        GET https://idp.example/end_session?id_token_hint=CANARY&post_logout_redirect_uri=https://app.example/bye
        → 200
        GET https://shop.example/signed-out?iss=https://idp.example&sid=CANARY [frame 5] [from https://idp.example/end_session]
        → 302 /done
        GET https://shop.example/done [frame 5]
        → 200
        GET https://app.example/bye [from https://idp.example/end_session]
        → 200`,
      flows: ['logout: 1 logout-request, 2 frontchannel-logout, 3 frontchannel-logout, 4 logout-return'],
    },
    'a server that ends the session at another one, too': {
      trace: `
        GET https://idp.example/logout?client_id=web&post_logout_redirect_uri=https://app.example/bye
        → 302 https://upstream.example/logout?client_id=idp&post_logout_redirect_uri=https://idp.example/done&state=CANARY
        GET https://upstream.example/logout?client_id=idp&post_logout_redirect_uri=https://idp.example/done&state=CANARY
        → 302 https://idp.example/done?state=CANARY
        GET https://idp.example/done?state=CANARY
        → 302 https://app.example/bye
        GET https://app.example/bye
        → 200`,
      flows: ['logout: 1 logout-request, 2 logout-request, 3 provider, 4 logout-return'],
    },
    'a server on several hosts of its own': {
      trace: `
        GET https://idp.example/logout?client_id=web&post_logout_redirect_uri=https://app.example/bye
        → 302 https://session.other.example/clear
        GET https://session.other.example/clear
        → 302 https://app.example/bye
        GET https://app.example/bye
        → 200`,
      flows: ['logout: 1 logout-request, 2 provider, 3 logout-return'],
    },
    'a logout that returns somewhere else on the app’s site': {
      trace: `
        GET https://idp.example/logout?client_id=web&post_logout_redirect_uri=https://app.example/bye
        → 302 https://www.app.example/
        GET https://www.app.example/
        → 200`,
      flows: ['logout: 1 logout-request, 2 logout-return'],
    },
    'app and server on one site': {
      trace: `
        GET https://app.example.com/logout
        → 302 https://idp.example.com/logout?client_id=web&post_logout_redirect_uri=https://app.example.com/bye
        GET https://idp.example.com/logout?client_id=web&post_logout_redirect_uri=https://app.example.com/bye
        → 302 https://session.example.com/clear
        GET https://session.example.com/clear
        → 302 https://app.example.com/bye
        GET https://app.example.com/bye
        → 200`,
      flows: ['logout: 1 start, 2 logout-request, 3 provider, 4 logout-return'],
    },
    'the same address as the app’s own route, which hands it on': {
      trace: `
        GET https://app.example/logout?post_logout_redirect_uri=https://app.example/bye
        → 302 https://idp.example/logout?id_token_hint=CANARY&post_logout_redirect_uri=https://app.example/bye
        GET https://idp.example/logout?id_token_hint=CANARY&post_logout_redirect_uri=https://app.example/bye
        → 200`,
      flows: ['logout: 1 start, 2 logout-request'],
    },
    'a logout by the address that the metadata names': {
      trace: `
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
        → 200
          Content-Type: application/json
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/a","end_session_endpoint":"https://idp.example/leave"}
        GET https://idp.example/leave [from https://app.example/]
        → 200`,
      only: 'har',
      flows: ['logout: 2 logout-request', 'setup: 1 discovery'],
    },
    'a logout of a server that calls the way back logout_uri': {
      trace: 'GET https://idp.example/logout?client_id=web&logout_uri=https%3A%2F%2Fapp.example%2Fbye\n→ 302 https://app.example/bye',
      flows: ['logout: 1 logout-request'],
    },
    'a logout of a server that calls the way back returnTo': {
      trace: 'GET https://idp.example/v2/logout?client_id=web&returnTo=https%3A%2F%2Fapp.example\n→ 302 https://app.example/',
      flows: ['logout: 1 logout-request'],
    },
    'a logout of a server that calls the way back redirect_uri': {
      trace:
        'GET https://idp.example/realms/r/protocol/openid-connect/logout?redirect_uri=https%3A%2F%2Fapp.example%2F\n→ 302 https://app.example/',
      flows: ['logout: 1 logout-request'],
    },
    'the server’s question and its answer under the same kind of address': {
      trace: `
        GET https://idp.example/openid-connect/logout?client_id=web&post_logout_redirect_uri=https://app.example/
        → 200
        POST https://idp.example/openid-connect/logout/logout-confirm?client_id=web&tab_id=1 [from https://idp.example/openid-connect/logout]
        → 302 https://app.example/
        GET https://app.example/
        → 200`,
      flows: ['logout: 1 logout-request, 2 provider, 3 logout-return'],
    },
    'a posted logout': {
      trace: `
        POST https://idp.example/end_session [from https://app.example/]
          = id_token_hint=CANARY&post_logout_redirect_uri=https://app.example/
        → 200`,
      flows: ['logout: 1 logout-request'],
    },
    'a logout before a new login in the same place': {
      trace: `
        GET https://idp.example/logout?client_id=web&post_logout_redirect_uri=https://app.example/
        → 302 https://app.example/
        GET https://app.example/
        → 200
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY [from https://app.example/]
        → 200`,
      flows: ['logout: 1 logout-request, 2 logout-return', 'login: 2 start, 3 authorization-request'],
    },
    'a logout on the way to a new login is that login': {
      trace: 'GET https://idp.example/logout?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY\n→ 200',
      flows: request,
    },
    'not a SAML logout': {
      trace: 'GET https://idp.example/saml/logout?SAMLRequest=CANARY&RelayState=CANARY\n→ 200',
      flows: nothing,
    },
    'not a site’s own logout that names where to go on the same site': {
      trace: 'GET https://app.example/logout?client_id=web&returnTo=https%3A%2F%2Fapp.example%2F\n→ 302 /',
      flows: nothing,
    },
    'not a portal that signs out of a site': {
      trace: 'GET https://portal.example/logout?returnTo=https%3A%2F%2Fapp.example%2F\n→ 302 https://app.example/',
      flows: nothing,
    },
    'not the app’s own logout': { trace: 'GET https://app.example/logout?next=/\n→ 302 /', flows: nothing },
    'UserInfo, revocation and introspection belong to the login at that server': {
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY
        → 302 https://app.example/cb?code=CANARY-0123&state=CANARY
        GET https://app.example/cb?code=CANARY-0123&state=CANARY
        → 200
        GET https://idp.example/userinfo [fetch] [from https://app.example]
          Authorization: Bearer CANARY
        → 200
        POST https://idp.example/oauth/introspect [fetch] [from https://app.example]
          = token=CANARY
        → 200
        POST https://idp.example/oauth/revoke [fetch] [from https://app.example]
          = token=CANARY
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback, 3 userinfo, 4 introspection, 5 revocation'],
    },
    'not a page named userinfo without a token': {
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY
        → 302 https://app.example/cb?code=CANARY-0123&state=CANARY
        GET https://app.example/cb?code=CANARY-0123&state=CANARY
        → 200
        GET https://idp.example/userinfo [fetch] [from https://app.example]
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback'],
    },
    'the page’s own push, by its answer': {
      only: 'har',
      trace: `
        POST https://idp.example/as/requests [fetch] [from https://app.example]
          = client_id=web&redirect_uri=https://app.example/cb&response_type=code&state=CANARY
        → 201
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY","expires_in":60}
        GET https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        → 302 https://app.example/cb?code=CANARY-0123&state=CANARY
        GET https://app.example/cb?code=CANARY-0123&state=CANARY
        → 200`,
      flows: ['login: 1 pushed-request, 2 authorization-request, 3 callback'],
    },
    'SAML, WS-Federation, CAS, OAuth 1 and OpenID 2 are no flows': {
      trace: `
        GET https://saml.example/sso?SAMLRequest=CANARY&RelayState=CANARY
        → 200
        POST https://app.example/acs
          = SAMLResponse=CANARY&RelayState=CANARY
        → 302 /
        GET https://adfs.example/ls?wa=wsignin1.0&wtrealm=https://app.example&wctx=CANARY
        → 200
        GET https://app.example/cas?ticket=ST-CANARY-cas
        → 200
        GET https://api.example/oauth/authenticate?oauth_token=CANARY
        → 200
        GET https://app.example/cb1?oauth_token=CANARY&oauth_verifier=CANARY
        → 200
        GET https://openid.example/server?openid.mode=checkid_setup&openid.return_to=https://app.example
        → 200`,
      flows: nothing,
    },
  });
});
