declare const redacted: unique symbol;

/** Only `lib/redact` can make one. Exporters and reports accept nothing else. */
export type Redacted<T> = T & { readonly [redacted]: true };
