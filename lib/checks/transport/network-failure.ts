import type { Exchange } from '../../model/exchange.ts';
import type { Owner } from '../../model/finding.ts';
import type { Role } from '../../model/flow.ts';
import { callbackRun, isAbort } from '../../observe/run.ts';
import { exchangeOf, isClientHost, type Scene } from '../../observe/scene.ts';
import { isLoopback } from '../../read/site.ts';
import { addressOf, hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { sizeExplains } from '../size/explains.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A second try that works this soon after was a hiccup. */
const retryMs = 3_000;

const reasons: readonly (readonly [
  pattern: RegExp,
  kind: 'dns' | 'connect' | 'tls' | 'proxy' | 'proxy-down' | 'offline' | 'timeout' | 'reset' | 'answer',
  text: string,
])[] = [
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS|NS_ERROR_UNKNOWN_HOST/, 'dns', 'there is no address for this name'],
  [/ERR_INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/, 'offline', 'this computer is offline'],
  [/ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED/, 'offline', 'the connection of this computer changed or went to sleep'],
  [
    /PROXY_CONNECTION_FAILED|PROXY_CONNECTION_REFUSED|UNKNOWN_PROXY_HOST/,
    'proxy-down',
    'the proxy this computer is set to can not be reached',
  ],
  [/PROXY|ERR_TUNNEL/, 'proxy', 'the proxy did not let it through'],
  [
    /ERR_SSL|ERR_CERT|ERR_BAD_SSL|SEC_ERROR|SSL_ERROR|MOZILLA_PKIX|NS_ERROR_NET_INADEQUATE_SECURITY|certificate/i,
    'tls',
    'its certificate or encryption is not accepted',
  ],
  [/TIMED_OUT|NET_TIMEOUT/, 'timeout', 'it did not answer in time'],
  [/CONNECTION_REFUSED/, 'connect', 'nothing accepts connections there'],
  [/ADDRESS_UNREACHABLE|NETWORK_UNREACHABLE|ERR_CONNECTION_FAILED/, 'connect', 'it can not be reached'],
  [
    /ERR_CONNECTION_RESET|ERR_CONNECTION_CLOSED|ERR_EMPTY_RESPONSE|NET_RESET|NET_INTERRUPT|HTTP2|QUIC|PR_END_OF_FILE/,
    'reset',
    'it hung up without an answer',
  ],
  [
    /INVALID_REDIRECT|INVALID_HTTP_RESPONSE|INVALID_RESPONSE|MULTIPLE_LOCATION|CONTENT_LENGTH|CORRUPTED_CONTENT|PARTIAL_TRANSFER|HEADERS_TOO_BIG|FILE_TOO_BIG|ERR_UNSAFE_PORT|CONTENT_DECODING/,
    'answer',
    'its answer is damaged',
  ],
];

