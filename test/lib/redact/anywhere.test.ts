/**
 * Secrets in any string of any file. What stays readable by design, and is left alone here: the host of an address, names of
 * parameters, cookies and headers that are made of words, a client_id, scopes that are made of words, and words of the web.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../../lib/read/json.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { stories } from '../../build/stories.ts';
import { capture, draw, toHar } from '../../build/trace.ts';
import { written } from '../../build/written.ts';
import { type Planted, survivors } from './corpus/search.ts';
import { encodings } from './corpus/secrets.ts';

type Path = readonly string[];

function strings(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return isObject(value) || Array.isArray(value) ? Object.entries(value).flatMap(([name, item]) => strings(item, [...path, name])) : [];
}

function changed(tree: unknown, [first, ...rest]: Path, text: string): unknown {
  if (first === undefined) return text;
  if (Array.isArray(tree)) return tree.map((item, index) => (String(index) === first ? changed(item, rest, text) : item));
  return isObject(tree) ? { ...tree, [first]: changed(tree[first], rest, text) } : tree;
}

/** The whole text, a value in it, or something behind it. */
const waysIn: readonly ((text: string, secret: string) => string)[] = [
  (_, secret) => secret,
  (text, secret) => `${text}/${encodeURIComponent(secret)}`,
  (text, secret) => `${text}${text.includes('?') ? '&' : '?'}state=${encodeURIComponent(secret)}`,
  (text, secret) => `${text}#access_token=${encodeURIComponent(secret)}`,
  (text, secret) => `${text}; x="${secret}"`,
  (text, secret) => `${text}, ${secret}`,
];

const secret = fc
  .tuple(fc.constantFrom('CANARY', 'hunter2', 'Tr0ub4dor'), fc.stringMatching(/^[A-Za-z]{6,12}\d[A-Za-z0-9 .+/=-]{6,20}[a-z]$/))
  .map((parts) => parts.join(''));
const traces = Object.values(stories);

/** A name is no value, an id of the format is not free text, and a client_id is shown whatever it looks like. */
function isShown(tree: unknown, path: Path, text: string): boolean {
  if (path.at(-1) === 'name' || /(?:^|[?&])client_id=[^&#]*$/.test(text)) return true;
  const owner = path.slice(0, -1).reduce<unknown>((one, name) => (one as Record<string, unknown>)[name], tree);
  return isObject(owner) && owner['name'] === 'client_id';
}

const plan = fc.record({
  trace: fc.constantFrom(...traces),
  where: fc.nat(),
  way: fc.constantFrom(...waysIn),
  encoding: fc.constantFrom(...Object.entries(encodings)),
  value: secret,
});

function planted(
  tree: unknown,
  {
    where,
    way,
    encoding,
    value,
  }: { where: number; way: (t: string, s: string) => string; encoding: [string, (s: string) => string]; value: string },
) {
  const all = strings(tree).filter(({ path, text }) => !isShown(tree, path, text));
  const one = all[where % all.length];
  if (!one) throw new Error('there is no text');
  const written = encoding[1](value);
  const of: Planted = { secret: value, written, where: `${one.path.join('.')} (${encoding[0]})` };
  return { tree: changed(tree, one.path, way(one.text, written)), of };
}

describe('a secret in any text', () => {
  it('of a HAR is in no redacted one', () => {
    fc.assert(
      fc.property(plan, ({ trace, ...rest }) => {
        const { tree, of } = planted(toHar(draw(trace)), rest);
        const { text, leaks } = redactHar(tree);
        expect(survivors(text, [of])).toEqual([]);
        expect(leaks).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it('of a live capture is in no capture file', () => {
    fc.assert(
      fc.property(plan, ({ trace, ...rest }) => {
        const whole = capture(trace, 'web-request').capture;
        const texts = whole.exchanges.map(({ request, outcome }) => ({
          request: { url: request.url, headers: request.headers.fields, body: request.body, initiator: request.initiator },
          outcome,
        }));
        const { tree, of } = planted(
          texts.map(({ request }) => request),
          rest,
        );
        const requests = tree as (typeof texts)[number]['request'][];
        const exchanges = whole.exchanges.map((exchange, index) => {
          const request = requests[index];
          return request
            ? {
                ...exchange,
                request: { ...exchange.request, ...request, headers: { ...exchange.request.headers, fields: request.headers } },
              }
            : exchange;
        });
        // What kind of body it is, and why there is none, are words of ours.
        if (/\.(?:kind|why|method)\b/.test(of.where)) return;
        const { text, leaks } = written({ capture: { ...whole, exchanges }, story: null, second: null });
        expect(survivors(text, [of])).toEqual([]);
        expect(leaks).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
