/** What the server says about itself: RFC 8414, OpenID Connect Discovery. */
import type { Exchange } from '../model/exchange.ts';
import { jsonOf } from '../read/body.ts';
import type { JsonObject } from '../read/json.ts';
import { exchangeOf, observed, type Scene } from './scene.ts';

export interface MetadataDocument {
  readonly exchange: Exchange;
  readonly document: JsonObject;
}

export interface Metadata {
  /** The documents that served this flow and can be read, as they came. There may be two: OpenID's and OAuth's. */
  readonly documents: readonly MetadataDocument[];
  /** One came that the capture does not show. */
  readonly hidden: boolean;
}

export const metadataOf: (scene: Scene) => Metadata = observed((scene) => {
  const documents: MetadataDocument[] = [];
  let hidden = false;
  for (const id of scene.flow.metadata) {
    const exchange = exchangeOf(scene, id);
    if (exchange?.outcome.kind !== 'answered' || exchange.outcome.status >= 300) continue;
    const document = jsonOf(exchange.outcome.body);
    if (document) documents.push({ exchange, document });
    else if (!exchange.outcome.body.seen) hidden = true;
  }
  return { documents, hidden };
});

/** The first that can be read; null when there is none. */
export function metadataDocument(scene: Scene): JsonObject | null {
  return metadataOf(scene).documents[0]?.document ?? null;
}
