/** What is made larger and larger, one thing at a time. */
import type { Asked } from './ask.ts';

export interface Quantity {
  readonly id: string;
  readonly says: string;
  readonly low: number;
  readonly high: number;
  readonly make: (size: number) => Asked;
}

/** HTTP/2 compresses texts: base64 letters take about as much room as real cookies do. */
const letters = 'CANARYabcdefghijklmnopqrstuvwxyzBDEFGHIJKLMOPQSTUVWXZ0123456789';
export const filler = (length: number): string => letters.repeat(Math.ceil(length / letters.length)).slice(0, length);

const pieces = (total: number, piece: number): number[] => [
  ...Array.from({ length: Math.floor(total / piece) }, () => piece),
  ...(total % piece > 0 ? [total % piece] : []),
];

const cookies = (protocol: 'h1' | 'h2', values: readonly string[]): Asked['headers'] =>
  // Browsers send each cookie as a field of its own over HTTP/2 (RFC 9113 section 8.2.3).
  protocol === 'h1' ? [['cookie', values.join('; ')]] : values.map((value) => ['cookie', value] as const);

export const quantities = (protocol: 'h1' | 'h2'): readonly Quantity[] => [
  {
    id: 'target',
    says: 'bytes of path and query',
    low: 100,
    high: 300_000,
    make: (n) => ({ target: `/?q=${filler(n - 4)}`, headers: [] }),
  },
  {
    id: 'header',
    says: 'bytes of one header value',
    low: 100,
    high: 300_000,
    make: (n) => ({ target: '/', headers: [['x-roundtrip', filler(n)]] }),
  },
  {
    id: 'cookie',
    says: 'bytes of one cookie',
    low: 100,
    high: 300_000,
    make: (n) => ({ target: '/', headers: cookies(protocol, [`c=${filler(n - 2)}`]) }),
  },
  {
    id: 'cookies',
    says: 'bytes of cookies of 1,000 bytes each',
    low: 100,
    high: 300_000,
    make: (n) => ({
      target: '/',
      headers: cookies(
        protocol,
        pieces(n, 1000).map((size, i) => `c${i}=`.padEnd(size, filler(1000))),
      ),
    }),
  },
  {
    id: 'total',
    says: 'bytes of headers of 1,000 bytes each',
    low: 100,
    high: 300_000,
    make: (n) => ({ target: '/', headers: pieces(n, 1000).map((size, i) => [`x-${i}`, filler(size)] as const) }),
  },
  {
    id: 'fields',
    says: 'headers of two bytes',
    low: 2,
    high: 2_500,
    make: (n) => ({ target: '/', headers: Array.from({ length: n }, (_, i) => [`x-${i}`, '1'] as const) }),
  },
  {
    id: 'crumbs',
    says: 'cookies of five bytes',
    low: 2,
    high: 2_500,
    make: (n) => ({
      target: '/',
      headers: cookies(
        protocol,
        Array.from({ length: n }, (_, i) => `c${i}=1`),
      ),
    }),
  },
];
