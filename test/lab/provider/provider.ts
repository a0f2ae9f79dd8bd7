/** A real OpenID provider (`oidc-provider`) with a sign-in page of the lab's own. */
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { type Handler, sendHtml, targetOf } from '../http.ts';
import type { Site, Tenant } from '../model.ts';
import { escapeHtml, page } from '../page.ts';
import { memoryAdapters } from './adapter.ts';
import { devicePages } from './device.ts';
import { providerFront } from './front.ts';
import { interactionPages } from './interaction.ts';
import { errorPage } from './pages.ts';
import { signingKey } from './signing.ts';
import type { Upstream } from './upstream.ts';

export interface ProviderOptions {
  readonly issuer: string;
  readonly name: string;
  readonly clients: readonly ClientMetadata[];
  /** Clients that live in the lab, with their faults. */
  readonly sites: readonly Site[];
  readonly tenant?: Tenant;
  readonly upstream: Upstream | null;
}

export interface RunningProvider {
  readonly handler: Handler;
  /** A code for somebody else's account, as that person would get it. */
  strangersCode(site: Site): Promise<string>;
}

const minute = 60;
const hour = 60 * minute;

function settings({ name, clients, sites, tenant = {} }: ProviderOptions): Configuration {
  const siteOf = (id: string) => sites.find((site) => site.clientId === id);
  const longSameSite = tenant.session ?? 'none';
  return {
    adapter: memoryAdapters(),
    clients: [...clients],
    jwks: { keys: [signingKey] },
    cookies: {
      keys: ['CANARY-cookie-signing-key'],
      // The session must travel into frames for silent renewal; sign-in pages never need to.
      long: { httpOnly: true, signed: true, sameSite: longSameSite },
      short: { httpOnly: true, signed: true, sameSite: 'lax' },
    },
    scopes: ['openid', 'offline_access', 'profile', 'email', 'admin'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    responseTypes: ['code', 'id_token', 'code id_token', 'id_token token'],
    pkce: {
      required: (_ctx, client) => siteOf(client.clientId)?.scenario.registration?.requirePkce ?? false,
    },
    // The library accepts posted requests only where the session cookie comes along with them.
    enableHttpPostMethods: longSameSite === 'none',
    features: {
      devInteractions: { enabled: false },
      requestObjects: { enabled: tenant.requestObjects ?? false },
      dPoP: tenant.dpopNonce ? { enabled: true, nonceSecret: Buffer.alloc(32, 'CANARY'), requireNonce: () => true } : { enabled: true },
      ...(tenant.devices ? { deviceFlow: { enabled: true, ...devicePages(name) } } : {}),
      registration: { enabled: tenant.registration !== undefined, initialAccessToken: tenant.registration === 'protected' },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          // Whoever shows the ID token is not asked, as most providers have it.
          const sure = ctx.oidc.params?.['id_token_hint'] !== undefined;
          const head = sure ? `<script>addEventListener('load', () => document.getElementById('sign-out').click())</script>` : '';
          const body = `${form}<p class="row"><button id="sign-out" class="first" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></p>`;
          ctx.body = page({ title: 'Sign out?', site: name, head, body });
        },
        postLogoutSuccessSource: async (ctx) => {
          const addresses = sites.flatMap((site) => tenant.logoutFrames?.(site) ?? []);
          const body = addresses.map((address) => `<iframe src="${escapeHtml(address)}" width="1" height="1"></iframe>`).join('');
          ctx.body = page({ title: 'You are signed out', site: name, outcome: 'signed-out', body });
        },
      },
    },
    ...(tenant.tokenPath ? { routes: { token: tenant.tokenPath } } : {}),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    clientBasedCORS: (_ctx, origin, client) =>
      (siteOf(client.clientId)?.scenario.registration?.cors ?? true) &&
      [siteOf(client.clientId)?.origin, ...(client.redirectUris ?? []).map((uri) => new URL(uri).origin)].includes(origin),
    findAccount: async (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: `CANARY name of ${id}`, email: `CANARY-${id}@users.example` }),
    }),
    renderError: async (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(name, 'This login can not go on', { ...out });
    },
    ttl: {
      AccessToken: () => tenant.accessSeconds ?? hour,
      AuthorizationCode: () => tenant.codeSeconds ?? minute,
      DeviceCode: () => hour,
      Grant: () => hour,
      IdToken: () => hour,
      Interaction: () => hour,
      RefreshToken: () => hour,
      Session: () => hour,
    },
  };
}

export function startProvider(options: ProviderOptions): RunningProvider {
  const provider = new Provider(options.issuer, settings(options));
  const callback = provider.callback();
  const pages = interactionPages({
    provider,
    name: options.name,
    upstream: options.upstream,
    headers: { 'Content-Security-Policy': options.tenant?.policy ?? "frame-ancestors 'none'", ...options.tenant?.headers },
    consents: options.tenant?.relaysForms !== undefined,
  });
  return {
    handler: async (req, res) => {
      const { pathname } = targetOf(req);
      if (await providerFront(req, res, options.sites, options.tenant)) return;
      if (pathname.startsWith('/interaction/')) return pages(req, res);
      if (pathname === '/upstream/callback' && options.upstream) return options.upstream.callback(req, res);
      if (pathname === '/')
        return sendHtml(res, 200, page({ title: options.name, site: 'Identity provider', body: '<p>People sign in here.</p>' }));
      await callback(req, res);
    },
    strangersCode: async (site) => {
      const client = await provider.Client.find(site.clientId);
      if (!client) throw new Error(`The provider does not know the client ${site.clientId}.`);
      const accountId = 'CANARY-mallory';
      const grant = new provider.Grant({ accountId, clientId: site.clientId });
      grant.addOIDCScope('openid');
      const grantId = await grant.save();
      const code = new provider.AuthorizationCode({
        client,
        accountId,
        grantId,
        redirectUri: site.callbackUrl,
        scope: 'openid',
        gty: 'authorization_code',
        authTime: Math.floor(Date.now() / 1000),
      });
      return code.save();
    },
  };
}
