/** A server-side web app. Its OpenID Connect is the library's; cookies, pages and what goes wrong with them are its own. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as client from 'openid-client';
import { addCookie, cookieLine, type Handler, readForm, redirect, send, sendHtml, targetOf } from '../http.ts';
import type { ServerApp, Site, World } from '../model.ts';
import { basket } from './basket.ts';
import { pageWorker, pageWorkerPath } from './page-worker.ts';
import { type ServerLogin, serverLogin } from './server-login.ts';
import { serverMemory } from './server-memory.ts';
import * as pages from './server-pages.ts';

/** An app that goes round in circles gives up here. */
const rounds = 4;

/** The answer as the library wants it: a URL, or a request with a form. */
function answerFrom(site: Site, req: IncomingMessage, form: URLSearchParams | null, behindHash: boolean): URL | Request {
  const url = new URL(site.callbackUrl);
  if (form === null) {
    url.search = targetOf(req).search;
    return url;
  }
  if (behindHash) {
    url.hash = form.toString();
    return url;
  }
  return new Request(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form.toString() });
}

interface Failure {
  readonly status: number;
  readonly title: string;
  readonly reason: string;
}

/** Who refused, in the words of the library. */
function failureOf(error: unknown): Failure | 'denied' {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'denied';
    return { status: 400, title: 'The provider refused the login', reason: `${error.error}: ${error.error_description ?? ''}` };
  }
  if (error instanceof client.ResponseBodyError)
    return { status: 500, title: 'The code could not be redeemed', reason: `${error.error}: ${error.error_description ?? ''}` };
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  const reason = `${error instanceof Error ? error.message : String(error)}${cause}`;
  const foreign = error instanceof client.ClientError && error.code !== 'OAUTH_RESPONSE_IS_NOT_CONFORM';
  return foreign || /state|nonce|response parameter/i.test(reason)
    ? { status: 400, title: 'This answer was refused', reason }
    : { status: 500, title: 'The code could not be redeemed', reason };
}

