/** What the user lets Roundtrip see. The browser keeps it, and enforces most of it. */
export interface Access {
  /** Match patterns as the browser has them: `*://*.shop.example/*`. None: nothing is seen. */
  readonly sites: readonly string[];
  /** The cookie jar may be read, for the same sites. */
  readonly cookies: boolean;
}

export const noAccess: Access = { sites: [], cookies: false };
