/** What the server says about itself. */
import { jsonOf } from '../read/body.ts';
import type { JsonObject } from '../read/json.ts';
import { exchangeOf, observed, type Scene } from './scene.ts';

/** The metadata document that served this flow (RFC 8414, OpenID Connect Discovery); null when none was seen. */
export const metadataOf: (scene: Scene) => JsonObject | null = observed((scene) => {
  for (const id of scene.flow.metadata) {
    const outcome = exchangeOf(scene, id)?.outcome;
    const document = outcome?.kind === 'answered' && outcome.status < 300 ? jsonOf(outcome.body) : null;
    if (document) return document;
  }
  return null;
});
