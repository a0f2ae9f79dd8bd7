import type { Exchange } from '../../model/exchange.ts';
import type { Flow, Parameter } from '../../model/flow.ts';
import type { Evidence, Place } from '../../model/place.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { after, exchangeOf, isClientHost, type Scene, siblings } from '../../observe/scene.ts';
import { asParameters, formOf, jsonOf } from '../../read/body.ts';
import { carries } from '../../read/carries.ts';
import { isBystander } from '../../read/cookies.ts';
import { first } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A page hands its token over at once. */
const handOverMs = 60_000;

export const implicitFlow = defineCheck({
  id: 'implicit-flow',
  category: 'token-placement',
  kind: 'weakness',
  tier: 'std',
  title: 'Access token issued through the browser (implicit flow)',
  severity: 'warning',
  rank: 910,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '2.1.2', level: 'SHOULD' },
    { spec: 'RFC6749', section: '10.16', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    token: {
      title: 'The access token comes through the address bar (implicit flow)',
      plain: 'The app gets the key to the account directly in the web address, a method that is not recommended any more.',
      text: 'The authorization endpoint itself issues the access token ({types}). It stands in the address of the callback page, where scripts, extensions and the history can reach it; it can be replayed and is bound to nobody.',
      fix: 'Use `response_type=code` with PKCE. Single-page apps can do that, too: the token then comes from the token endpoint.',
    },
    'as-proof': {
      title: 'The app signs people in by an access token alone',
      plain:
        'The app takes a key to the account as proof of who somebody is. Another app that holds such a key could sign in as that person.',
      text: 'The page sent the access token from the address to {host}, without a code or an ID token beside it, and the answer set a cookie. An access token does not say which app it was issued to: unless the server asks the provider for that, another app’s token signs its owner in here.',
      fix: 'Let the server redeem a code itself, or check an ID token with its audience and nonce. Never sign anybody in by an access token.',
    },
  },
  // GET /authorize?response_type=token  → 302 /cb#access_token=...
  inspect({ request }, scene) {
    const { response } = scene.flow;
    const issued = response ? first(response.parameters, 'access_token') : null;
    const asked = request.responseTypes.includes('token');
    // A token in the query, and one that nobody asked for, have checks of their own.
    if (issued && (response?.in === 'query' || (!asked && request.responseTypes.length > 0))) return inapplicable;
    if (!asked && !issued) {
      if (request.responseTypes.length > 0 || response) return pass;
      return request.hidden ? inconclusive(request.hidden) : inapplicable;
    }
    const proof = issued && shownAsProof(scene, issued);
    if (issued && proof)
      return fail('as-proof', [proof, atParameter(issued)], {
        data: { host: hostOf(exchangeOf(scene, proof.exchange)?.request.url ?? '') },
        confidence: 'possible',
      });
    // Said once for a client, not at every renewal.
    if (siblings(scene).find(wantsToken) !== scene.flow) return inapplicable;
    const evidence = asked ? atRequestParameter(request, 'response_type') : issued ? atParameter(issued) : null;
    if (!evidence) return inapplicable;
    const types =
      request.responseTypes.length > 0 ? `\`response_type=${request.responseTypes.join(' ')}\`` : 'an `access_token` is in its answer';
    return fail('token', [evidence, ...(asked && issued ? [atParameter(issued)] : [])], { data: { types } });
  },
});

function wantsToken({ request, response }: Flow): boolean {
  return request?.responseTypes.includes('token') === true || (response !== null && first(response.parameters, 'access_token') !== null);
}

/** Handed to the app's own server, which made a session of it. */
function shownAsProof(scene: Scene, token: Parameter): Evidence | null {
  if (isPlaceholder(token.value)) return null;
  const start = exchangeOf(scene, scene.flow.response?.callback ?? scene.flow.response?.exchange);
  const others = scene.flow.response?.parameters.filter((p) => p.name === 'code' || p.name === 'id_token') ?? [];
  for (const exchange of start ? after(scene, start, handOverMs) : []) {
    const place =
      exchange.request.method === 'POST' && isClientHost(scene, exchange.request.url) ? bodyPlaceOf(exchange, token.value) : null;
    if (place === null || others.some((p) => carries(exchange, p.value))) continue;
    const set = setCookiesOf(exchange);
    if (set !== 'hidden' && set.some((cookie) => !cookie.deletes && !isBystander(cookie.name))) return at(exchange, place);
  }
  return null;
}

function bodyPlaceOf({ request: { body } }: Exchange, value: string): Place | null {
  const field = formOf(body).find((f) => f.value === value);
  if (field) return `request.form.${field.name}`;
  return asParameters(jsonOf(body)).some((member) => member.value === value) ? 'request.body' : null;
}