export function serverApp(app: ServerApp, site: Site, world: World): Handler {
  const login: ServerLogin = serverLogin(app, site, world.fetch);
  const secure = site.origin.startsWith('https:');
  const memory = serverMemory(app, secure, world);
  const callbackPath = new URL(site.callbackUrl).pathname;
  const behindHash = app.responseMode === 'fragment' || (app.responseMode === undefined && (app.responseType ?? 'code') !== 'code');
  let started = 0;
  world.onReset(() => {
    started = 0;
  });

  const begin = async (res: ServerResponse) => {
    started++;
    const { pending, address } = await login.begin();
    memory.keepLogin(res, pending);
    if (app.cacheLogin !== undefined) {
      res.writeHead(302, { Location: address, 'Cache-Control': `max-age=${app.cacheLogin}` });
      return res.end();
    }
    return app.request === 'form' ? sendHtml(res, 200, pages.requestFormPage(site, address)) : redirect(res, address);
  };
  const fail = (res: ServerResponse, { status, title, reason }: Failure) =>
    app.onError === 'address'
      ? redirect(res, `/error?reason=${encodeURIComponent(reason)}`)
      : sendHtml(res, status, pages.failedPage(site, title, reason));
  const welcome = (res: ServerResponse, user: string) => {
    memory.keepSession(res, user);
    if (app.landing === 'page') return sendHtml(res, 200, pages.callbackPage(app, site, world, user));
    if (app.landing === 'interstitial') return sendHtml(res, 200, pages.interstitialPage(site));
    return redirect(res, '/account');
  };
  const callback = async (req: IncomingMessage, res: ServerResponse) => {
    if (app.forgivesReload && memory.userOf(req) !== null) return redirect(res, '/account');
    if (req.method === 'POST' && app.responseMode !== 'form_post')
      return sendHtml(res, 405, pages.failedPage(site, 'Not here', 'POST is not accepted.'));
    if (req.method === 'GET' && app.responseMode === 'form_post')
      return sendHtml(res, 405, pages.failedPage(site, 'Not here', 'The answer must be posted.'));
    const form = req.method === 'POST' ? await readForm(req) : null;
    const state = (form ?? targetOf(req).searchParams).get('state');
    const pending = memory.takeLogin(req, res, state);
    if (pending === null && !app.credulous)
      return fail(res, {
        status: 400,
        title: 'This answer was refused',
        reason: 'No login of this browser is waiting for it: the login cookie did not come.',
      });
    try {
      welcome(res, await login.finish(answerFrom(site, req, form, false), pending));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'denied') sendHtml(res, 200, pages.deniedPage(site));
      else fail(res, failure);
    }
  };
  /** The same for an answer that a script brought from behind the `#`. */
  const handedOver = async (req: IncomingMessage, res: ServerResponse) => {
    const form = await readForm(req);
    const pending = memory.takeLogin(req, res, form.get('state'));
    if (app.tokenCookie !== undefined) addCookie(res, cookieLine(app.tokenCookie, form.get('access_token') ?? '', { httpOnly: false }));
    // The library knows ID tokens and codes; the access token is for the page alone.
    for (const name of ['access_token', 'token_type', 'expires_in', 'scope']) form.delete(name);
    try {
      if (pending === null) throw new Error('No login of this browser is waiting for it: the login cookie did not come.');
      memory.keepSession(res, await login.finish(answerFrom(site, req, form, true), pending));
      res.writeHead(204).end();
    } catch (error) {
      const failure = failureOf(error);
      res.writeHead(400, { 'Content-Type': 'text/plain' }).end(failure === 'denied' ? 'You cancelled.' : failure.reason);
    }
  };
  const account = (req: IncomingMessage, res: ServerResponse) => {
    const user = memory.userOf(req);
    if (user !== null) return sendHtml(res, 200, pages.accountPage(site, user));
    if (app.guard === 'redirect') return redirect(res, '/login');
    if (app.guard !== 'script') return sendHtml(res, 401, pages.strangerPage(site));
    if (started < rounds) return sendHtml(res, 200, pages.bouncePage(site));
    started = 0;
    return sendHtml(res, 200, pages.stoppedPage(site, rounds));
  };
  const logout = async (req: IncomingMessage, res: ServerResponse) => {
    const user = memory.userOf(req);
    memory.endSession(req, res);
    redirect(res, app.logout?.local ? '/' : await login.signOutAddress(user));
  };

  return (req, res) => {
    const { pathname } = targetOf(req);
    if (app.clockSeconds !== undefined) res.setHeader('Date', new Date(Date.now() + app.clockSeconds * 1000).toUTCString());
    switch (pathname) {
      case '/':
        return sendHtml(res, 200, pages.homePage(app, site, memory.userOf(req)));
      case '/login':
        return begin(res).then(() => undefined);
      case callbackPath:
        return behindHash ? sendHtml(res, 200, pages.fragmentPage(app, site)) : callback(req, res);
      case '/callback/answer':
        return handedOver(req, res);
      case '/account':
        return account(req, res);
      case '/logout':
        return logout(req, res);
      case '/forget':
        memory.endSession(req, res);
        return redirect(res, '/');
      case '/error':
        return sendHtml(res, 200, pages.failedPage(site, 'Something went wrong', targetOf(req).searchParams.get('reason') ?? ''));
      case pageWorkerPath:
        return send(res, 200, 'text/javascript', pageWorker(app.worker ?? 'fetches'));
      case '/api/basket':
        return basket(req, res);
      case '/api/me':
        return memory.userOf(req) === null ? begin(res).then(() => undefined) : sendHtml(res, 200, 'ok');
      default:
        return sendHtml(res, 404, pages.failedPage(site, 'There is nothing here', pathname));
    }
  };
}
