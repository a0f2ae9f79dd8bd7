/** The layer in front of the provider: a proxy that, for one client, does one thing wrong. Everything else passes untouched. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeHeaders, redirect, targetOf } from '../http.ts';
import type { Claims, Site, Tenant, TokenFault } from '../model.ts';
import { withClaims } from './signing.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Which client an address of an answer belongs to: every app has a host or a port of its own. */
function siteOfAnswer(sites: readonly Site[], location: string): Site | null {
  return sites.find((site) => location.startsWith(`${new URL(site.callbackUrl).origin}/`)) ?? null;
}

const detourPath = '/gate';
const ledThrough = 'gate';

/** Through one host after the other, and back to where it began. */
function detourOf({ issuer, ports }: Site, hosts: readonly string[], target: URL): string {
  target.searchParams.set(ledThrough, 'passed');
  return hosts.reduceRight(
    (to, host) => `https://${host}:${ports.tls}${detourPath}?to=${encodeURIComponent(to)}`,
    `${issuer}${target.pathname}${target.search}`,
  );
}

function atAuthorization(req: IncomingMessage, res: ServerResponse, sites: readonly Site[]): boolean {
  const target = targetOf(req);
  const asked = target.searchParams.get('client_id');
  const site = sites.find(({ clientId }) => clientId === asked);
  const fault = site?.scenario.fault;
  if (site && fault?.detour && !target.searchParams.has(ledThrough)) {
    redirect(res, detourOf(site, fault.detour, target));
    return true;
  }
  if (site && fault?.refuse) {
    fault.refuse(res, target, site.ports);
    return true;
  }
  if (fault?.request) {
    fault.request(target);
    req.url = `${target.pathname}${target.search}`;
  }
  return false;
}

function atEndSession(req: IncomingMessage, res: ServerResponse, sites: readonly Site[]): boolean {
  const target = targetOf(req);
  const asked = target.searchParams.get('client_id');
  const fault = sites.find((site) => site.clientId === asked)?.scenario.fault;
  fault?.endSession?.(res, target);
  return fault?.endSession !== undefined;
}

/** `oidc-provider` leaves CORS for registration to a gateway; this is the gateway. True: it was a preflight. */
function allowReading(req: IncomingMessage, res: ServerResponse): boolean {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*');
  if (req.method !== 'OPTIONS') return false;
  res.setHeader('Access-Control-Allow-Methods', 'POST');
  res.setHeader('Access-Control-Allow-Headers', 'content-type');
  res.writeHead(204).end();
  return true;
}

/** Pages of other sites see the headers of an answer that it names, and no others. */
function hideHeaders(res: ServerResponse): void {
  beforeHeaders(res, () => {
    res.removeHeader('Access-Control-Expose-Headers');
    return undefined;
  });
}

async function atToken(res: ServerResponse, { delayMs = 0, status, headers, body }: TokenFault): Promise<boolean> {
  await sleep(delayMs);
  if (status === undefined) return false;
  res.writeHead(status, { 'Content-Type': 'text/plain', ...headers });
  res.end(body ?? 'The token endpoint is out of order.\n');
  return true;
}

/** Answers that are no JSON stay as they are. */
function changeAnswer(res: ServerResponse, change: (answer: Claims) => Claims): void {
  const end = res.end.bind(res);
  res.end = ((...[body]: unknown[]) => {
    let text = typeof body === 'string' || Buffer.isBuffer(body) ? String(body) : '';
    if (String(res.getHeader('content-type')).includes('json')) {
      text = JSON.stringify(change(JSON.parse(text) as Claims));
      res.setHeader('Content-Length', Buffer.byteLength(text));
    }
    return end(text);
  }) as typeof res.end;
}

function inTwoParts(res: ServerResponse, pauseMs: number): void {
  const end = res.end.bind(res);
  res.end = ((...[body]: unknown[]) => {
    const text = String(body);
    res.removeHeader('Content-Length');
    res.write(text.slice(0, text.length / 2));
    setTimeout(() => end(text.slice(text.length / 2)), pauseMs);
    return res;
  }) as typeof res.end;
}

/** Resolves to true when the request was answered here and must not reach the provider. */
export async function providerFront(
  req: IncomingMessage,
  res: ServerResponse,
  sites: readonly Site[],
  tenant: Tenant | undefined,
): Promise<boolean> {
  const { pathname } = targetOf(req);
  const posted = req.method === 'POST';
  beforeHeaders(res, () => {
    const location = res.getHeader('location');
    if (typeof location !== 'string') return undefined;
    const { answer, claims } = siteOfAnswer(sites, location)?.scenario.fault ?? {};
    if (answer) res.setHeader('Location', answer(location));
    if (claims) res.setHeader('Location', withClaims(claims)(location));
    return posted ? tenant?.relaysForms : undefined;
  });
  // The way back is made for GET; where a form was passed on to it, the form is of no account.
  if (posted && tenant?.relaysForms && pathname.startsWith('/auth/')) req.method = 'GET';
  if (pathname.startsWith('/reg') && tenant?.registration && allowReading(req, res)) return true;
  if (pathname === '/session/end' && atEndSession(req, res, sites)) return true;
  if (pathname === '/auth' && atAuthorization(req, res, sites)) return true;
  if (pathname === detourPath) {
    redirect(res, targetOf(req).searchParams.get('to') ?? '/');
    return true;
  }
  if (tenant?.answers && (posted || req.method === 'GET')) {
    const { answers } = tenant;
    if (pathname === '/token' || pathname.startsWith('/.well-known/')) changeAnswer(res, (answer) => answers(pathname, answer));
  }
  if (posted && pathname === '/token' && tenant?.tokenPauseMs) inTwoParts(res, tenant.tokenPauseMs);
  if (tenant?.dpopNonce === 'unreadable') hideHeaders(res);
  if (pathname === '/token' && req.method === 'POST' && tenant?.token) return atToken(res, tenant.token);
  return false;
}
