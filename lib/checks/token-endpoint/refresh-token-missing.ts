import type { AuthorizationRequest } from '../../model/flow.ts';
import { providerOf } from '../../observe/provider.ts';
import { type Scene, setScene, siblings } from '../../observe/scene.ts';
import { isProviderEndpoint, type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { member } from '../../read/loose.ts';
import { readList, valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { absentAt, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const refreshTokenMissing = defineCheck({
  id: 'refresh-token-missing',
  category: 'token-endpoint',
  kind: 'remark',
  tier: 'std',
  title: 'Long-term access was asked for, and no refresh token came',
  severity: 'warning',
  rank: 136,
  owner: 'app',
  flows: ['login'],
  cites: [
    { spec: 'OIDCCore', section: '11' },
    { spec: 'RFC6749', section: '5.1' },
  ],
  needs: ['request'],
  messages: {
    missing: {
      title: 'Long-term access was asked for, and no refresh token came',
      plain: 'The connection will end when the first key expires, in about an hour, because no key to renew it came along.',
      text: 'The request asks for access while the user is away (`{asked}`), and the token response has no `refresh_token`.{granted}{recipe} When the access token expires, the user has to sign in again.',
      fix: 'Check that the client may use the `refresh_token` grant at the provider. {consent}If the user had given access before: some providers hand out a refresh token with the first consent only; take the app’s access away in the account once, and connect again.',
    },
    impossible: {
      title: 'Long-term access is asked for in a way that never brings a refresh token',
      plain: 'The app asks for lasting access in a way the provider has to ignore, so the connection will end soon.',
      text: 'The request asks for access while the user is away (`{asked}`) without `code` in its response_type (`{types}`). A refresh token only comes from the token endpoint, for a code: the provider has to ignore the wish.',
      fix: 'Use `response_type=code` with PKCE, or take the wish out of the request and renew quietly with `prompt=none`.',
    },
  },
  // GET /authorize?scope=openid+offline_access  → POST /token → {"access_token":".."}
  inspect({ request }, scene) {
    const asked = wishOf(request);
    if (asked === null) return inapplicable;
    const wish = atRequestParameter(request, asked.parameter);
    const { responseTypes } = request;
    if (responseTypes.length > 0 && !responseTypes.includes('code') && !responseTypes.includes('none'))
      return fail('impossible', [wish, atRequestParameter(request, 'response_type')], {
        data: { asked: asked.word, types: responseTypes.join(' ') },
      });
    const calls = redeemed(scene);
    const answered = calls.filter(({ answer }) => answer !== null && Object.hasOwn(answer, 'access_token'));
    if (answered.some(hasRefreshToken)) return pass;
    const [call] = answered;
    if (!call) {
      const unseen = calls.find(({ exchange: { outcome } }) => outcome.kind === 'answered' && !outcome.body.seen)?.exchange.outcome;
      return unseen?.kind === 'answered' && !unseen.body.seen ? inconclusive(unseen.body.why) : inapplicable;
    }
    // It has one from an earlier login: providers need not give another one.
    if (hadBefore(scene)) return pass;
    const scope = member(call.answer ?? {}, 'scope');
    const granted = typeof scope === 'string' && asked.parameter === 'scope' && !readList(scope).includes(asked.word);
    const recipe = providerOf(scene)?.refresh;
    const consents = request.prompts.includes('consent');
    return fail('missing', [absentAt(call.exchange, 'response.body.refresh_token'), wish], {
      data: {
        asked: asked.word,
        granted: granted ? ' The `scope` of the answer does not hold the wish: the provider did not grant it.' : '',
        recipe: recipe ? ` At this provider, a refresh token is asked for with ${recipe.is}.` : '',
        consent: consents
          ? ''
          : 'OpenID Connect grants `offline_access` to web apps with `prompt=consent` only, which this request does not have. ',
      },
      confidence: 'likely',
    });
  },
});

/** The standard’s scope and its variants, and what Google and Dropbox have instead. */
function wishOf({ scopes, parameters }: AuthorizationRequest): { readonly parameter: string; readonly word: string } | null {
  const scope = scopes.find((name) => name === 'offline_access' || name === 'offline.access');
  if (scope !== undefined) return { parameter: 'scope', word: scope };
  const parameter = ['access_type', 'token_access_type'].find((name) => valueFor(parameters, name) === 'offline');
  return parameter === undefined ? null : { parameter, word: `${parameter}=offline` };
}

const redeemed = (scene: Scene): readonly TokenCall[] =>
  tokenCalls(scene).filter((call) => call.succeeded && call.grantType === 'authorization_code' && isProviderEndpoint(scene, call.exchange));

const hasRefreshToken = ({ answer }: TokenCall) => answer !== null && Object.hasOwn(answer, 'refresh_token');

function hadBefore(scene: Scene): boolean {
  return siblings(scene).some((other) => other !== scene.flow && redeemed(setScene(scene.stage, other)).some(hasRefreshToken));
}
