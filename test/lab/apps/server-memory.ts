/** What the server-side app keeps about its visitors: pending logins and sessions, by cookies. */

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addCookie, type CookieOptions, cookieLine, readCookie } from '../http.ts';
import type { ServerApp, World } from '../model.ts';
import { fill, type PendingLogin } from './server-login.ts';

export interface ServerMemory {
  keepLogin(res: ServerResponse, login: PendingLogin): void;
  /** The login this browser is waiting for, and forgets it. Null when the cookie is missing or unknown. */
  takeLogin(req: IncomingMessage, res: ServerResponse, state: string | null): PendingLogin | null;
  keepSession(res: ServerResponse, user: string): void;
  /** Who is signed in, null when nobody is. */
  userOf(req: IncomingMessage): string | null;
  endSession(req: IncomingMessage, res: ServerResponse): void;
}

/** Padding goes behind the id, so that the id alone finds the entry again. */
const idOf = (value: string | null): string => (value ?? '').split('.')[0] ?? '';

export function serverMemory(app: ServerApp, secure: boolean, world: World): ServerMemory {
  const logins = new Map<string, PendingLogin>();
  const sessions = new Map<string, string>();
  world.onReset(() => {
    logins.clear();
    sessions.clear();
  });
  const { name: loginName = 'login_state', perLogin = false, bytes: loginBytes = 0, ...loginOptions } = app.transaction ?? {};
  const session = app.session === false ? {} : (app.session ?? {});
  const { name: sessionName = 'app_session', bytes: sessionBytes = 0, forgets = false, ...sessionOptions } = session;
  const nameFor = (state: string | null | undefined) => (perLogin ? `${loginName}.${state ?? ''}` : loginName);
  const line = (name: string, id: string, bytes: number, options: CookieOptions) => {
    const padding = bytes - name.length - id.length - 1;
    return cookieLine(name, padding > 0 ? `${id}.${fill(padding)}` : id, { secure, ...options });
  };
  const expired = (name: string, options: CookieOptions) => cookieLine(name, '', { secure, ...options, maxAge: 0 });
  return {
    keepLogin(res, login) {
      const id = randomUUID();
      logins.set(id, login);
      addCookie(res, line(nameFor(login.state), id, loginBytes, loginOptions));
    },
    takeLogin(req, res, state) {
      const name = nameFor(state);
      const id = idOf(readCookie(req, name));
      const login = logins.get(id) ?? null;
      logins.delete(id);
      if (login) addCookie(res, expired(name, loginOptions));
      return login;
    },
    keepSession(res, user) {
      if (app.session === false) return;
      const id = randomUUID();
      if (!forgets) sessions.set(id, user);
      addCookie(res, line(sessionName, id, sessionBytes, sessionOptions));
    },
    userOf: (req) => sessions.get(idOf(readCookie(req, sessionName))) ?? null,
    endSession(req, res) {
      sessions.delete(idOf(readCookie(req, sessionName)));
      addCookie(res, expired(sessionName, sessionOptions));
    },
  };
}
