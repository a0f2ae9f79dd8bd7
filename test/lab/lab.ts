/** The lab: a real provider, a second one, and real clients under many names, all on this computer. */
import { startApp } from './apps/app.ts';
import { backChannel } from './back-channel.ts';
import { makeCertificate } from './certificate.ts';
import {
  adsHost,
  allHosts,
  appDomain,
  evilHost,
  hostsOf,
  providerHost,
  providerIssuer,
  rootHost,
  rootIssuer,
  siteFor,
  tenantHostOf,
  upstreamHost,
  upstreamIssuer,
} from './hosts.ts';
import type { Handler } from './http.ts';
import { freePort, httpServer, type Listener, open, router, tlsServer, untrustedServer } from './listeners.ts';
import type { Lab, Ports, Scenario, Site, World } from './model.ts';
import { findNginx, findOrInstallNginx, type RunningNginx, startNginx } from './nginx.ts';
import { ads, evil } from './others.ts';
import { plain } from './page.ts';
import { playgroundPage } from './playground.ts';
import { registrationOf, registrationUpstream, upstreamRegistration } from './provider/clients.ts';
import { type RunningProvider, startProvider } from './provider/provider.ts';
import { upstreamClient } from './provider/upstream.ts';
import { scenarios as allScenarios } from './scenarios/index.ts';
import { SeenRequests } from './seen.ts';

export interface LabOptions {
  /** The usual ports are 9443 for TLS and 9080 for http; other free ones are taken when these are in use. */
  readonly tlsPort?: number;
  readonly httpPort?: number;
  /** Only these; all unless said otherwise. */
  readonly scenarios?: readonly Scenario[];
}

const noNginx = 'nginx is not installed on this computer; this scenario needs a real one (Debian and Ubuntu: apt-get install nginx-light).';

/** Why a scenario can not be played on this computer, null when it can. */
export function unavailable(scenario: Scenario): string | null {
  return scenario.needs === 'nginx' && findNginx() === null ? noNginx : null;
}

const clientsOf = (sites: readonly Site[]) => sites.map(registrationOf).filter((client) => client !== null);

/** Starts everything. Rejects when a port can not be opened. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const scenarios = options.scenarios ?? allScenarios;
  const certificate = await makeCertificate(allHosts(scenarios));
  const seen = new SeenRequests();
  const handlers = new Map<string, Handler>();
  const forgetful: (() => void)[] = [];
  const listeners: Listener[] = [];
  let nginx: RunningNginx | null = null;
  const close = async () => {
    await Promise.all([...listeners.map((listener) => listener.close()), nginx?.close()]);
  };
  try {
    const answer = router(handlers, seen);
    const listen = async (...args: Parameters<typeof open>) => {
      const listener = await open(...args);
      listeners.push(listener);
      return listener.port;
    };
    const tls = await listen(tlsServer(certificate, answer), options.tlsPort ?? 9443);
    const http = await listen(httpServer(answer), options.httpPort ?? 9080);
    const untrusted = await listen(await untrustedServer(answer));
    const loopback: Record<string, number> = {};
    const local = new Map<string, Handler>();
    for (const scenario of scenarios)
      if (scenario.place === 'loopback') {
        const own: Handler = (req, res) => local.get(scenario.id)?.(req, res);
        const hosts = new Map([
          ['127.0.0.1', own],
          ['localhost', own],
        ]);
        loopback[scenario.id] = await listen(httpServer(router(hosts, seen)));
      }
    const ports: Ports = { tls, http, untrusted, closed: await freePort(), nginx: await freePort(), nginxH2: await freePort(), loopback };
    const binary = scenarios.some((scenario) => scenario.needs === 'nginx') ? findOrInstallNginx() : null;
    if (binary) nginx = await startNginx(binary, { certificate, backend: http, port: ports.nginx, portH2: ports.nginxH2 });

    const sites = new Map(scenarios.map((scenario) => [scenario.id, siteFor(scenario, ports)]));
    const providers = new Map<string, RunningProvider>();
    const fetch = backChannel(certificate.caPem);
    const world: World = {
      ports,
      certificate,
      sites,
      fetch,
      seen,
      onReset: (forget) => forgetful.push(forget),
      strangersCode: async (site) => {
        const provider = providers.get(new URL(site.issuer).hostname);
        if (!provider) throw new Error(`There is no provider at ${site.issuer}.`);
        return provider.strangersCode(site);
      },
    };
    const provide = (host: string, provider: RunningProvider) => {
      providers.set(host, provider);
      handlers.set(host, provider.handler);
    };
    const usual = [...sites.values()].filter((site) => !site.scenario.tenant);
    const issuer = providerIssuer(ports);
    const [upper, root] = [upstreamIssuer(ports), rootIssuer(ports)];
    const upstream = upstreamClient({ issuer, name: 'Upstream', upstream: upper, fetch });
    provide(providerHost, startProvider({ issuer, name: 'IdP Example', clients: clientsOf(usual), sites: usual, upstream }));
    const apps = usual.map(registrationUpstream).filter((client) => client !== null);
    const further = upstreamClient({ issuer: upper, name: 'Root', upstream: root, fetch });
    const upstreamClients = [upstreamRegistration(issuer), ...apps];
    provide(upstreamHost, startProvider({ issuer: upper, name: 'Upstream', clients: upstreamClients, sites: [], upstream: further }));
    provide(rootHost, startProvider({ issuer: root, name: 'Root', clients: [upstreamRegistration(upper)], sites: [], upstream: null }));
    for (const site of sites.values()) {
      const { tenant } = site.scenario;
      if (!tenant) continue;
      const name = `IdP Example, ${plain(site.scenario.title)}`;
      provide(
        tenantHostOf(site.scenario),
        startProvider({ issuer: site.issuer, name, clients: clientsOf([site]), sites: [site], tenant, upstream: null }),
      );
    }
    for (const site of sites.values()) {
      const app = startApp(site, world);
      if (site.scenario.place === 'loopback') local.set(site.scenario.id, app);
      else for (const host of hostsOf(site.scenario)) if (!providers.has(host)) handlers.set(host, app);
      const front = providers.get(tenantHostOf(site.scenario));
      if (front) for (const host of site.scenario.fault?.detour ?? []) handlers.set(host, front.handler);
    }
    handlers.set(adsHost, ads);
    handlers.set(evilHost, evil(world));
    const playground = `https://${appDomain}:${tls}/`;
    const lab: Lab = {
      playground,
      hosts: allHosts(scenarios),
      certificate,
      ports,
      seen,
      site: (id) => {
        const site = sites.get(id);
        if (!site) throw new Error(`The lab has no scenario called ${id}.`);
        return site;
      },
      unavailable,
      reset: () => {
        seen.clear();
        for (const forget of forgetful) forget();
      },
      close,
    };
    handlers.set(appDomain, playgroundPage(scenarios, lab));
    return lab;
  } catch (error) {
    await close();
    throw error;
  }
}
