/** Addresses of endpoints beside the login pages, as they were learned. */
export interface Endpoints {
  /** Scheme, host and path. */
  readonly calls: readonly string[];
  readonly others: readonly string[];
}

/** By issuer; by origin where only a token request was seen. The oldest first. */
export type EndpointsByIssuer = Readonly<Record<string, Endpoints>>;
