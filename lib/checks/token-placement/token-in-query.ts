import { credentials } from '../../observe/credentials.ts';
import { after, exchangeOf } from '../../observe/scene.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, fail, inconclusive, pass } from '../verdict.ts';

const tokenNames = ['access_token', 'id_token', 'refresh_token'] as const;
/** How long after the answer a call is still looked at. */
const watchMs = 300_000;

export const tokenInQuery = defineCheck({
  id: 'token-in-query',
  category: 'token-placement',
  kind: 'leak',
  tier: 'core',
  title: 'Token in the query part of a URL',
  severity: 'error',
  rank: 81,
  owner: 'provider',
  cites: [
    { spec: 'RFC9700', section: '4.3.2', level: 'MUST' },
    { spec: 'RFC6750', section: '2.3', level: 'SHOULD' },
    { spec: 'ResponseTypes', section: '5', level: 'MUST' },
  ],
  needs: ['response'],
  messages: {
    answer: {
      title: 'The provider put a token into the query of the return address',
      plain: 'A key to your account is written in the web address, where histories, logs and other sites can see it.',
      text: 'The answer carries `{name}` in the query. Servers, proxies and browser histories keep queries, and the Referer header can pass them on. A page that waits for it behind the `#` does not even find it.',
      fix: 'Use the authorization code flow with PKCE. In implicit and hybrid flows tokens belong in the fragment (`response_mode=fragment`) or in a posted form.',
    },
    call: {
      title: 'The app sends a token in the query of a URL',
      plain: 'The app writes a key to your account into a web address, where logs and other sites can see it.',
      text: 'After the login the app called {host} with a token of this login in the query.',
      fix: 'Send the token in the Authorization header.',
      owner: 'app',
    },
  },
  // → 302 /cb?access_token=...&token_type=Bearer
  inspect({ response }, scene) {
    const placed =
      response.in === 'query' ? response.parameters.find((p) => tokenNames.some((name) => name === p.name) && p.value !== '') : undefined;
    if (placed) return fail('answer', [atParameter(placed)], { data: { name: placed.name } });
    const issued = credentials(scene).filter((c) => c.kind === 'access_token' || c.kind === 'id_token' || c.kind === 'refresh_token');
    const start = exchangeOf(scene, response.callback ?? response.exchange);
    if (!start || issued.length === 0)
      return response.in === 'fragment' && response.parameters.some((p) => isPlaceholder(p.value)) ? inconclusive('redacted-input') : pass;
    for (const exchange of after(scene, start, watchMs)) {
      const { url } = exchange.request;
      // Logout takes the ID token as a hint, by specification.
      const found = issued.find((c) => url.includes(c.value) || url.includes(encodeURIComponent(c.value)));
      if (!found) continue;
      const parameter = readUrl(url).query?.find((p) => p.value === found.value && p.name !== 'id_token_hint');
      if (parameter) return fail('call', [at(exchange, `request.query.${parameter.name}`)], { data: { host: hostOf(url) } });
    }
    return pass;
  },
});
