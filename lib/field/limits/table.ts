/**
 * Default size limits, in bytes. Operators change them, so a verdict says "over the default of X", never "X refused it", unless
 * the answer is X's own. docs/limits.md is printed from this table; `npm run limits` runs the servers that can be run and compares.
 */
import { appServers } from './app-servers.ts';
import { edges } from './edges.ts';
import type { Answer, ProtocolLimits, ServerLimits } from './model.ts';
import { proxies } from './proxies.ts';
import { webServers } from './web-servers.ts';

/** What stands in front comes first: where two signs are on an answer, the edge put its own over the other's. */
export const serverLimits: readonly ServerLimits[] = [...edges, ...proxies, ...webServers, ...appServers];

type Find = (name: string) => string | null;

/** The server whose own headers an answer carries, null when it does not say. */
export function identifyServer(find: Find): ServerLimits | null {
  return (
    serverLimits.find(({ tells }) =>
      tells.some(({ header, pattern }) => {
        const value = find(header);
        return value !== null && pattern.test(value);
      }),
    ) ?? null
  );
}

export function serverById(id: string): ServerLimits | null {
  return serverLimits.find((server) => server.id === id) ?? null;
}

/** Its limits over a protocol; null when it does not speak it. */
export function limitsOver(server: ServerLimits, protocol: 'h1' | 'h2'): ProtocolLimits | null {
  return protocol === 'h1' ? server.h1 : server.h2 === undefined ? server.h1 : server.h2;
}

/** Everything it answers when any limit of a request is passed. */
export function answersOf(server: ServerLimits): ReadonlySet<Answer> {
  return new Set(
    (['h1', 'h2'] as const).flatMap((protocol) => Object.values(limitsOver(server, protocol)?.answers ?? {}).flatMap((list) => list ?? [])),
  );
}
