import type { Exchange } from '../../model/exchange.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { credentials, tokenIn } from '../../observe/credentials.ts';
import { mayHoldTokens, wasSetBetween } from '../../observe/held-tokens.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { staged } from '../../observe/tables.ts';
import { type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { formOf, jsonOf } from '../../read/body.ts';
import { readCookies, refusalOf } from '../../read/cookies.ts';
import { header } from '../../read/headers.ts';
import { stringMember } from '../../read/json.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Apps keep a token as soon as they have it. */
const watchMs = 60_000;

export const tokenExposedToScript = defineCheck({
  id: 'token-exposed-to-script',
  category: 'token-placement',
  kind: 'weakness',
  tier: 'ext',
  title: 'Tokens are stored where scripts can read them',
  severity: 'warning',
  rank: 921,
  owner: 'app',
  flows: ['login', 'silent', 'tokens'],
  cites: [
    { spec: 'RFC6750', section: '5.3' },
    { spec: 'BrowserApps', section: '', level: 'SHOULD' },
  ],
  needs: [],
  messages: {
    cookie: {
      title: 'The cookie `{cookie}` holds a token, and scripts can read it',
      plain: 'The key to your account is kept where any script on the page could take it.',
      text: 'The app’s cookie `{cookie}` holds the {kind} of this login and was set without HttpOnly. Any script that gets into the page can copy it, and the token works anywhere until it expires.',
      fix: 'Keep tokens on the server and give the browser a session cookie with `HttpOnly; Secure; SameSite=Lax` (a backend for the frontend). Short lifetimes limit the harm.',
    },
    'refresh-token': {
      title: 'The page’s script receives a refresh token',
      plain: 'The page holds a long-lived key to your account that a script on it could take.',
      text: 'The token endpoint answered the page’s own call with a refresh token. The request is not bound to a key (DPoP), and nothing in this recording shows that refresh tokens rotate here. Where they do, a stolen one is found out at its next use.',
      fix: 'Turn rotation of refresh tokens on for this client and give them an absolute lifetime, or bind them to a key with DPoP, or let a server of the app hold them.',
    },
  },
  // Set-Cookie: access_token=eyJ...; Path=/; Secure
  inspect(_, scene) {
    const { response, tokens } = scene.flow;
    if (!response && tokens.length === 0) return inapplicable;
    const found = tokenInCookie(scene);
    if (found) {
      const { exchange, cookie, kind, place } = found;
      return fail('cookie', [at(exchange, place)], {
        data: { cookie, kind },
        confidence: place.startsWith('request') ? 'likely' : 'certain',
      });
    }
    const calls = tokenCalls(scene).filter((call) => isPagesOwn(call.exchange) && call.succeeded);
    const delivered = calls.find((call) => isRefreshToken(stringMember(call.answer, 'refresh_token')));
    if (delivered && !isBound(delivered) && !rotates(scene.stage))
      return fail('refresh-token', [at(delivered.exchange, 'response.body.refresh_token')], { confidence: 'possible' });
    if (calls.some((call) => call.answer === null)) return inconclusive('body-not-exposed');
    const issued = credentials(scene).some((c) => c.kind === 'access_token' || c.kind === 'id_token');
    if (!issued && calls.length === 0) return inapplicable;
    return hidesCookies(scene) ? inconclusive('header-hidden') : pass;
  },
});

const isRefreshToken = (value: string | null) => value !== null && !isPlaceholder(value);

/** A call of a page, as opposed to one that a server or a tool made. */
const isPagesOwn = ({ where }: Exchange) => where.kind === 'fetch' && where.fromBrowser;

/** RFC 9449 section 5: the refresh tokens of a public client are bound to the key of the proof. */
const isBound = ({ exchange }: TokenCall) => header(exchange.request.headers, 'dpop').kind === 'present';

const rotates = staged((stage) =>
  stage.flows
    .flatMap((flow) => flow.tokens)
    .some(({ exchange: id, grantType }) => {
      const exchange = grantType === 'refresh_token' ? stage.byId.get(id) : undefined;
      if (exchange?.outcome.kind !== 'answered') return false;
      const next = stringMember(jsonOf(exchange.outcome.body), 'refresh_token');
      const sent = valueFor(formOf(exchange.request.body), 'refresh_token') ?? stringMember(jsonOf(exchange.request.body), 'refresh_token');
      return next !== null && sent !== null && next !== sent;
    }),
);

interface Exposed {
  readonly exchange: Exchange;
  readonly cookie: string;
  readonly kind: string;
  readonly place: `response.cookie.${string}` | `request.cookie.${string}`;
}

function tokenInCookie(scene: Scene): Exposed | null {
  const start = exchangeOf(scene, scene.flow.response?.exchange ?? scene.flow.tokens[0]?.exchange);
  if (!start) return null;
  for (const exchange of mayHoldTokens(scene, start, watchMs)) {
    const sent = readCookies(exchange.request.headers);
    if (sent !== 'hidden')
      for (const { name, value } of sent) {
        const kind = tokenIn(scene, value);
        // What an answer set is judged there.
        if (kind !== null && isReadable(scene, exchange, name) && !wasSetBetween(scene, name, start, exchange))
          return { exchange, cookie: name, kind, place: `request.cookie.${name}` };
      }
    const lines = setCookiesOf(exchange);
    if (lines === 'hidden') continue;
    for (const cookie of lines) {
      if (cookie.deletes || cookie.httpOnly || refusalOf(cookie, exchange.request.url) !== null) continue;
      const kind = tokenIn(scene, cookie.value);
      if (kind !== null) return { exchange, cookie: cookie.name, kind, place: `response.cookie.${cookie.name}` };
    }
  }
  return null;
}

/** No answer in the recording set it: a script did. Live, answers to calls are not all kept, and the cookie jar must say so. */
function isReadable({ stage }: Scene, { jar }: Exchange, name: string): boolean {
  if (jar.seen) return jar.value.held.some((held) => held.name === name && !held.httpOnly);
  return stage.capture.source.kind !== 'live';
}

function hidesCookies(scene: Scene): boolean {
  return scene.steps.some(({ exchange, role }) => (role === 'callback' || role === 'app') && setCookiesOf(exchange) === 'hidden');
}
