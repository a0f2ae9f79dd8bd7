/** What is known about a provider beyond the standards: data to explain with, never to recognize with. */
import type { Owner } from '../../model/finding.ts';
import type { Grade } from '../limits/model.ts';

/** A thing that was read somewhere, on a day. Graded as in limits.ts; M is from memory and printed as "usually" at most. */
export interface Fact<T> {
  readonly is: T;
  readonly grade: Grade;
  /** Title of a document, a thread, or a place in source code; empty when from memory. */
  readonly source: string;
  /** Day it was read, ISO 8601. */
  readonly readOn: string;
}

/** What gives a provider away. All parts that are there have to fit. */
export interface Sign {
  /** `login.example`, or with `*.` any host below it. A sign without hosts is that of a product anybody may run. */
  readonly hosts?: readonly string[];
  /** Path of the authorization endpoint, or of another endpoint where the flow has none. */
  readonly path?: RegExp;
  /** Name of a header of its answers, lower case. */
  readonly header?: string;
  /** Name of a cookie it sets or is sent. */
  readonly cookie?: RegExp;
  /** Path of a later hop at the same server. */
  readonly via?: RegExp;
}

/** How a provider is known to rewrite `state`: names of `read/compare.ts`. */
export type KnownAlteration = 'markup-stripped' | 'plus-to-space';

/** What an error code of its own means. */
export interface ProviderCode {
  readonly owner: Owner;
  /** Completes "The provider refused: ...". */
  readonly reason: string;
  readonly fix: string;
}

/** What a value has to be like. */
export type Demand =
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  /** None of these words is in it. */
  | { readonly kind: 'without'; readonly words: readonly string[] }
  /** The other parameter is not sent as well. */
  | { readonly kind: 'not-with'; readonly other: string }
  | { readonly kind: 'longest'; readonly characters: number }
  /** An https address; http only on `http://localhost` or on loopback addresses, whatever the others are called. */
  | { readonly kind: 'https'; readonly but: 'localhost' | 'loopback' };

/** What an authorization request has to be like there beyond the standards. */
export interface Requirement {
  readonly parameter: string;
  readonly demand: Demand;
  /** Only where a request asks for one of these scopes. */
  readonly forScopes?: readonly string[];
  /** A sentence in which the name of the provider stands. */
  readonly says: string;
  readonly fix: string;
  /** Once it was allowed: the day from which it is not, ISO 8601. */
  readonly retiredOn?: string;
}

export interface ProviderProfile {
  /** Lower case, unique. */
  readonly id: string;
  readonly name: string;
  readonly signs: Fact<readonly Sign[]>;
  /** The setting that lists redirect_uris, and where it stands. Completes "this is set in ...". */
  readonly setting?: Fact<string>;
  /** How a redirect_uri is compared, in a sentence. */
  readonly rule?: Fact<string>;
  /** Whether `http://localhost` may be registered. */
  readonly localhost?: Fact<'allowed' | 'refused'>;
  /** Where a refused redirect_uri shows; on its own page unless this says otherwise. */
  readonly refusesAt?: Fact<'registered-address'>;
  /** How a refresh token is asked for where it is not the scope `offline_access`. Completes "is asked for with ...". */
  readonly refresh?: Fact<string>;
  /** Lifetime of an authorization code, only where a document gives it. */
  readonly codeLifeSeconds?: Fact<number>;
  /** PKCE is for native apps only: a web app can not use it. */
  readonly pkceForNativeOnly?: Fact<true>;
  /** Scopes that make it post the answer, whatever the request says. */
  readonly postsAnswerFor?: Fact<readonly string[]>;
  /** Error codes of its own that mean something else, or nothing, elsewhere. */
  readonly codes?: Fact<Readonly<Record<string, ProviderCode>>>;
  readonly requires?: readonly Fact<Requirement>[];
  readonly altersState?: Fact<readonly KnownAlteration[]>;
}

/** The day of the last review of what stands here; single facts may be older or newer. */
export const reviewedOn = '2026-11-20';

const fact =
  (grade: Grade) =>
  <const T>(is: T, source: string, readOn: string = reviewedOn): Fact<T> => ({ is, grade, source, readOn });

/** A document of the vendor says so. */
export const documented = fact('D');
/** Read in source code or configuration. */
export const inSource = fact('S');
/** Seen by somebody in the field. */
export const reported = fact('F');
export const remembered = <const T>(is: T): Fact<T> => fact('M')(is, '');
