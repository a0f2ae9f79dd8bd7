/** Puts exchanges together into flows. One pass in time order; every look-up is by key, so the cost is linear. */
import type { Exchange } from '../model/exchange.ts';
import type { Sliced } from '../model/sliced.ts';
import { BackChannel } from './back.ts';
import { BrowserLogins, isBrowserLogin } from './browser-logins.ts';
import { Deliveries } from './deliveries.ts';
import type { Draft } from './draft.ts';
import { Logouts } from './logouts.ts';
import { PlainHops } from './plain-hops.ts';
import { recognizeAuthorization } from './recognize.ts';
import { recognizeBack, recognizeLogout } from './recognize-back.ts';
import { Registry } from './registry.ts';
import { Requests } from './requests.ts';

export function* linkingDrafts(exchanges: readonly Exchange[]): Sliced<readonly Draft[]> {
  const registry = new Registry(exchanges);
  const back = new BackChannel(registry);
  const requests = new Requests(registry, (requestUri) => back.pushed(requestUri));
  const deliveries = new Deliveries(registry);
  const logouts = new Logouts(registry);
  const browserLogins = new BrowserLogins(registry);
  const hops = new PlainHops(registry, logouts);
  for (const [index, exchange] of exchanges.entries()) {
    // An answer is compared with every request it may belong to: one exchange may take as long as hundreds of others.
    yield;
    if (isBrowserLogin(exchange)) {
      browserLogins.visit(exchange);
      continue;
    }
    const logout = recognizeLogout(exchange, logouts.endpoints);
    const shape = logout ? null : recognizeAuthorization(exchange);
    const role = logout ?? (shape ? null : recognizeBack(exchange));
    if (shape && !requests.isRelayInside(exchange, shape)) requests.visit(exchange, index, shape);
    else if (role?.role === 'logout-request') logouts.visit(exchange, role.list);
    else if (role?.role === 'backchannel-logout') logouts.told(exchange);
    else if (role) back.visit(exchange, role);
    else if (!deliveries.visit(exchange)) hops.visit(exchange);
    if (role?.role === 'discovery') logouts.note(exchange);
    if (exchange.outcome.kind === 'redirected') deliveries.location(exchange, exchange.outcome.to);
  }
  back.finish();
  return registry.drafts;
}
