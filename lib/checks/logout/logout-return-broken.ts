import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import { providerStop } from '../../observe/answer.ts';
import { botCheckOf } from '../../observe/bot-check.ts';
import { isGivenUp, type Logout, landingOf, logoutOf } from '../../observe/logout.ts';
import type { Scene } from '../../observe/scene.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { addressOf, hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { sizeExplains } from '../size/explains.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass, problem, verdictOf } from '../verdict.ts';

/** Frames and a script come between the end of the session and the way back. */
const patienceMs = 30_000;

/** Parts of an address, as a reader calls them. */
const parts: Readonly<Record<string, string>> = {
  scheme: 'its scheme',
  www: 'the `www.` in its host',
  'loopback-name': 'localhost against 127.0.0.1',
  host: 'its host',
  port: 'its port',
  'trailing-slash': 'the slash at its end',
  'path-case': 'upper and lower case in its path',
  'path-encoding': 'the encoding of its path',
  path: 'its path',
};

type Message = 'address' | 'stopped' | 'server' | 'landing' | 'elsewhere' | 'state' | 'stayed';

export const logoutReturnBroken = defineCheck({
  id: 'logout-return-broken',
  category: 'logout',
  kind: 'breakage',
  tier: 'std',
  title: 'Logout did not lead back to the app',
  severity: 'error',
  rank: 66,
  owner: 'app',
  flows: ['logout'],
  cites: [
    { spec: 'OIDCLogout', section: '2' },
    { spec: 'OIDCLogout', section: '3' },
  ],
  needs: [],
  messages: {
    address: {
      title: 'The provider does not accept the address to return to after the logout',
      plain: 'Signing out stopped on an error page, because the provider does not know the address this app wants you sent back to.',
      text: 'The provider answered the logout request with an error page (HTTP {status}) that is about `{name}`. It must not redirect to an address that is not registered for this client. The session may still be there.',
      fix: 'Register exactly this address for logouts of this client: providers keep a list of its own for them, next to the redirect_uris. It is compared character by character, the slash at the end included.',
    },
    stopped: {
      title: 'The provider refused the logout (HTTP {status})',
      plain: 'Signing out stopped on an error page of the provider. You may still be signed in there.',
      text: 'The provider answered the logout request with HTTP {status} and did not go on. {why}',
      fix: 'Read the provider’s page. Send the ID token of this very session as `id_token_hint` (or the `client_id`), and compare the return address with the registered ones.',
    },
    server: {
      title: 'The provider’s server failed during the logout (HTTP {status})',
      plain: 'The provider’s server has a problem, so signing out did not finish. You may still be signed in there.',
      text: 'The provider answered the logout request with HTTP {status}. The app’s request did its part.',
      fix: 'Try again, and look at the provider’s status page. If it stays, send them the time and the correlation id from the response headers.',
      owner: 'provider',
    },
    landing: {
      title: 'The app’s page after the logout answers with HTTP {status}',
      plain: 'The provider signed you out, but the page of the app that should come after it shows an error.',
      text: 'The provider sent the browser back to {host}, as it was asked to, and the app answered HTTP {status}.',
      fix: 'Make the address that the app gives as `{name}` a page that visitors who are not signed in can open.',
    },
    elsewhere: {
      title: 'The logout returned to another address than the one asked for',
      plain: 'You were signed out and sent to another page of the app than it asked for.',
      text: 'The request asks to return to an address that differs in {difference} from the one the provider led to.',
      fix: 'See whether the provider has a fixed logout address for this client, or something in between rewrites the redirect.',
      severity: 'warning',
      owner: 'provider',
    },
    state: {
      title: 'The logout came back {how} its state',
      plain: 'You were signed out; the ticket number that the app sent along did not come back as it was sent.',
      text: 'The logout request sent `state`, and the return came {how} it. The provider has to pass it on unchanged. An app that keeps the place to go to behind it does not find it.',
      fix: 'Report it to the provider, and look for a rule in between that strips query parameters. The app should cope: the session has ended all the same.',
      severity: 'warning',
      owner: 'provider',
    },
    stayed: {
      title: 'The logout ended on a page of the provider',
      plain: 'You were signed out at the provider, which did not bring you back to the app.',
      text: 'The request asks to return to the app. The provider ended the session and stayed on a page of {host} (HTTP {status}); within {seconds} s nothing led back. Providers do that on purpose, to show a link instead, or when they do not accept the return address or can not tell which client asks.',
      fix: 'If that page shows no link back: register exactly this return address for the client, and send `id_token_hint`, without which many providers ignore it.',
      severity: 'warning',
    },
  },
  // GET /end_session?post_logout_redirect_uri=https://app/other  → 400
  inspect(_, scene) {
    const logout = logoutOf(scene);
    if (!logout) return inapplicable;
    const { end } = logout;
    switch (end.kind) {
      case 'returned':
        return verdictOf([...landing(scene, logout), ...wrongPlace(logout), ...wrongState(logout)]);
      case 'stopped':
        return botCheckOf(end.exchange) || sizeExplains(end.exchange) ? inapplicable : stopped(scene, logout, end);
      case 'page':
        return page(scene, logout, end);
      case 'open':
        return end.exchange.outcome.kind === 'failed'
          ? inapplicable
          : inconclusive(end.exchange.outcome.kind === 'pending' ? 'never-finished' : 'capture-ended-early');
    }
  },
});

