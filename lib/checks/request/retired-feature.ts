import { unmetRequirements } from '../../observe/requirements.ts';
import { sentAt, tokenCalls } from '../../observe/token-calls.ts';
import { isDevelopmentHost } from '../../read/site.ts';
import { hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { atRequestParameter } from './parameter.ts';

export const retiredFeature = defineCheck({
  id: 'retired-feature',
  category: 'request',
  kind: 'weakness',
  tier: 'std',
  title: 'A retired way to log in is in use',
  severity: 'warning',
  rank: 915,
  owner: 'app',
  flows: ['login', 'silent', 'tokens'],
  cites: [
    { spec: 'RFC9700', section: '2.4', level: 'MUST' },
    { spec: 'RFC8252', section: '7' },
  ],
  needs: [],
  messages: {
    password: {
      title: 'The app takes the user’s password itself (password grant)',
      plain: 'The app asks for your password and passes it on. A password belongs on the sign-in page of the one it is for.',
      text: 'The token request has `grant_type=password`: the client handles the password of the user. That gets around second factors and single sign-on, and it is forbidden by now.',
      fix: 'Use the authorization code flow with PKCE: the password is then typed in on the provider’s page only.',
      severity: 'error',
    },
    'by-provider': {
      title: 'The provider has retired what this login uses',
      plain: 'The app uses a way to log in that this provider does not offer any more.',
      text: '{says} That holds since {since}; read in “{source}” on {readOn}.',
      fix: '{fix}',
    },
    'copied-code': {
      title: 'The code is shown to be copied by hand',
      plain: 'After the login a code has to be copied by hand, which a deceiver can ask people for as well.',
      text: 'The `redirect_uri` stands for a page that shows the code (`urn:ietf:wg:oauth:2.0:oob`). It never was part of a standard; large providers have given it up because people can be talked into handing over such a code.',
      fix: 'A program on the same computer listens on a loopback address (`http://127.0.0.1` with any port); one without a browser uses the device flow.',
      severity: 'info',
    },
  },
  // POST /token grant_type=password&username=...&password=...
  inspect(_, scene) {
    const { request } = scene.flow;
    const call = tokenCalls(scene).find(({ grantType }) => grantType === 'password');
    if (call) {
      const isOwn = isDevelopmentHost(hostOf(call.exchange.request.url));
      return fail('password', [at(call.exchange, sentAt(call, 'grant_type'))], isOwn ? { severity: 'warning' } : {});
    }
    if (!request) return inapplicable;
    if (request.hidden && request.redirectUri === null) return inconclusive(request.hidden);
    const retired = unmetRequirements(scene).find(({ requirement: { is } }) => is.retiredOn !== undefined);
    if (retired) {
      const { is, source, readOn } = retired.requirement;
      const data = { says: is.says, fix: is.fix, since: is.retiredOn ?? '', source, readOn };
      return fail('by-provider', [atRequestParameter(request, is.parameter)], { data, confidence: 'likely' });
    }
    if (request.redirectUri?.startsWith('urn:ietf:wg:oauth:2.0:oob'))
      return fail('copied-code', [atRequestParameter(request, 'redirect_uri')]);
    return pass;
  },
});
