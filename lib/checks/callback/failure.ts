/** What the app's failure at its callback tells beyond its status: who gave up, how far it came, and which instance it was. */
import type { Exchange } from '../../model/exchange.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { readCookies } from '../../read/cookies.ts';

/** The time limit of Alexa account linking for the token exchange behind a callback. */
export const slowMs = 4_500;
export const exchangeMs = 1_000;
export const quickMs = 200;

/** RFC 9110 sections 15.6.3 and 15.6.5; 520 to 524 are what a content network says in their place. */
export const gateways: ReadonlyMap<number, { readonly cause: string; readonly advice: string }> = new Map(
  (
    [
      [
        [502, 520],
        ': it broke off, or its answer was none, or had headers larger than the proxy takes (session cookies of users in many groups)',
        'Restart the app if it does not run. Make its session cookies smaller, or the proxy’s buffers for headers larger.',
      ],
      [
        [504, 522, 524],
        ': it did not answer in time, most likely because it waits for the token endpoint',
        'Check the app’s way to the token endpoint (outbound network, proxy, DNS) and give that call a time limit.',
      ],
      [[521, 523], ': it can not be reached', 'Check that the app runs and that the proxy knows its address.'],
    ] as const
  ).flatMap(([statuses, cause, advice]) => statuses.map((status) => [status, { cause, advice }] as const)),
);

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
