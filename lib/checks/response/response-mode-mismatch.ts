import type { AuthorizationRequest } from '../../model/flow.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { providerOf } from '../../observe/provider.ts';
import { callbackRun } from '../../observe/run.ts';
import { first } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { absentAt, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

type Mode = 'query' | 'fragment' | 'form';

/** OAuth 2.0 Multiple Response Type Encoding Practices: a code alone goes to the query, anything with a token to the fragment. */
function expectedMode(request: AuthorizationRequest): Mode | null {
  switch (request.responseMode) {
    case 'query':
    case 'query.jwt':
      return 'query';
    case 'fragment':
    case 'fragment.jwt':
      return 'fragment';
    case 'form_post':
    case 'form_post.jwt':
      return 'form';
    case null:
    case 'jwt':
      if (request.responseTypes.length === 0) return null;
      return request.responseTypes.every((t) => t === 'code' || t === 'none') ? 'query' : 'fragment';
    default:
      return null;
  }
}

const places: Readonly<Record<Mode, string>> = { query: 'the query', fragment: 'the fragment (behind the `#`)', form: 'a posted form' };

export const responseModeMismatch = defineCheck({
  id: 'response-mode-mismatch',
  category: 'response',
  kind: 'breakage',
  tier: 'core',
  title: 'Answer came in the wrong place or by the wrong method',
  severity: 'error',
  rank: 83,
  owner: 'provider',
  cites: [
    { spec: 'ResponseTypes', section: '2.1', level: 'MUST' },
    { spec: 'FormPost', section: '2', level: 'MUST' },
    { spec: 'OIDCCore', section: '3.3.2.5', level: 'MUST' },
  ],
  needs: ['request', 'response'],
  messages: {
    misplaced: {
      title: 'The answer came in {found}, the app waits for it in {expected}',
      plain: 'The provider delivered the login answer through a different door than the app is watching.',
      text: 'The request asks for the answer in {expected}{asked}; it came in {found}. {consequence}',
      fix: 'Set `response_mode` in the request to what the callback reads, check that the provider supports it, and register the app under the right type (single-page app or web server).',
    },
    'misplaced-harmless': {
      title: 'The answer came in {found} instead of {expected}; the app took it',
      plain: 'The provider delivered the login answer through another door; this app found it.',
      text: 'The request asks for the answer in {expected}{asked}; it came in {found}. The app went on all the same.',
      fix: 'Set `response_mode` to what the provider really uses.',
      severity: 'warning',
    },
    unasked: {
      title: 'The answer contains an access token that nobody asked for',
      plain: 'The provider sent a key to the account through the address bar although the app did not ask for it.',
      text: 'The response_type is `{types}`, yet the answer carries an `access_token`.',
      fix: 'Check the client’s settings at the provider, and what rewrites the response_type on the way.',
    },
    incomplete: {
      title: 'The answer lacks {missing}',
      plain: 'The provider sent only a part of the answer the app asked for.',
      text: 'The response_type `{types}` promises {missing}; the answer does not have it.',
      fix: 'Check which response types the client is allowed to use at the provider.',
      severity: 'warning',
    },
  },
  // GET /authorize?response_type=code  → 302 /cb#code=c
  inspect({ request, response }, scene) {
    // Servers may fall back to their own default for errors (OpenID conformance suite).
    if (first(response.parameters, 'error')) return pass;
    const expected = expectedMode(request);
    if (request.hidden && (expected === null || request.responseMode === null)) return inconclusive(request.hidden);
    if (expected === null) return inapplicable;
    const found = response.in === 'body' ? null : response.in;
    if (found === null) return inapplicable;
    const result =
      response.parameters.find((p) => ['code', 'access_token', 'id_token', 'response'].includes(p.name)) ?? response.parameters[0];
    if (!result) return inapplicable;
    // A redirect_uri with a `#` of its own puts whatever is appended behind it.
    if (found === 'fragment' && expected === 'query' && request.redirectUri?.includes('#')) return inapplicable;
    if (found !== expected) {
      const posts = found === 'form' ? providerOf(scene)?.postsAnswerFor?.is : undefined;
      if (posts?.some((scope) => request.scopes.includes(scope)) && wasConsumed(scene)) return pass;
      const asked = request.responseMode === null ? ', the default for its response_type' : ` (\`response_mode=${request.responseMode}\`)`;
      const data = { expected: places[expected], found: places[found], asked, consequence: consequence(expected, found) };
      const evidence = [
        atParameter(result),
        atRequestParameter(request, request.responseMode === null ? 'response_type' : 'response_mode'),
      ] as const;
      const token = found === 'query' && response.parameters.some((p) => p.name === 'access_token' || p.name === 'id_token');
      return wasConsumed(scene) && !token
        ? fail('misplaced-harmless', evidence, { data })
        : fail('misplaced', evidence, { data, confidence: token || callbackRun(scene)?.breakdown != null ? 'certain' : 'likely' });
    }
    const types = request.responseTypes.join(' ');
    const token = first(response.parameters, 'access_token');
    if (token && request.responseTypes.length > 0 && !request.responseTypes.includes('token'))
      return fail('unasked', [{ exchange: token.exchange, place: token.place }], { data: { types } });
    const missing = request.responseTypes.find(
      (type) =>
        (type === 'code' && !first(response.parameters, 'code')) || (type === 'id_token' && !first(response.parameters, 'id_token')),
    );
    if (missing && !first(response.parameters, 'response'))
      return fail(
        'incomplete',
        [
          absentAt(
            response.exchange,
            response.seenIn === 'location'
              ? `response.location.${found === 'fragment' ? 'fragment' : 'query'}.${missing}`
              : `request.${found}.${missing}`,
          ),
        ],
        { data: { types, missing: `\`${missing}\`` }, ...(callbackRun(scene)?.breakdown != null ? { severity: 'error' as const } : {}) },
      );
    return pass;
  },
});

function consequence(expected: Mode, found: Mode): string {
  if (found === 'fragment')
    return 'Browsers do not send the part behind the `#` to the server, so a callback that runs on a server never sees it.';
  if (found === 'query' && expected === 'fragment') return 'A page that reads the part behind the `#` finds nothing there.';
  if (found === 'form') return 'A callback that only answers GET does not find it.';
  return 'A callback that reads a posted form finds none.';
}
