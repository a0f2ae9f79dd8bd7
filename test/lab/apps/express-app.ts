/** A server-side web app with `express-openid-connect`: nothing of its login is ours. */
import express, { type NextFunction, type Request, type Response } from 'express';
import { auth } from 'express-openid-connect';
import type { Handler } from '../http.ts';
import type { ExpressApp, Site, World } from '../model.ts';
import { escapeHtml, page, words } from '../page.ts';

interface HttpError {
  readonly status?: number;
  readonly message?: string;
  readonly error?: string;
}

export function expressApp(spec: ExpressApp, site: Site, world: World): Handler {
  const app = express();
  const name = new URL(site.origin).host;
  app.disable('x-powered-by');
  app.use(
    auth({
      baseURL: site.origin,
      issuerBaseURL: site.issuer,
      clientID: site.clientId,
      ...(spec.responseType === 'id_token' ? {} : { clientSecret: site.secret }),
      secret: 'CANARY-secret-of-the-session-cookie',
      authRequired: false,
      idpLogout: true,
      enableTelemetry: false,
      authorizationParams: { response_type: spec.responseType, response_mode: spec.responseMode, scope: 'openid profile' },
      customFetch: world.fetch,
    }),
  );
  app.get('/', (req: Request, res: Response) => {
    const user = req.oidc.user?.['sub'];
    res.send(
      page({
        title: site.scenario.title,
        site: name,
        outcome: user === undefined ? 'signed-out' : 'signed-in',
        body:
          user === undefined
            ? `<p>${words(site.scenario.story)}</p><p class="row"><a id="sign-in" class="button first" href="/login">Sign in</a></p>`
            : `<p>Signed in as <strong id="user">${escapeHtml(String(user))}</strong>.</p><p class="row"><a id="sign-out" class="button" href="/logout">Sign out</a></p>`,
      }),
    );
  });
  // Express knows an error handler by its four parameters.
  app.use((error: HttpError, _req: Request, res: Response, _next: NextFunction) => {
    const denied = error.error === 'access_denied';
    const body = `<p id="reason">${escapeHtml(error.message ?? String(error))}</p>`;
    res
      .status(denied ? 200 : (error.status ?? 500))
      .send(page({ title: denied ? 'You did not sign in' : 'That did not work', site: name, outcome: denied ? 'denied' : 'error', body }));
  });
  return (req, res) => {
    app(req, res);
  };
}
