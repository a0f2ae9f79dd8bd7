import type { Exchange } from '../../model/exchange.ts';
import type { Place } from '../../model/place.ts';
import { withRole } from '../../observe/scene.ts';
import { basicUser } from '../../read/basic.ts';
import { asParameters, formOf, jsonOf } from '../../read/body.ts';
import { first } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { isDevelopmentHost } from '../../read/site.ts';
import { addressOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const clientSecretExposed = defineCheck({
  id: 'client-secret-exposed',
  category: 'request',
  kind: 'leak',
  tier: 'core',
  title: 'Client secret travels through the browser',
  severity: 'error',
  rank: 171,
  owner: 'app',
  flows: ['login', 'silent', 'tokens', 'device', 'logout'],
  cites: [
    { spec: 'RFC6749', section: '10.1', level: 'MUST' },
    { spec: 'BrowserApps', section: '' },
  ],
  needs: [],
  messages: {
    url: {
      title: 'The client secret stands in a web address',
      plain: 'The app’s own password is visible in the address bar, so anyone can pretend to be this app.',
      text: '`{name}` is a parameter of a URL that goes through the browser. It is in histories, logs and Referer headers now.',
      fix: 'Revoke this secret now. Take it out of the front channel: a browser app is a public client and uses PKCE without a secret; a server sends it from server to server.',
    },
    page: {
      title: 'The page itself sends the client secret',
      plain: 'The app’s own password is part of the web page, so anyone can pretend to be this app.',
      text: 'A script in the browser sends `{name}` to the provider. Everyone who opens the page can read it.',
      fix: 'Revoke this secret now. Register the app as a public client (PKCE, no secret), or let a server redeem the code.',
    },
    basic: {
      title: 'The page itself sends the client’s credentials',
      plain: 'The app’s own password is part of the web page, so anyone can pretend to be this app.',
      text: 'A script in the browser authenticates as the client with HTTP Basic. Everyone who opens the page can read the secret.',
      fix: 'Revoke this secret now. Register the app as a public client (PKCE, no secret), or let a server redeem the code.',
    },
  },
  // POST /token from a page: grant_type=authorization_code&client_secret=...
  inspect(_, scene) {
    const steps = scene.steps.filter((step) => step.role !== 'resource' && step.role !== 'preflight');
    if (steps.length === 0) return inapplicable;
    let unknown = false;
    let redacted = false;
    for (const { exchange } of steps) {
      const { url } = exchange.request;
      const named = ['client_secret', 'client_assertion'].map((name) => first(readUrl(url).query, name)).find((p) => p !== null);
      // A server-to-server call may carry it anywhere; what a browser navigates to may not.
      const navigated = exchange.where.kind !== 'fetch' && (exchange.where.fromBrowser || exchange.where.kind !== 'unknown');
      if (named && navigated) {
        if (!isPlaceholder(named.value)) return fail('url', [at(exchange, `request.query.${named.name}`)], { data: { name: named.name } });
        redacted = true;
      } else if (named && exchange.where.kind !== 'fetch') unknown = true;
      const location = exchange.outcome.kind === 'redirected' ? first(readUrl(exchange.outcome.to).query, 'client_secret') : null;
      if (location && !isPlaceholder(location.value))
        return fail('url', [at(exchange, 'response.location.query.client_secret')], { data: { name: 'client_secret' } });
    }
    for (const exchange of withRole(scene, 'token-request', 'pushed-request', 'introspection', 'revocation', 'device-authorization')) {
      const secret = secretIn(exchange);
      const user = basicUser(exchange);
      if (!secret && user === null) continue;
      if (!exchange.where.fromBrowser || exchange.where.kind !== 'fetch') {
        unknown ||= !exchange.where.fromBrowser;
        continue;
      }
      // Consoles and playgrounds on a developer's own machine show it on purpose.
      const page = addressOf(exchange.request.initiator ?? '')?.host;
      const options = page && isDevelopmentHost(page) ? { severity: 'warning' as const } : {};
      if (secret && !isPlaceholder(secret.value))
        return fail('page', [at(exchange, secret.place)], { ...options, data: { name: 'client_secret' } });
      redacted ||= secret !== null;
      // The user part of Basic is the client: otherwise it protects the site, not the client.
      if (user !== null && (scene.flow.clientId === null || user === scene.flow.clientId))
        return fail('basic', [at(exchange, 'request.header.authorization')], options);
    }
    if (unknown) return inconclusive('browser-unknown');
    return redacted ? inconclusive('redacted-input') : pass;
  },
});

function secretIn({ request }: Exchange): { readonly value: string; readonly place: Place } | null {
  const places = [
    ['request.form.client_secret', formOf(request.body)],
    ['request.body', asParameters(jsonOf(request.body))],
    ['request.query.client_secret', readUrl(request.url).query],
  ] as const;
  for (const [place, list] of places) {
    const found = first(list, 'client_secret');
    if (found) return { value: found.value, place };
  }
  return null;
}