export const networkFailure = defineCheck({
  id: 'network-failure',
  category: 'transport',
  kind: 'breakage',
  tier: 'core',
  title: 'Network, DNS or certificate failure during the login',
  severity: 'error',
  rank: 10,
  owner: 'network',
  flows: ['login', 'silent', 'logout', 'tokens', 'setup', 'device'],
  cites: [{ spec: 'RFC9110', section: '15' }],
  needs: [],
  messages: {
    unreachable: {
      title: '{host} could not be reached: {reason}',
      plain: 'The browser could not reach {host}: {reason}.',
      text: 'The request to {host} ({phase}) failed in the network: {reason} ({code}).',
      fix: '{advice}',
    },
    leftover: {
      title: 'The answer went to this computer ({host}) instead of {app}',
      plain: 'The login was sent back to an address of this computer instead of the website, so it could not be finished.',
      text: 'The login began at {app}, but its redirect_uri leads to {host} on the visitor’s own computer, where nothing accepts connections ({code}). That is a setting of a development machine.',
      fix: 'Set the redirect_uri of this environment in the app, and register it at the provider.',
      owner: 'app',
    },
    upgraded: {
      title: 'The browser insists on https at {host}, where only http is spoken',
      plain: 'The browser changed the address the login returns to into a secure one, and the program there does not speak that.',
      text: 'The answer was meant for an `http://` address. The browser turned it into `https://` by itself, because {host} had once asked for that or all addresses are upgraded, and there the connection failed ({code}).',
      fix: 'Let the browser forget it: in Chrome delete {host} at `chrome://net-internals/#hsts`, in Firefox choose “Forget about this site”. A program on this computer should use `http://127.0.0.1`, which browsers do not upgrade, and no other one on localhost should send Strict-Transport-Security.',
      owner: 'browser',
    },
    listener: {
      title: 'Nothing listens at the callback on this computer',
      plain: 'The login worked, but the program on this computer that should take the answer is not running any more.',
      text: 'The answer went to {host}, where nothing accepts connections ({code}). The program that waits for it has ended, listens on the other of 127.0.0.1 and [::1], or runs on another machine (container, WSL, remote session).',
      fix: 'Start the program again and repeat the login. In the program: listen on 127.0.0.1 and [::1], until the answer came or the user gave up.',
      owner: 'app',
    },
  },
  // GET https://idp/authorize  → net::ERR_NAME_NOT_RESOLVED
  inspect(_, scene) {
    const hops = scene.steps.filter(
      (s) => s.role !== 'resource' && s.role !== 'foreign' && s.role !== 'frontchannel-logout' && s.role !== 'backchannel-logout',
    );
    if (hops.length === 0) return inapplicable;
    const firefox = scene.stage.capture.source.browser === 'firefox';
    for (const { exchange, role } of hops) {
      const { outcome } = exchange;
      if (
        outcome.kind !== 'failed' ||
        outcome.reason === '' ||
        isAbort(outcome.reason) ||
        sizeExplains(exchange) ||
        recovered(scene, exchange) ||
        wentOn(scene, exchange, role)
      )
        continue;
      const known = reasons.find(([pattern]) => pattern.test(outcome.reason));
      // Firefox gives a sentence in the user's language for a certificate it does not accept, and a code for all else.
      const sentence = firefox && !/^(?:net::|NS_|[A-Z_]+$)/.test(outcome.reason) && exchange.request.url.startsWith('https:');
      if (!known && !sentence) continue;
      const [, kind, reason] = known ?? [null, 'tls' as const, 'its certificate or encryption is not accepted'];
      // A program that took the answer and ended has done its part.
      if (role === 'app' && (kind === 'connect' || kind === 'reset') && isLoopback(exchange.request.url)) continue;
      const host = hostOf(exchange.request.url);
      const code = /(?:net::)?[A-Z][A-Z0-9_]{5,}/.exec(outcome.reason)?.[0] ?? 'certificate refused';
      const evidence = [at(exchange, 'outcome.reason')] as const;
      const here = addressOf(exchange.request.url)?.origin.replace(/^http:\/\//, '') ?? host;
      const began = scene.steps.find((s) => s.role === 'start' && !isLoopback(s.exchange.request.url))?.exchange.request.url;
      if (role === 'callback' && kind === 'connect' && isLoopback(exchange.request.url) && began)
        return fail('leftover', evidence, { data: { host: here, code, app: hostOf(began) } });
      if (role === 'callback' && kind === 'connect' && isLoopback(exchange.request.url))
        return fail('listener', evidence, {
          data: { host: here, code },
        });
      const before = exchangeOf(scene, exchange.previousHop);
      if (
        (role === 'callback' || role === 'app') &&
        (kind === 'tls' || kind === 'connect' || kind === 'reset') &&
        before &&
        isUpgrade(before, exchange)
      )
        return fail('upgraded', [...evidence, at(before, 'request.url')], { data: { host, code } });
      return fail('unreachable', evidence, {
        data: { host, reason, code, phase: phaseOf(role), advice: adviceFor(kind) },
        owner: kind === 'tls' && isClientHost(scene, exchange.request.url) ? 'app' : ownerOf(kind),
      });
    }
    return hops.some(({ exchange }) => exchange.outcome.kind === 'pending') ? inconclusive('never-finished') : pass;
  },
});

/** The same address, from http to https, and no server said so. */
function isUpgrade({ request, outcome }: Exchange, next: Exchange): boolean {
  const by = outcome.kind === 'redirected' ? outcome.by : null;
  return by === 'browser' && request.url.startsWith('http:') && next.request.url.startsWith('https:');
}

function recovered(scene: Scene, failed: Exchange): boolean {
  const base = readUrl(failed.request.url).base;
  return scene.steps.some(
    ({ exchange: e }) =>
      e.id !== failed.id &&
      e.startedAt >= failed.startedAt &&
      e.startedAt - failed.startedAt <= retryMs + (failed.durationMs ?? 0) &&
      readUrl(e.request.url).base === base &&
      (e.outcome.kind === 'answered' || e.outcome.kind === 'redirected'),
  );
}

/** The user tried again, and this part of the login went through after all. */
function wentOn(scene: Scene, failed: Exchange, role: Role): boolean {
  const { response } = scene.flow;
  if (role === 'start' || role === 'authorization-request' || role === 'provider')
    return response !== null && response.at > failed.startedAt;
  const run = callbackRun(scene);
  return role === 'callback' && run !== null && run.callback !== failed && run.breakdown === null;
}

function phaseOf(role: string): string {
  switch (role) {
    case 'start':
      return 'the start of the login';
    case 'callback':
    case 'callback-again':
      return 'the way back to the app';
    case 'app':
      return 'the app, after the answer';
    case 'token-request':
      return 'the token request';
    case 'discovery':
    case 'keys':
      return 'reading the provider’s settings';
    default:
      return 'the provider';
  }
}

function ownerOf(kind: string): Owner {
  return kind === 'tls' || kind === 'answer' ? 'provider' : 'network';
}

function adviceFor(kind: string): string {
  switch (kind) {
    case 'dns':
      return 'Check the host name in the app’s settings. If it is right, it is only known inside a network or VPN that this computer is not in.';
    case 'tls':
      return 'Install a certificate for this name with its full chain, from an authority that browsers know. On a development machine, trust the local one.';
    case 'proxy-down':
      return 'Check the proxy in this computer’s network settings, or the VPN that brings it.';
    case 'proxy':
      return 'Ask the administrator of the proxy to allow this host.';
    case 'offline':
      return 'Check the connection and try again.';
    case 'timeout':
      return 'Try again; if it stays, a firewall may drop the connection. Try another network.';
    default:
      return 'Check that the server runs and that no firewall stands in between. Try another network.';
  }
}
