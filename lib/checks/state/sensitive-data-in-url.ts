import type { Exchange } from '../../model/exchange.ts';
import type { AuthorizationRequest, Parameter } from '../../model/flow.ts';
import type { Place } from '../../model/place.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { readCookies } from '../../read/cookies.ts';
import { first } from '../../read/parameters.ts';
import { challengeOf } from '../../read/pkce.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { isAddress, type Part, readStructured } from '../../read/structured.ts';
import { addressOf, hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Names of secrets as parameters and members write them, separators and capitals left out. */
const secrets: ReadonlyMap<string, string> = new Map([
  ['password', 'password'],
  ['passwd', 'password'],
  ['passphrase', 'password'],
  ['codeverifier', 'code_verifier'],
  ['accesstoken', 'access_token'],
  ['refreshtoken', 'refresh_token'],
  ['privatekey', 'private key'],
]);
/** In an address `client-secret-exposed` looks for it. */
const inState: ReadonlyMap<string, string> = new Map([...secrets, ['clientsecret', 'client_secret']]);

/** Bounded, so that a long value does not take long. */
const mail = /[^\s@/:?#=]{1,64}@[^\s@/:?#=]{1,255}\.[a-z]{2,}/i;

export const sensitiveDataInUrl = defineCheck({
  id: 'sensitive-data-in-url',
  category: 'state',
  kind: 'leak',
  tier: 'std',
  title: 'Secrets, people or targets in the parameters of the login',
  severity: 'error',
  rank: 172,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.7.1', level: 'MUST' },
    { spec: 'RFC9700', section: '4.3.2' },
    { spec: 'RFC7636', section: '7.2' },
  ],
  needs: ['request'],
  messages: {
    verifier: {
      title: 'The key to the login code travels in the address, beside its lock',
      plain: 'The app locks its login code and writes the key into the web address, where histories and logs keep it.',
      text: 'The `code_verifier` stands in {where} of a request that goes through the browser. Whoever sees the address can redeem the code as if there was no PKCE.',
      fix: 'Keep the verifier in the app’s session (or in `sessionStorage` of a single-page app) and send it to the token endpoint only.',
    },
    secret: {
      title: 'A secret travels in the address: {name}',
      plain: 'The web address of this login holds a password or a key, and browser histories and logs keep it.',
      text: '{where} holds a value named `{name}`, at {host}. Browser histories, proxies, server logs and the Referer header keep addresses.',
      fix: 'Send it in the body of a POST request over https, or keep it in the session of the server. Take this one out of use: it was seen.',
    },
    target: {
      title: 'The `state` holds an address that nobody has signed',
      plain: 'The app writes down where to go after the login in a place that others can change.',
      text: 'An address at {host} stands readable in `state`, without a signature that shows, and no cookie of the callback holds the same value. An app that follows it without checking can be used to lead people elsewhere.',
      fix: 'Keep the address in the session and only a random value in `state`; or sign the state, and follow addresses of your own only.',
      severity: 'warning',
      kind: 'weakness',
    },
    person: {
      title: 'An e-mail address stands readable in `{name}`',
      plain: 'The web address of this login holds somebody’s e-mail address, and browser histories and logs keep it.',
      text: '`{name}` holds an e-mail address in plain sight. It goes through the provider and stays in histories and logs.',
      fix: 'Keep personal data in the session and only a random value in `state`. For the name to be filled in at the provider there is `login_hint`.',
      severity: 'warning',
      kind: 'weakness',
    },
  },
  // GET /authorize?state={"next":"https://app.example/","codeVerifier":"..."}
  inspect({ request }, scene) {
    const written = secretInAddress(scene);
    if (written) {
      const { place, exchange, name, byProvider } = written;
      if (name === 'code_verifier') return fail('verifier', [at(exchange, place)], { data: { where: 'the query' } });
      const data = { name, where: 'The query', host: hostOf(exchange.request.url) };
      return fail('secret', [at(exchange, place)], { data, ...(byProvider ? { owner: 'provider' as const } : {}) });
    }
    const { state } = request;
    const scope = request.parameters.find((p) => p.name === 'scope' && mail.test(p.value));
    if (!state && !scope) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (state && isPlaceholder(state.value)) return inconclusive('redacted-input');
    const { parts, sealed, shape } = state ? insides(state) : { parts: [], sealed: true, shape: 'text' };
    if (state && parts.some((part) => opens(request, part.value)))
      return fail('verifier', [atParameter(state), ...(request.codeChallenge ? [atParameter(request.codeChallenge)] : [])], {
        data: { where: '`state`' },
      });
    const secret = shape === 'text' ? undefined : parts.find((part) => isSecret(part.value) && inState.has(plainName(part.name)));
    if (state && secret)
      return fail('secret', [atParameter(state)], {
        data: {
          name: inState.get(plainName(secret.name)) ?? '',
          where: 'The `state`',
          host: hostOf(exchangeOf(scene, request.exchange)?.request.url ?? ''),
        },
        confidence: 'likely',
      });
    if (scope) return fail('person', [atParameter(scope)], { data: { name: 'scope' } });
    if (!state || sealed) return pass;
    if (parts.some((part) => mail.test(part.value))) return fail('person', [atParameter(state)], { data: { name: 'state' } });
    const target = parts.find((part) => isAddress(part.value) && addressOf(part.value));
    if (!target) return pass;
    const kept = keptInCookie(scene, state.value);
    if (kept !== false) return kept === true ? pass : inconclusive(kept);
    return fail('target', [atParameter(state)], { data: { host: hostOf(target.value) }, confidence: 'possible' });
  },
});

const plainName = (name: string) => name.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
/** A switch such as `password=true` is none. */
const isSecret = (value: string) =>
  value.length >= 6 && !isPlaceholder(value) && !/^(?:true|false|required|optional|enabled|disabled)$/i.test(value);

interface Found {
  readonly exchange: Exchange;
  readonly place: Place;
  readonly name: string;
  readonly byProvider: boolean;
}

function secretInAddress(scene: Scene): Found | null {
  for (const { exchange, role } of scene.steps) {
    if (role !== 'authorization-request' && role !== 'provider' && role !== 'callback') continue;
    // A call of a script is not written into the history; servers' own calls are nobody's front channel.
    if (exchange.where.kind === 'fetch' || !(exchange.where.fromBrowser || exchange.where.kind !== 'unknown')) continue;
    for (const { name, value } of readUrl(exchange.request.url).query ?? []) {
      const known = secrets.get(plainName(name));
      // What a provider hands around inside is its own; a token in its answer is what `token-in-query` looks for.
      const isOthers = role !== 'authorization-request' && known?.endsWith('_token');
      if (known && !isOthers && isSecret(value))
        return { exchange, place: `request.query.${name}`, name: known, byProvider: role === 'provider' };
    }
  }
  return null;
}

/** What is in it, and in what is in that; all of it is a part as well. */
function insides(state: Parameter): { readonly parts: readonly Part[]; readonly sealed: boolean; readonly shape: string } {
  const { parts, sealed, shape } = readStructured(state.value);
  const deeper = shape === 'text' ? [] : parts.flatMap((part) => readStructured(part.value).parts);
  return { parts: [{ name: '', value: state.value }, ...parts, ...deeper], sealed, shape };
}

/** RFC 7636 section 4.6. */
function opens({ codeChallenge, parameters }: AuthorizationRequest, value: string): boolean {
  if (!codeChallenge || value.length < 43) return false;
  return first(parameters, 'code_challenge_method')?.value === 'S256' && challengeOf(value) === codeChallenge.value;
}

/** The app can compare all of it with what it wrote down. */
function keptInCookie(scene: Scene, state: string): boolean | 'header-hidden' | 'capture-ended-early' {
  const callback = exchangeOf(scene, scene.flow.response?.callback);
  if (!callback) return 'capture-ended-early';
  const cookies = readCookies(callback.request.headers);
  if (cookies === 'hidden') return 'header-hidden';
  return cookies.some(({ name, value }) => [name, value].some((text) => text.includes(state) || text.includes(encodeURIComponent(state))));
}
