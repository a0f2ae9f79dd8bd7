/** What became of the cookies of a login. `keeps` is which login they keep: the one under way (pending) or the user's (session). */
import type { CookieLine, Refusal } from '../../model/cookie.ts';
import { numberWords, plural } from '../numbers.ts';
import { section } from '../speaking.ts';

type Keeps = CookieLine['keeps'];

const refusals: Readonly<Record<Refusal, string>> = {
  'too-large': 'name and value exceed 4,096 bytes',
  'control-character': 'it contains a control character',
  'host-prefix': '__Host- asks for Secure, Path=/ and no Domain',
  'secure-prefix': '__Secure- asks for Secure',
  'http-prefix': '__Http- asks for HttpOnly',
  'secure-on-http': 'Secure on an http:// address',
  'none-without-secure': 'SameSite=None asks for Secure',
  'partitioned-without-secure': 'Partitioned asks for Secure',
  'domain-mismatch': 'its Domain is not this host’s',
  'public-suffix': 'its Domain is a public suffix',
};

const due = { pending: 'the callback', session: 'the next page' } as const;
const came = { pending: 'the answer is', session: 'the page was reached by' } as const;
const numbers = (list: readonly number[]) => (list.length === 0 ? 'none' : `number ${list.join(', ')}`);

export const cookieTale = section('cookieTale', {
  refusals,
  anyRule: 'it breaks a rule of the browser',
  noSameSite: 'no SameSite, which counts as Lax after two minutes',
  underASecond: 'less than a second',
  /** `age`: `3 min`. */
  later: (age: string) => `${age} later`,

  set: (host: string, clock: string | null) => `set by ${host}${clock === null ? '' : ` at ${clock}`}`,
  kept: (set: string) => `${set}, kept`,
  refused: (set: string, why: string) => `${set}, refused: ${why}`,
  notKept: (set: string) => `${set}, not kept by the browser`,

  sent: (set: string, keeps: Keeps) => `${set}; sent with ${due[keeps]}`,
  notDue: (set: string, keeps: Keeps) => `${set}; ${due[keeps]} was not recorded`,
  otherValue: (set: string, keeps: Keeps, why: string | null) =>
    `${set}; came with another value at ${due[keeps]}${why === null ? '' : `: ${why}`}`,
  notSent: (set: string, keeps: Keeps, why: string) => `${set}; not sent with ${due[keeps]}: ${why}`,
  didNotCome: (set: string, keeps: Keeps) => `${set}; so it did not come with ${due[keeps]}`,

  wasRefused: 'the browser had refused it',
  wasNotKept: 'the browser had not kept it',
  overwritten: (hop: string) => `overwritten by ${hop}`,
  deleted: (hop: string) => `deleted by ${hop}`,
  expired: (keeps: Keeps, later: string | null) =>
    `it had expired${later === null ? '' : `; ${keeps === 'pending' ? 'the answer' : 'the page'} came ${later}`}`,
  container: (keeps: Keeps) => `${due[keeps]} came in another container or window`,
  host: (keeps: Keeps) => `it belongs to another host than ${due[keeps]}`,
  path: (keeps: Keeps) => `its path does not cover ${due[keeps]}`,
  pathCase: (keeps: Keeps) => `its path is written in another case than ${due[keeps]}`,
  scheme: (keeps: Keeps) => `it is Secure, and ${due[keeps]} came over http`,
  strict: (keeps: Keeps) => `SameSite=Strict, and ${came[keeps]} a request from another site`,
  laxPost: (sameSite: string, keeps: Keeps, later: string | null) =>
    `${sameSite}, and ${came[keeps]} a POST from another site${later === null ? '' : ` ${later}`}`,
  laxFrame: (sameSite: string, keeps: Keeps) => `${sameSite}, and ${due[keeps]} is in a frame on another site`,
  thirdParty: (keeps: Keeps) => `${due[keeps]} is in a frame on another site, where the browser keeps cookies back`,
  unexplained: 'no rule of the browser explains it; an extension, a privacy setting or a proxy may have removed it',

  torn: (name: string, hop: string, have: readonly number[], missing: readonly number[]) =>
    `${name}…: split over several cookies; at ${hop} there ${have.length === 1 ? 'is' : 'are'} ${numbers(have)}, and ${numbers(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
  pile: (count: number, bytes: number) => `${count} (${numberWords(bytes)} bytes)`,
  growing: (stem: string, attempts: number, piles: string) =>
    `${stem}*: every login leaves one of its own; ${attempts === 1 ? 'at this attempt' : `over ${attempts} attempts`}: ${piles}`,

  none: 'no cookies',
  notRecorded: 'cookies not recorded',
  count: (count: number) => plural(count, 'cookie', 'cookies'),
  countNotTaken: (count: number) => `${count} not taken`,
  countNotSent: (count: number) => `${count} not sent`,
  countOtherValue: (count: number) => `${count} with another value`,
  piecesMissing: 'pieces missing',
});
