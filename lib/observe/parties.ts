/** Whose sites take part in a login: nobody there is a third party (guard G22). */

import { siteOf } from '../read/site.ts';
import { exchangeOf, observed, type Scene } from './scene.ts';
import { inside } from './tables.ts';
import { tokenCalls } from './token-calls.ts';
import { tokenUses } from './token-uses.ts';

/** Sites of the app, the provider, a login around or inside this one, and every API that was shown a token. */
export const partySites: (scene: Scene) => ReadonlySet<string> = observed((scene) => {
  const { flow, stage } = scene;
  const outer = flow.parent === null ? undefined : stage.flowById.get(flow.parent);
  const related = [...(outer ? [outer] : []), flow, ...inside(stage, flow.id)];
  const urls = [
    flow.request?.redirectUri ?? null,
    flow.response?.target ?? null,
    exchangeOf(scene, flow.response?.callback)?.request.url ?? null,
    ...related.flatMap((other) => [other.parties.client, other.parties.provider, ...other.serverOrigins]),
    ...tokenUses(scene).uses.map(({ exchange }) => exchange.request.url),
    ...tokenCalls(scene).map(({ exchange }) => exchange.request.url),
  ];
  return new Set(urls.flatMap((url) => siteOf(url) ?? []));
});
