import type { Handler } from '../http.ts';
import type { Site, World } from '../model.ts';
import { deviceApp } from './device-app.ts';
import { expressApp } from './express-app.ts';
import { serverApp } from './server-app.ts';
import { spaApp } from './spa-app.ts';

/** The app of a site, behind its faulty layer when the scenario has one. */
export function startApp(site: Site, world: World): Handler {
  const { app, appFault } = site.scenario;
  const handler = handlerOf(site, world);
  const fault = appFault?.(site, world);
  if (!fault) return handler;
  return (req, res) => (fault(req, res) ? undefined : handler(req, res));

  function handlerOf(of: Site, within: World): Handler {
    switch (app.kind) {
      case 'server':
        return serverApp(app, of, within);
      case 'express':
        return expressApp(app, of, within);
      case 'spa':
        return spaApp(app, of);
      case 'device':
        return deviceApp(of);
      case 'plain':
        return app.pages;
    }
  }
}
