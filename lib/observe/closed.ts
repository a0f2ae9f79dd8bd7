/** A login that ended because its window was closed. */

import type { Exchange } from '../model/exchange.ts';
import { isCustomScheme, isExtensionRedirect, isPseudoRedirect } from '../read/redirect.ts';
import { observed, type Scene, withRole } from './scene.ts';
import { inTab } from './tables.ts';

export interface ClosedEarly {
  /** The provider's page that was open. */
  readonly exchange: Exchange;
  /** A window that a page of the app had opened for it. */
  readonly popup: boolean;
  /** The page behind it went on at once: it may have got its answer in a way nobody sees. */
  readonly wentOn: boolean;
}

/** What a page does with a message from its window, it does at once. */
const reactsWithinMs = 3_000;

/** Null when the answer came, or nobody closed anything. */
export const closedEarly: (scene: Scene) => ClosedEarly | null = observed((scene) => {
  const { flow, stage } = scene;
  if (flow.response || flow.bareCallback || flow.tokens.length > 0) return null;
  // What leads to a program, an extension or another window is no request that could be seen.
  const target = flow.request?.redirectUri ?? '';
  if (isCustomScheme(target) || isPseudoRedirect(target) || isExtensionRedirect(target)) return null;
  if (flow.request?.responseMode === 'web_message') return null;
  const last = withRole(scene, 'authorization-request', 'provider', 'nested', 'foreign').findLast((e) => e.where.kind === 'page');
  const closedAt = last?.navigation?.closedAt;
  if (!last || closedAt === undefined) return null;
  const { opener, tab } = last.where;
  const popup = opener !== null && opener !== tab;
  const wentOn = popup && inTab(stage, opener).some((e) => Math.abs(e.startedAt - closedAt) <= reactsWithinMs);
  return { exchange: last, popup, wentOn };
});
