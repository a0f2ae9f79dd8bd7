import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/model/exchange.ts';
import { limitTable } from '../../../lib/session/limit-table.ts';
import { hopSizes, limitLevels, type Measured, serversByHost, sizeScale } from '../../../lib/session/sizes.ts';
import { capture } from '../../build/trace.ts';

const cookie = (bytes: number) => `sid=${'C'.repeat(bytes - 'Cookie: sid='.length)}`;

function exchanges(trace: string, source: 'web-request' | 'har' = 'web-request'): readonly Exchange[] {
  return capture(trace, source).capture.exchanges;
}

function sizes(trace: string, source: 'web-request' | 'har' = 'web-request') {
  const all = exchanges(trace, source);
  const [first] = all;
  if (!first) throw new Error('the trace holds a request');
  const found = hopSizes(first, serversByHost(all).get('app.example') ?? null);
  if (!found) throw new Error('it was asked for');
  return found;
}

const bar = (found: ReturnType<typeof sizes>, of: Measured) => {
  const one = found.bars.find((b) => b.of === of);
  if (!one) throw new Error('there is a bar for everything');
  return one;
};
const names = (list: readonly { readonly server: { readonly id: string } }[]) => list.map(({ server }) => server.id);

describe('sizes of a hop', () => {
  it('are over a default from the first byte beyond it, and not at it', () => {
    const at = bar(sizes(`GET https://app.example/\n  Cookie: ${cookie(8190)}\n→ 200`), 'cookies');
    expect(at.bytes).toBe(8190);
    expect(names(at.over)).not.toContain('nginx');
    const beyond = bar(sizes(`GET https://app.example/\n  Cookie: ${cookie(8191)}\n→ 200`), 'cookies');
    expect(names(beyond.over)).toContain('nginx');
    expect(names(beyond.over)).not.toContain('heroku');
    expect(beyond.next?.bytes).toBe(8191);
  });

  it('measure the address by what each server counts of it', () => {
    const { over } = bar(sizes(`GET https://app.example/cb?${'q'.repeat(2049)}\n→ 200`), 'address');
    expect(names(over)).toEqual(['iis']);
    expect(names(bar(sizes(`GET https://app.example/cb?${'q'.repeat(2048)}\n→ 200`), 'address').over)).toEqual([]);
  });

  it('add up the whole request the way a server does', () => {
    const found = sizes(`GET https://app.example/\n  Cookie: ${cookie(8187)}\n→ 200`);
    expect(names(bar(found, 'cookies').over)).toEqual([]);
    expect(names(bar(found, 'request').over)).toContain('tomcat');
  });

  it('say that cookies were not seen, and make no zero of it', () => {
    const [first] = exchanges('GET https://app.example/\n→ 200');
    if (!first) throw new Error('the trace holds a request');
    const blind = { ...first, request: { ...first.request, headers: { fields: first.request.headers.fields, hidden: ['cookie'] } } };
    const found = hopSizes(blind, null);
    expect(found?.bars.map(({ bytes }) => bytes === null)).toEqual([false, true, false]);
    expect(found?.bars[2]?.atLeast).toBe(true);
    expect(found?.bars[2]?.next).toBe(null);
    const none = hopSizes({ ...blind, request: { ...blind.request, headers: { fields: [], hidden: 'all' } } }, null);
    expect(none?.bars.map(({ bytes }) => bytes === null)).toEqual([false, true, true]);
  });

  it('are those of requests that a server was asked', () => {
    const [first] = exchanges('GET https://app.example/ [cache]\n→ 200');
    expect(first && hopSizes(first, null)).toBe(null);
    const [internal] = exchanges('GET http://app.example/ [by browser]\n→ 307 https://app.example/\nGET https://app.example/\n→ 200');
    expect(internal && hopSizes(internal, null)).toBe(null);
  });

  it('know the server that answered, and judge it by the protocol it spoke', () => {
    const large = `Cookie: a=${'C'.repeat(5000)}; b=${'C'.repeat(5000)}`;
    const [first] = exchanges(`GET https://app.example/\n  ${large}\n→ 400\n  Server: nginx`);
    if (!first) throw new Error('the trace holds a request');
    const servers = serversByHost([first]);
    const spoken = (protocol: Exchange['protocol']) => hopSizes({ ...first, protocol }, servers.get('app.example') ?? null)?.own;
    expect(servers.get('app.example')?.id).toBe('nginx');
    // Which protocol was spoken is not known: nothing is sure.
    expect([spoken(null)?.over, spoken(null)?.within, spoken(null)?.marks.cookies]).toEqual([[], false, 8190]);
    expect(spoken('h1')?.over.map(({ quantity }) => quantity)).toEqual(['header']);
    // Over HTTP/2 each cookie is measured by itself.
    expect([spoken('h2')?.over, spoken('h2')?.marks.cookies]).toEqual([[], undefined]);
  });
});

describe('the scale', () => {
  it('has room for the usual 8 KiB, and for the next default beyond the largest', () => {
    expect(sizeScale(0).endBytes).toBeGreaterThan(8192);
    expect(sizeScale(0).endBytes).toBeLessThan(10_240);
    const { endBytes, levels } = sizeScale(13_000);
    expect(endBytes).toBeGreaterThan(14_336);
    expect(levels.every(({ upTo }) => upTo < endBytes)).toBe(true);
  });

  it('draws defaults that nearly meet as one line, well known servers first', () => {
    const eight = limitLevels().find(({ upTo }) => upTo === 8192);
    expect(eight?.servers.slice(0, 2).map(({ id }) => id)).toEqual(['nginx', 'apache']);
    expect(limitLevels().map(({ bytes }) => bytes)).toEqual(
      limitLevels()
        .map(({ bytes }) => bytes)
        .toSorted((a, b) => a - b),
    );
  });
});

describe('the table of limits', () => {
  it('counts the hops that pass a server, each once, and begins with who answered', () => {
    const all = exchanges(
      `GET https://app.example/a?${'q'.repeat(9000)}\n  Cookie: ${cookie(9000)}\n→ 431\n  Server: Kestrel\nGET https://app.example/b\n→ 200`,
    );
    const servers = serversByHost(all);
    const lines = limitTable(
      all.flatMap((one) => hopSizes(one, null) ?? []),
      new Set(servers.values()),
    );
    expect(lines[0]).toMatchObject({ server: { id: 'kestrel' }, answered: true });
    expect(lines.find(({ server }) => server.id === 'nginx')?.passedBy).toBe(1);
    expect(lines.find(({ server }) => server.id === 'ngrok')?.passedBy).toBe(0);
  });
});
