/** The OpenID Connect part of the server-side app: what `openid-client` does, with the settings a scenario asks for. */
import * as client from 'openid-client';
import type { BackChannel } from '../back-channel.ts';
import type { ServerApp, Site } from '../model.ts';

/** A login that was begun and not finished. */
export interface PendingLogin {
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly verifier: string | undefined;
}

export interface ServerLogin {
  /** A new login and the address (or form) that takes the user to the provider. */
  begin(): Promise<{ readonly pending: PendingLogin; readonly address: string }>;
  /** Checks the answer and redeems it. Gives the user's id. `null` for an answer nobody is waiting for. */
  finish(answer: URL | Request, pending: PendingLogin | null): Promise<string>;
  signOutAddress(user: string | null): Promise<string>;
}

/** Fills a value up to a size with characters that need no encoding. */
export const fill = (bytes: number): string => 'CANARYfiller'.repeat(Math.ceil(bytes / 12)).slice(0, Math.max(0, bytes));

function begun(app: ServerApp): PendingLogin {
  const type = app.responseType ?? 'code';
  const fragmentToken = type !== 'code';
  return {
    state: app.state === false ? undefined : (app.state ?? client.randomState)(),
    // OpenID Connect Core section 3.2.2.1: an ID token from the front channel needs a nonce.
    nonce: (app.nonce ?? true) || fragmentToken ? client.randomNonce() : undefined,
    verifier: (app.pkce ?? true) && type.includes('code') ? client.randomPKCECodeVerifier() : undefined,
  };
}

export function serverLogin(app: ServerApp, site: Site, fetch: BackChannel): ServerLogin {
  const type = app.responseType ?? 'code';
  const implicit = !type.includes('code');
  /** The last ID token of each user: a logout may be asked to show it. */
  const idTokens = new Map<string, string>();
  let known: Promise<client.Configuration> | null = null;
  const configuration = () => {
    const authentication = implicit ? client.None() : client.ClientSecretBasic(app.secret ?? site.secret);
    known ??= client.discovery(new URL(site.issuer), site.clientId, { [client.clockSkew]: app.clockSeconds ?? 0 }, authentication, {
      [client.customFetch]: fetch as client.CustomFetch,
      execute: implicit ? [client.useIdTokenResponseType] : type === 'code id_token' ? [client.useCodeIdTokenResponseType] : [],
    });
    return known;
  };
  return {
    async begin() {
      const config = await configuration();
      const pending = begun(app);
      const parameters: Record<string, string> = { redirect_uri: site.callbackUrl, scope: 'openid profile' };
      if (type === 'id_token token') parameters['response_type'] = type;
      if (pending.state !== undefined) parameters['state'] = pending.state;
      if (pending.nonce !== undefined) parameters['nonce'] = pending.nonce;
      if (app.responseMode) parameters['response_mode'] = app.responseMode;
      if (pending.verifier !== undefined) {
        parameters['code_challenge'] = await client.calculatePKCECodeChallenge(pending.verifier);
        parameters['code_challenge_method'] = 'S256';
      }
      const url =
        app.request === 'pushed'
          ? await client.buildAuthorizationUrlWithPAR(config, parameters)
          : client.buildAuthorizationUrl(config, parameters);
      app.mistake?.(url, site);
      return { pending, address: app.rawMistake ? app.rawMistake(url.href, site) : url.href };
    },
    async finish(answer, pending) {
      const config = await configuration();
      // Nobody waits for this one: whoever takes it all the same has no state to compare.
      const expected: { readonly expectedState?: string | typeof client.skipStateCheck } =
        pending === null ? { expectedState: client.skipStateCheck } : pending.state === undefined ? {} : { expectedState: pending.state };
      if (implicit) return (await client.implicitAuthentication(config, answer, pending?.nonce ?? '', expected)).sub;
      const tokens = await client.authorizationCodeGrant(config, answer, {
        ...expected,
        ...(pending?.nonce === undefined ? {} : { expectedNonce: pending.nonce }),
        ...(pending?.verifier === undefined ? {} : { pkceCodeVerifier: pending.verifier }),
      });
      const user = tokens.claims()?.sub ?? '';
      if (tokens.id_token !== undefined) idTokens.set(user, tokens.id_token);
      return user;
    },
    async signOutAddress(user) {
      const hint = app.logout?.hint ? idTokens.get(user ?? '') : undefined;
      const url = client.buildEndSessionUrl(await configuration(), {
        post_logout_redirect_uri: `${site.origin}/`,
        ...(hint === undefined ? {} : { id_token_hint: hint, state: client.randomState() }),
      });
      app.logout?.mistake?.(url, site);
      return url.href;
    },
  };
}