const nameOf = ({ back }: Logout) => back?.name ?? 'post_logout_redirect_uri';

/** Sentences about the way back: by the parameter's name, or in the words of the setting. */
const aboutAddress =
  /\blog-?out[_\s]?(?:redirect[_\s]?)?ur[il]s?\b|\b(?:sign|log)[- ]?out redirect|\bpost[_\s-]?log-?out|\breturn_?to\b|\ballowed logout|\bredirect[_\s]?ur[il]/i;

/** That sentence is about whose session is meant, whatever else it names. */
const aboutSession = /\bid[_ ]?token[_ ]?hint\b|\bclient[_ ]?id\b/i;

function stopped(scene: Scene, logout: Logout, { exchange, status }: { readonly exchange: Exchange; readonly status: number }) {
  const stop = providerStop(scene);
  const evidence = [at(exchange, 'response.status'), at(logout.request, 'request.url')] as const;
  if (status >= 500) return fail('server', evidence, { data: { status } });
  // A question was answered, or a password asked for: the user may go on.
  if (exchange.id !== logout.request.id && exchange.request.method === 'POST' && status === 401) return inapplicable;
  const text = stop?.text ?? '';
  const name = nameOf(logout);
  if (logout.back && (stop?.says === 'redirect-uri' || (aboutAddress.test(text) && !aboutSession.test(text))))
    return fail('address', [at(logout.request, logout.back.place), evidence[0]], { data: { status, name } });
  const why =
    exchange.id !== logout.request.id && exchange.request.method === 'POST'
      ? 'That was after its own question had been answered: the page was open for too long, or its cookie was lost.'
      : 'The usual reasons are an `id_token_hint` it did not issue, or a return address that is not registered for this client.';
  return fail('stopped', evidence, { data: { status, why }, confidence: 'likely' });
}

function page(scene: Scene, logout: Logout, { exchange, ended }: { readonly exchange: Exchange; readonly ended: boolean }) {
  // Nobody asked to be brought back.
  if (logout.back === null || addressOf(logout.back.value) === null) return pass;
  const { capture } = scene.stage;
  if (!ended) return inconclusive('capture-ended-early');
  if (capture.gaps.includes('times-missing')) return inconclusive('times-missing');
  const { outcome } = exchange;
  if (capture.asOf - scene.flow.endedAt < patienceMs || outcome.kind !== 'answered') return inconclusive('capture-ended-early');
  return fail('stayed', [at(exchange, 'request.url'), at(logout.request, logout.back.place)], {
    data: { host: hostOf(exchange.request.url), status: outcome.status, seconds: patienceMs / 1000 },
    confidence: 'possible',
  });
}

/** 401 and 403 are what a page for members says to somebody who has just left. */
function landing(scene: Scene, logout: Logout): Problem<Message>[] {
  const last = landingOf(scene);
  if (last?.outcome.kind !== 'answered' || isGivenUp(last)) return [];
  const { status } = last.outcome;
  if (status < 400 || status === 401 || status === 403 || status === 429 || sizeExplains(last) || botCheckOf(last)) return [];
  return [
    problem('landing', [at(last, 'response.status'), at(last, 'request.url')], {
      data: { status, host: hostOf(last.request.url), name: nameOf(logout) },
    }),
  ];
}

/** Only a redirect is the provider's word: what follows a page may be a link somebody chose. */
function wrongPlace({ end, back, request }: Logout): Problem<Message>[] {
  if (end.kind !== 'returned' || end.seenIn !== 'request' || end.difference === null || back === null) return [];
  if (end.exchange.previousHop === null) return [];
  return [
    problem('elsewhere', [at(end.exchange, 'request.url'), at(request, back.place)], {
      data: { difference: parts[end.difference] ?? 'its path' },
    }),
  ];
}

function wrongState({ end, sent, request, back }: Logout): Problem<Message>[] {
  const state = sent.find((p) => p.name === 'state' && p.value !== '');
  // Only the standard's own parameter comes with a state that has to return.
  if (!state || back?.name !== 'post_logout_redirect_uri' || end.kind !== 'returned' || end.difference !== null) return [];
  // A link on the provider's page need not carry it.
  if (end.seenIn === 'request' && end.exchange.previousHop === null) return [];
  const own = valueFor(readUrl(back.value).query, 'state');
  const returned = (readUrl(end.url).query ?? []).filter((p) => p.name === 'state').map((p) => p.value);
  if (returned.includes(state.value) || isPlaceholder(state.value) || returned.some(isPlaceholder)) return [];
  const missing = returned.length === 0 || (returned.length === 1 && returned[0] === own);
  const place = end.seenIn === 'location' ? ('response.location.query.state' as const) : ('request.query.state' as const);
  return [
    problem('state', [missing ? absentAt(end.exchange, place) : at(end.exchange, place), at(request, state.place)], {
      data: { how: missing ? 'without' : 'with a change in' },
    }),
  ];
}
