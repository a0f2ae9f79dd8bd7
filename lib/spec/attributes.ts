/** Attributes and name prefixes of cookies, and where they are defined. What each means stands in the catalog of words, section `attributes`. */
import type { Cite } from './specs.ts';

const cookies: Cite = { spec: 'Cookies', section: '' };

export const attributeCites = {
  secure: cookies,
  httpOnly: cookies,
  strict: cookies,
  lax: cookies,
  none: cookies,
  unspecified: cookies,
  domain: cookies,
  hostOnly: cookies,
  path: cookies,
  expires: cookies,
  session: cookies,
  partitioned: { spec: 'Partitioned', section: '' },
  hostPrefix: cookies,
  securePrefix: cookies,
  httpPrefix: cookies,
  hostHttpPrefix: cookies,
} as const satisfies Readonly<Record<string, Cite>>;

export type AttributeName = keyof typeof attributeCites;
