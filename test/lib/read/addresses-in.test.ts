import { expect, it } from 'vitest';
import { addressesIn } from '../../../lib/read/addresses-in.ts';
import { jwt } from '../../build/jwt.ts';

const target = 'https://other.example/a?b=1';

it('finds an address however it is packed', () => {
  const json = JSON.stringify({ nonce: 'CANARY', returnTo: target });
  for (const packed of [
    target,
    encodeURIComponent(target),
    json,
    btoa(json),
    btoa(json).replaceAll('=', ''),
    `n=CANARY&to=${encodeURIComponent(target)}`,
    JSON.stringify({ inner: { to: target } }),
    jwt({ to: target }, { alg: 'none' }),
  ])
    expect(addressesIn(packed), packed).toEqual([target]);
  expect(addressesIn('//other.example/a')).toEqual(['https://other.example/a']);
});

it('leaves alone what is no address, or is signed', () => {
  for (const other of [
    '',
    '/home',
    'CANARY-state-0123456789',
    'javascript:alert(1)',
    jwt({ to: target }),
    `${btoa(target)}.signature`,
    '{"a":',
    'https://',
  ])
    expect(addressesIn(other), other).toEqual([]);
});
