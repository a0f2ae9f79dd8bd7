/** What the app's failure at its callback tells beyond its status: who gave up, how far it came, and which instance it was. */
import type { Exchange } from '../../model/exchange.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { serverOf } from '../../observe/limits.ts';
import { readCookies } from '../../read/cookies.ts';
import { mediaType } from '../../read/headers.ts';
import { badGateways, firewalls } from '../../spec/page-words.ts';

/** The time limit of Alexa account linking for the token exchange behind a callback. */
export const slowMs = 4_500;
export const exchangeMs = 1_000;
export const quickMs = 200;

interface GatewayWords {
  readonly statuses: readonly number[];
  readonly cause: string;
  readonly advice: string;
}

/** RFC 9110 sections 15.6.3 and 15.6.5; 520 to 524 are what a content network says in their place. */
const gateways: readonly GatewayWords[] = [
  {
    statuses: [502, 520],
    cause:
      'the app stopped or hung up, or it took the login and answered with larger header lines than a proxy takes, as large session cookies do',
    advice:
      'Restart the app if it does not run. “upstream sent too big header” in the proxy’s log: keep the session on the server, or raise the limit (nginx: `proxy_buffer_size` and `proxy_buffers`, or their `fastcgi_` kin). “connection refused” or “prematurely closed”: the app’s own log says why.',
  },
  {
    statuses: [504, 522, 524],
    cause: 'the app did not answer in time, most likely because it waits for the token endpoint',
    advice: 'Check the app’s way to the token endpoint (outbound network, proxy, DNS) and give that call a time limit.',
  },
  { statuses: [521, 523], cause: 'the app can not be reached', advice: 'Check that the app runs and that the proxy knows its address.' },
];

export interface Gateway {
  readonly server: string;
  readonly by: string;
  readonly cause: string;
  readonly limit: string;
  readonly advice: string;
  /** Its own page says so. */
  readonly told: boolean;
}

/** The proxy that answered in place of the app; null when the app may have said it in words of its own. */
export function gatewayOf({ outcome }: Exchange): Gateway | null {
  if (outcome.kind !== 'answered') return null;
  const words = gateways.find(({ statuses }) => statuses.includes(outcome.status));
  if (!words || /json/.test(mediaType(outcome.headers))) return null;
  const text = outcome.body.seen && outcome.body.value.kind === 'text' ? outcome.body.value.text : '';
  const told = badGateways.some(({ pattern }) => pattern.test(text));
  if (text.trim() !== '' && !told) return null;
  const server = serverOf(outcome.headers);
  const room = server?.response?.answers.includes(outcome.status) ? server.response : null;
  const bytes = room?.total ?? room?.header;
  return {
    server: server?.name ?? 'What stands in front of the app',
    by: server?.name ?? 'the proxy in front of it',
    cause: words.cause,
    limit:
      bytes === undefined ? '' : ` (${bytes.toLocaleString('en-US')} bytes${server?.remedy ? ' unless it is configured otherwise' : ''})`,
    advice: words.advice,
    told,
  };
}

/** What the time it took tells of the part that failed. */
export function timing(waitMs: number): string {
  if (waitMs > 0 && waitMs < quickMs) return ` That took ${Math.round(waitMs)} ms, too quickly for a token exchange: it failed before.`;
  if (waitMs < exchangeMs) return '';
  const slow = waitMs >= slowMs ? ' Some platforms (Alexa account linking) give up after 4.5 s.' : '';
  return ` That took ${(waitMs / 1000).toFixed(1)} s: most likely it talked to the token endpoint, and failed there.${slow}`;
}

/** Cookies by which load balancers lead a visitor to the same instance. */
const balancers =
  /^(?:AWSALB|AWSALBCORS|AWSALBTG|AWSELB|ARRAffinity|ARRAffinitySameSite|GCLB|GCILB|BIGipServer.*|SERVERID|ROUTEID|route|INGRESSCOOKIE)$/i;

/** The instance that began the login and the one that took the answer are not the same. */
export function balancerChanged(start: Exchange, callback: Exchange): string {
  const set = setCookiesOf(start);
  const sent = readCookies(callback.request.headers);
  if (set === 'hidden' || sent === 'hidden') return '';
  const one = set.find((cookie) => balancers.test(cookie.name) && !cookie.deletes);
  if (!one || sent.some((pair) => pair.name === one.name && pair.value === one.value)) return '';
  return ' The load balancer’s own cookie did not come back as it was set, so another instance may have taken the answer.';
}

/** Who speaks on a page that is not the app's; null when it may well be. */
export function firewallOf({ outcome }: Exchange): string | null {
  if (outcome.kind !== 'answered' || (outcome.status !== 403 && outcome.status !== 406)) return null;
  const text = outcome.body.seen && outcome.body.value.kind === 'text' ? outcome.body.value.text : '';
  return firewalls.find(({ pattern }) => pattern.test(text))?.who ?? null;
}
