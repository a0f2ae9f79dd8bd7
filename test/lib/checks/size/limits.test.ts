/** A request held against the defaults of servers, over each protocol and over one that is not known. */
import { describe, expect, it } from 'vitest';
import type { ServerLimits } from '../../../../lib/field/limits/model.ts';
import { identifyServer, serverById } from '../../../../lib/field/limits/table.ts';
import { candidatesFor, nearCommonLimit, overCommonLimit, overLimits, surelyOverLimits } from '../../../../lib/observe/limits.ts';
import { measure } from '../../../../lib/observe/sizes.ts';
import { capture } from '../../../build/trace.ts';

const sent = (target: string, ...headers: readonly string[]) => {
  const { exchanges } = capture(`GET https://app.example${target}\n${headers.map((line) => `  ${line}\n`).join('')}→ 200`, 'har').capture;
  const [first] = exchanges;
  if (!first) throw new Error('the trace holds a request');
  return first;
};
const sizes = (target: string, ...headers: readonly string[]) => measure(sent(target, ...headers));
const server = (id: string): ServerLimits => {
  const found = serverById(id);
  if (!found) throw new Error(`no row called ${id}`);
  return found;
};
const cookies = (count: number, length: number) =>
  `Cookie: ${Array.from({ length: count }, (_, i) => `c${i}=`.padEnd(length, 'CANARY')).join('; ')}`;

describe('measuring', () => {
  it('counts the request line, the longest step of the path, the query and every header line', () => {
    const found = sizes('/one/longest/two?a=CANARY', 'X-One: 12345', 'Cookie: a=1; b=22');
    expect(found.targetBytes).toBe(25);
    expect(found.queryBytes).toBe(8);
    expect(found.segmentBytes).toBe(7);
    expect(found.lineBytes).toBe('GET /one/longest/two?a=CANARY HTTP/1.1'.length);
    expect(found.cookieBytes).toBe('Cookie: a=1; b=22'.length);
    expect(found.cookies).toBe(2);
    expect(found.largestHeader).toEqual({ name: 'Cookie', bytes: 17 });
  });

  it('counts a host that the source does not show', () => {
    const bare = sizes('/');
    expect(bare.headersBytes).toBeGreaterThanOrEqual('Host: app.example\r\n'.length);
    expect(bare.totalBytes).toBe(bare.lineBytes + 2 + bare.headersBytes);
  });

  it('takes cookies apart as HTTP/2 does', () => {
    const { parts } = sizes('/', 'Cookie: a=1; bb=22;c=', 'X-One: 12345');
    expect([parts.pairs, parts.pairBytes, parts.largestPairBytes]).toEqual([3, 10, 5]);
  });
});

describe('one request, two protocols', () => {
  it('nginx takes over HTTP/2 the cookies it refuses over HTTP/1.1', () => {
    const large = sizes('/', cookies(9, 1000));
    expect(overLimits(large, server('nginx'), 'h1').map(({ what, over }) => `${what} ${over}`)).toEqual(['cookies h1']);
    expect(overLimits(large, server('nginx'), 'h2')).toEqual([]);
    expect(overLimits(large, server('nginx'), 'h3')).toEqual([]);
    expect(overLimits(large, server('nginx'), null).map(({ over }) => over)).toEqual(['h1']);
    expect(surelyOverLimits(large, server('nginx'), null)).toEqual([]);
    expect(surelyOverLimits(large, server('nginx'), 'h1')).toHaveLength(1);
  });

  it('nginx refuses over both what is large enough', () => {
    const large = sizes('/', cookies(40, 1000));
    expect(surelyOverLimits(large, server('nginx'), null).map(({ quantity, over }) => `${quantity} ${over}`)).toEqual([
      'header h1',
      'lineAndHeaders h2',
    ]);
  });

  it('Apache counts each cookie over HTTP/2 and none over HTTP/1.1', () => {
    const many = sizes('/', cookies(120, 8));
    expect(overLimits(many, server('apache'), null).map(({ what, quantity, over, limit }) => [what, quantity, over, limit])).toEqual([
      ['cookies', 'count', 'h2', 100],
    ]);
  });

  it('a server that does not speak HTTP/2 is judged by the one it speaks', () => {
    const long = sizes(`/${'x'.repeat(5000)}`);
    expect(surelyOverLimits(long, server('gunicorn'), null).map(({ what, over }) => `${what} ${over}`)).toEqual(['url h1']);
    expect(overLimits(long, server('gunicorn'), 'h2')).toEqual([]);
  });

  it('a server that makes no difference is judged once for each', () => {
    const long = sizes(`/${'x'.repeat(9000)}`);
    expect(surelyOverLimits(long, server('tomcat'), null).map(({ what, over }) => `${what} ${over}`)).toEqual(['url h1', 'url h2']);
  });

  it('compressed, letters take less room than they have', () => {
    expect(overLimits(sizes(`/${'a'.repeat(9000)}`), server('nginx'), 'h2')).toEqual([]);
    expect(overLimits(sizes(`/${'~'.repeat(9000)}`), server('nginx'), 'h2').map(({ quantity, what }) => `${quantity} ${what}`)).toEqual([
      'encodedField url',
    ]);
    expect(overLimits(sizes('/', `X-One: ${'~'.repeat(9000)}`), server('nginx'), 'h2').map(({ what }) => what)).toEqual(['header']);
    expect(overLimits(sizes('/', `Cookie: a=${'~'.repeat(9000)}`), server('nginx'), 'h2').map(({ what }) => what)).toEqual(['cookies']);
  });
});

