/** Where in the recording cookies may hold a token: looked up once for all logins, as each of them asks for a minute of it. */
import type { Exchange } from '../model/exchange.ts';
import { readCookies } from '../read/cookies.ts';
import { siteOf } from '../read/site.ts';
import { firstFrom } from '../read/sorted.ts';
import { setCookiesOf } from './cookies.ts';
import { credentials, issuerIn, shortestToken } from './credentials.ts';
import { isClientHost, type Scene, type Stage } from './scene.ts';
import { bySite, chosen, type Placed, staged } from './tables.ts';

function valuesOf(exchange: Exchange): string[] {
  const sent = readCookies(exchange.request.headers);
  const set = setCookiesOf(exchange);
  return [...(sent === 'hidden' ? [] : sent), ...(set === 'hidden' ? [] : set)]
    .map(({ value }) => value)
    .filter((value) => value.length >= shortestToken);
}

const long = chosen((exchange) => valuesOf(exchange).length > 0);
const longBySite = staged((stage) => bySite(long(stage)));
const issuedBySite = staged((stage) =>
  bySite(long(stage).filter(({ exchange }) => valuesOf(exchange).some((value) => issuerIn(stage, value) !== null))),
);

/**
 * Requests to the client, from one on and up to `withinMs` after it, whose cookies may hold a token of this login: one that was
 * seen issued may stand in any long value, any other one tells its issuer.
 */
export function* mayHoldTokens(scene: Scene, start: Exchange, withinMs: number): Iterable<Exchange> {
  const { stage, flow } = scene;
  const seen = credentials(scene).some(({ kind }) => kind === 'access_token' || kind === 'id_token');
  const list = (seen ? longBySite : issuedBySite)(stage).get(siteOf(flow.parties.client)) ?? [];
  for (let i = firstFrom(list, stage.order.get(start.id) ?? stage.order.size); i < list.length; i++) {
    const one = list[i];
    if (!one || one.exchange.startedAt > start.startedAt + withinMs) return;
    if (isClientHost(scene, one.exchange.request.url)) yield one.exchange;
  }
}

const setters = staged((stage: Stage) => {
  const byName = new Map<string, Placed[]>();
  for (const [at, exchange] of stage.capture.exchanges.entries()) {
    const lines = setCookiesOf(exchange);
    if (lines === 'hidden' || lines.length === 0) continue;
    const site = siteOf(exchange.request.url);
    for (const { name } of lines) {
      const key = `${site} ${name}`;
      const list = byName.get(key);
      if (list) list.push({ exchange, at });
      else byName.set(key, [{ exchange, at }]);
    }
  }
  return byName;
});

/** An answer of the client set a cookie of that name: from one exchange on, before another one of the client. */
export function wasSetBetween(scene: Scene, name: string, start: Exchange, before: Exchange): boolean {
  const { order } = scene.stage;
  const list = setters(scene.stage).get(`${siteOf(before.request.url)} ${name}`) ?? [];
  const end = order.get(before.id) ?? 0;
  for (let i = firstFrom(list, order.get(start.id) ?? 0); i < list.length; i++) {
    const one = list[i];
    if (!one || one.at >= end) return false;
    if (isClientHost(scene, one.exchange.request.url)) return true;
  }
  return false;
}
