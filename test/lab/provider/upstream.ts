/** The provider as a client of another one: "Continue with Upstream". A login within a login. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as client from 'openid-client';
import type { BackChannel } from '../back-channel.ts';
import { addCookie, cookieLine, readCookie, redirect, sendHtml } from '../http.ts';
import { upstreamClientId, upstreamSecret } from './clients.ts';
import { errorPage } from './pages.ts';

export interface Upstream {
  /** What people know the other provider by. */
  readonly name: string;
  /** Remembers the sign-in page's transaction and gives the address at the other provider. */
  begin(res: ServerResponse, uid: string): Promise<string>;
  /** Takes the other provider's answer and goes back to the sign-in transaction. */
  callback(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Who signed in over there, once; null when nobody did. */
  userOf(uid: string): string | null;
}

const cookieName = 'upstream_login';

export function upstreamClient(options: {
  readonly issuer: string;
  readonly name: string;
  readonly upstream: string;
  readonly fetch: BackChannel;
}): Upstream {
  const redirectUri = `${options.issuer}/upstream/callback`;
  const pending = new Map<string, { readonly uid: string; readonly verifier: string; readonly nonce: string }>();
  const users = new Map<string, string>();
  let known: Promise<client.Configuration> | null = null;
  const configuration = () => {
    known ??= client.discovery(new URL(options.upstream), upstreamClientId, undefined, client.ClientSecretBasic(upstreamSecret), {
      [client.customFetch]: options.fetch as client.CustomFetch,
    });
    return known;
  };
  return {
    name: options.name,
    async begin(res, uid) {
      const state = client.randomState();
      const verifier = client.randomPKCECodeVerifier();
      const nonce = client.randomNonce();
      pending.set(state, { uid, verifier, nonce });
      addCookie(res, cookieLine(cookieName, state, { path: '/upstream', maxAge: 600 }));
      return client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href;
    },
    async callback(req, res) {
      const state = readCookie(req, cookieName) ?? '';
      const login = pending.get(state);
      pending.delete(state);
      if (!login) return sendHtml(res, 400, errorPage('IdP Example', `The sign-in at ${options.name} is not known here`, {}));
      addCookie(res, cookieLine(cookieName, '', { path: '/upstream', maxAge: 0 }));
      try {
        const tokens = await client.authorizationCodeGrant(await configuration(), new URL(`${options.issuer}${req.url ?? ''}`), {
          expectedState: state,
          expectedNonce: login.nonce,
          pkceCodeVerifier: login.verifier,
        });
        users.set(login.uid, `upstream:${tokens.claims()?.sub ?? ''}`);
      } catch {
        // The user said no over there: the sign-in transaction tells the app.
        users.delete(login.uid);
      }
      redirect(res, `${options.issuer}/interaction/${login.uid}/upstream-done`);
    },
    userOf(uid) {
      const user = users.get(uid) ?? null;
      users.delete(uid);
      return user;
    },
  };
}