describe('what is over', () => {
  it.each([
    ['an address', `/${'x'.repeat(9000)}`, [], 'apache', 'url'],
    ['a query', `/?${'x'.repeat(3000)}`, [], 'iis', 'query'],
    ['a step of the path', `/${'x'.repeat(300)}/b`, [], 'httpsys', 'url'],
    ['a header', '/', [`X-One: ${'x'.repeat(9000)}`], 'apache', 'header'],
    ['the cookies together', '/', [cookies(20, 1000)], 'node', 'cookies'],
    ['the address together with the rest', `/${'x'.repeat(17_000)}`, [], 'node', 'url'],
    ['headers together', '/', ['X-One', 'X-Two', 'X-Three'].map((name) => `${name}: ${'x'.repeat(6000)}`), 'node', 'total'],
    ['the number of headers', '/', Array.from({ length: 120 }, (_, i) => `X-${i}: 1`), 'apache', 'count'],
    ['the number of cookies', '/', [cookies(210, 8)], 'tomcat', 'cookies'],
  ])('%s', (_, target, headers, id, what) => {
    expect(overLimits(sizes(target, ...headers), server(id), 'h1')[0]?.what).toBe(what);
  });

  it('for a server that is not known, the lowest default in wide use; proxies add to what is near it', () => {
    expect(overCommonLimit(sizes('/', cookies(9, 1000)))).toMatchObject({ what: 'cookies', limit: 8190 });
    expect(overCommonLimit(sizes('/', cookies(7, 1000)))).toBeNull();
    expect(nearCommonLimit(sizes('/', cookies(7, 1000)))).toBe(true);
    expect(nearCommonLimit(sizes('/', cookies(5, 1000)))).toBe(false);
  });
});

describe('who may have answered so', () => {
  const large = sizes('/', cookies(20, 1000));
  const ids = (came: number | 'breaks', protocol: 'h1' | 'h2' | null, headers: readonly { name: string; value: string }[] | null) =>
    candidatesFor(large, protocol, came, headers && { fields: headers, hidden: [] }).map((c) => c.server.id);

  it('is who answers so and takes less, over the protocol that was spoken', () => {
    expect(ids(431, 'h1', [])).toContain('node');
    expect(ids(431, 'h1', [])).not.toContain('apache');
    expect(ids(431, 'h2', [])).toContain('apache');
    expect(ids(400, 'h1', [])).toContain('nginx');
    expect(ids('breaks', 'h2', null)).toContain('haproxy');
  });

  it('is no edge that signs its answers, unless this one is signed or its headers were not seen', () => {
    expect(ids(494, 'h1', [])).not.toContain('vercel');
    expect(ids(400, 'h1', [{ name: 'Server', value: 'awselb/2.0' }])).toContain('aws-alb');
    expect(ids(400, 'h1', [])).not.toContain('aws-alb');
    expect(ids(400, 'h1', null)).toContain('aws-alb');
    expect(candidatesFor(large, 'h1', 400, { fields: [], hidden: 'all' }).map((c) => c.server.id)).toContain('aws-alb');
  });
});

describe('the sign of a server', () => {
  const by = (headers: Readonly<Record<string, string>>) => identifyServer((name) => headers[name] ?? null)?.id ?? null;

  it.each([
    [{ server: 'nginx/1.22.1' }, 'nginx'],
    [{ server: 'openresty' }, 'nginx'],
    [{ server: 'Apache/2.4.71 (Debian)' }, 'apache'],
    [{ server: 'Apache-Coyote/1.1' }, 'tomcat'],
    [{ server: 'Microsoft-HTTPAPI/2.0' }, 'httpsys'],
    [{ server: 'Microsoft-IIS/10.0' }, 'iis'],
    [{ server: 'cloudflare', 'x-vercel-id': 'iad1::CANARY' }, 'vercel'],
    [{ server: 'nginx', 'cf-ray': 'CANARY' }, 'cloudflare'],
    [{ server: 'istio-envoy' }, 'envoy'],
    [{ via: '1.1 CANARY.cloudfront.net (CloudFront)' }, 'cloudfront'],
    [{ via: '1.1 varnish (Varnish/7.1)' }, 'varnish'],
    [{ server: 'something else' }, null],
    [{}, null],
  ])('%o is %s', (headers, id) => expect(by(headers as Record<string, string>)).toBe(id));
});
