/** Which provider it is, as far as addresses and names of headers and cookies tell. */
import { consumer } from './consumer.ts';
import { hosted } from './hosted.ts';
import { microsoft } from './microsoft.ts';
import type { ProviderProfile, Sign } from './profile.ts';
import { selfHosted } from './self-hosted.ts';
import { work } from './work.ts';

export const profiles: readonly ProviderProfile[] = [...consumer, ...microsoft, ...work, ...hosted, ...selfHosted];

export interface ProviderFacts {
  /** Lower case, without a port. */
  readonly host: string;
  /** Path of the authorization request, or of another request to the server where the flow has none. */
  readonly path: string;
  /** Names of headers of the server's answers, lower case. */
  readonly headers: ReadonlySet<string>;
  /** Names of cookies it set or was sent. */
  readonly cookies: readonly string[];
  /** Paths of later hops at the same host. */
  readonly later: readonly string[];
}

const isHost = (host: string, pattern: string) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern);

function fits({ hosts, path, header, cookie, via }: Sign, facts: ProviderFacts): boolean {
  return (
    (hosts === undefined || hosts.some((pattern) => isHost(facts.host, pattern))) &&
    (path === undefined || path.test(facts.path)) &&
    (header === undefined || facts.headers.has(header)) &&
    (cookie === undefined || facts.cookies.some((name) => cookie.test(name))) &&
    (via === undefined || facts.later.some((later) => via.test(later)))
  );
}

/** A vendor's own host says more than a path that others may have as well. Null when nothing fits, or more than one. */
export function profileOf(facts: ProviderFacts): ProviderProfile | null {
  const fitting = (byHost: boolean) =>
    profiles.filter(({ signs }) => signs.is.some((sign) => (sign.hosts !== undefined) === byHost && fits(sign, facts)));
  const own = fitting(true);
  const [only, ...others] = own.length > 0 ? own : fitting(false);
  return only !== undefined && others.length === 0 ? only : null;
}
