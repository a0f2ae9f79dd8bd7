/** A single-page app with `oidc-client-ts`. The server only hands out files. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Handler, send, sendHtml, targetOf } from '../http.ts';
import type { Site, SpaApp } from '../model.ts';
import { page, words } from '../page.ts';
import { basket } from './basket.ts';
import { pageWorker, pageWorkerPath, registersWorker } from './page-worker.ts';
import { type SpaSetup, spaClient } from './spa-client.ts';

/** The library's own bundle for browsers, which brings all it needs: `window.oidc`. */
const library = join(dirname(createRequire(import.meta.url).resolve('oidc-client-ts/package.json')), 'dist/browser/oidc-client-ts.min.js');

function settingsOf(app: SpaApp, site: Site): Readonly<Record<string, unknown>> {
  return {
    authority: site.issuer,
    client_id: site.clientId,
    redirect_uri: site.callbackUrl,
    popup_redirect_uri: site.callbackUrl,
    silent_redirect_uri: site.callbackUrl,
    post_logout_redirect_uri: `${site.origin}/`,
    scope: 'openid profile',
    automaticSilentRenew: false,
    silentRequestTimeoutInSeconds: 8,
    ...(typeof app.settings === 'function' ? app.settings(site) : app.settings),
  };
}

function shell(app: SpaApp, site: Site): string {
  const setup: SpaSetup = {
    settings: settingsOf(app, site),
    perTab: app.perTab ?? false,
    onError: app.onError ?? 'show',
    asksForEver: app.asksForEver ?? false,
    callsApi: app.callsApi ?? false,
    keepsAddress: app.keepsAddress ?? false,
    dpop: app.dpop ?? false,
    pushesTo: app.pushes ? `${site.issuer}/request` : null,
    registers: app.registers ? { metadata: app.registers, endpoint: `${site.issuer}/reg` } : null,
    callbackPath: new URL(site.callbackUrl).pathname,
  };
  return page({
    title: site.scenario.title,
    site: new URL(site.origin).host,
    outcome: 'working',
    head: `${app.script === undefined ? '' : `<script>${app.script}</script>\n`}<script src="/oidc.js"></script>
<script type="application/json" id="setup">${JSON.stringify(setup).replaceAll('<', '\\u003c')}</script>
<script src="/app.js" defer></script>${app.worker ? registersWorker : ''}`,
    body: `<p>${words(site.scenario.story)}</p>
<p id="status" role="status">One moment …</p>
<p class="row"><button id="sign-in" class="first">Sign in</button> <button id="popup">Sign in in a popup</button>
<button id="renew">Renew quietly</button> <button id="check">Am I signed in?</button></p>`,
  });
}

export function spaApp(app: SpaApp, site: Site): Handler {
  const html = shell(app, site);
  return (req, res) => {
    switch (targetOf(req).pathname) {
      case '/oidc.js':
        return send(res, 200, 'text/javascript', readFileSync(library));
      case '/app.js':
        return send(res, 200, 'text/javascript', `(${spaClient})();`);
      case pageWorkerPath:
        return send(res, 200, 'text/javascript', pageWorker(app.worker ?? 'fetches'));
      case '/api/basket':
        return basket(req, res);
      default:
        // Every path is the app: that is what the rewrite rule of a static host does.
        return sendHtml(res, 200, html);
    }
  };
}
