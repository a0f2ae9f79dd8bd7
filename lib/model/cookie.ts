/** What became of the cookies of one login: where each was set, whether the browser took it, and whether it came where it was due. */
import type { ExchangeId, Gap, SameSite } from './exchange.ts';

/** Why a browser throws a Set-Cookie line away. Closed list. */
export type Refusal =
  | 'too-large'
  | 'control-character'
  | 'host-prefix'
  | 'http-prefix'
  | 'secure-prefix'
  | 'secure-on-http'
  | 'none-without-secure'
  | 'partitioned-without-secure'
  | 'domain-mismatch'
  | 'public-suffix';

/** Why a cookie was not on the request it was due on. Closed list, first that applies. */
export type Withheld =
  | { readonly kind: 'refused'; readonly rule: Refusal }
  | { readonly kind: 'not-stored' } // the jar lacked it right after, no rule tells why
  | { readonly kind: 'overwritten'; readonly by: ExchangeId }
  | { readonly kind: 'deleted'; readonly by: ExchangeId }
  | { readonly kind: 'expired' }
  | { readonly kind: 'container' }
  | { readonly kind: 'host' }
  | { readonly kind: 'path' }
  | { readonly kind: 'path-case' }
  | { readonly kind: 'scheme' }
  | { readonly kind: 'strict' }
  | { readonly kind: 'lax-post' }
  | { readonly kind: 'lax-frame' }
  | { readonly kind: 'third-party' }
  | { readonly kind: 'unexplained' };

/** What the browser did with the line that set it. `fits`: no rule speaks against it, and the jar was not asked. */
export type Taken = 'kept' | 'fits' | 'refused' | 'not-stored';

/** `not-due`: nothing was recorded that it belongs to. */
export type Fate = 'sent' | 'other-value' | 'missing' | 'not-due';

export interface CookieLine {
  readonly name: string;
  /** `pending`: set on the way out, keeps the login that is under way. `session`: set with the answer, keeps the user signed in. */
  readonly keeps: 'pending' | 'session';
  readonly setBy: ExchangeId;
  readonly host: string;
  /** Epoch milliseconds. */
  readonly setAt: number;
  readonly sameSite: SameSite;
  readonly taken: Taken;
  readonly refusal: Refusal | null;
  /** The callback, or the first page behind it. */
  readonly due: ExchangeId | null;
  readonly fate: Fate;
  readonly withheld: Withheld | null;
  /** From being set to the request it was due on, milliseconds. */
  readonly ageMs: number | null;
  /** The request it was due on: what the SameSite rules look at. */
  readonly arrival: { readonly post: boolean; readonly crossSite: boolean; readonly secure: boolean } | null;
  /** The lack of it can be why the login failed. */
  readonly culprit: boolean;
}

/** A cookie that was split, and the numbers of the pieces. */
export interface TornCookie {
  readonly family: string;
  readonly at: ExchangeId;
  readonly have: readonly number[];
  readonly missing: readonly number[];
}

/** Cookies that each attempt leaves behind, at each attempt that was recorded. */
export interface GrowingFamily {
  readonly family: string;
  readonly attempts: readonly { readonly at: ExchangeId; readonly count: number; readonly bytes: number }[];
}

export type CookieTale =
  | {
      readonly kind: 'told';
      readonly lines: readonly CookieLine[];
      readonly torn: readonly TornCookie[];
      readonly growing: readonly GrowingFamily[];
      /** What could not be seen of it. */
      readonly gaps: readonly Gap[];
    }
  /** No cookie of the app has to do with it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden'; readonly why: Gap };
