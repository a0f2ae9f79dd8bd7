/** Host names and addresses. All names end in `.example`: checks treat `.test` and the like as development hosts. */
import type { Place, Ports, Scenario, Site } from './model.ts';

export const appDomain = 'app.example';
export const providerHost = 'login.idp.example';
export const upstreamHost = 'login.upstream.example';
export const rootHost = 'login.root.example';
export const adsHost = 'ads.example';
export const evilHost = 'evil.example';

export const appHostOf = (scenario: Scenario): string => `${scenario.id}.${appDomain}`;
export const tenantHostOf = (scenario: Scenario): string => (scenario.tenant ? `${scenario.id}.idp.example` : providerHost);

/** `www` stands in front of the app's host; a name with a dot is a host of its own. */
const hostFor = (scenario: Scenario, wish: string | undefined): string =>
  wish === undefined ? appHostOf(scenario) : wish.includes('.') || wish === 'localhost' ? wish : `${wish}.${appHostOf(scenario)}`;

export function hostsOf(scenario: Scenario): string[] {
  const hosts = [
    appHostOf(scenario),
    hostFor(scenario, scenario.startHost),
    hostFor(scenario, scenario.callbackHost),
    tenantHostOf(scenario),
    ...(scenario.fault?.detour ?? []),
  ];
  return hosts.filter((host) => host.endsWith('.example'));
}

export function allHosts(scenarios: readonly Scenario[]): string[] {
  const fixed = [appDomain, `www.${appDomain}`, providerHost, upstreamHost, rootHost, adsHost, evilHost];
  return [...new Set([...fixed, ...scenarios.flatMap(hostsOf)])];
}

function originAt(place: Place, host: string, scenario: Scenario, ports: Ports): string {
  switch (place) {
    case 'https':
      return `https://${host}:${ports.tls}`;
    case 'http':
      return `http://${host}:${ports.http}`;
    case 'nginx':
      return `https://${host}:${ports.nginx}`;
    case 'nginx-h2':
      return `https://${host}:${ports.nginxH2}`;
    case 'untrusted':
      return `https://${host}:${ports.untrusted}`;
    case 'loopback':
      return `http://${host === 'localhost' ? host : '127.0.0.1'}:${ports.loopback[scenario.id] ?? 0}`;
    case 'closed':
      return `http://127.0.0.1:${ports.closed}`;
  }
}

/** Every client has a secret that is easy to find again in a capture. */
const secretOf = (scenario: Scenario): string => `CANARY-client-secret-of-${scenario.id}`;

export function siteFor(scenario: Scenario, ports: Ports): Site {
  const place = scenario.place ?? 'https';
  const callbackOrigin = originAt(scenario.callbackPlace ?? place, hostFor(scenario, scenario.callbackHost), scenario, ports);
  return {
    scenario,
    host: place === 'loopback' ? '127.0.0.1' : appHostOf(scenario),
    origin: originAt(place, hostFor(scenario, scenario.startHost), scenario, ports),
    callbackUrl: `${callbackOrigin}${scenario.callbackPath ?? '/callback'}`,
    clientId: scenario.id,
    secret: secretOf(scenario),
    issuer: `https://${tenantHostOf(scenario)}:${ports.tls}`,
    ports,
  };
}

export const adsOrigin = (ports: Ports): string => `https://${adsHost}:${ports.tls}`;
export const evilOrigin = (ports: Ports): string => `https://${evilHost}:${ports.tls}`;
export const upstreamIssuer = (ports: Ports): string => `https://${upstreamHost}:${ports.tls}`;
export const rootIssuer = (ports: Ports): string => `https://${rootHost}:${ports.tls}`;
export const providerIssuer = (ports: Ports): string => `https://${providerHost}:${ports.tls}`;
