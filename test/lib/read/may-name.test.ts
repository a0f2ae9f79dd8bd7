import { expect, it } from 'vitest';
import type { Body, Seen } from '../../../lib/model/exchange.ts';
import { mayName } from '../../../lib/read/body.ts';

const body = (text: string): Seen<Body> => ({ seen: true, value: { kind: 'text', mime: 'application/json', text, bytes: null } });

it('JSON that has a member of a name may have it, however the name is written', () => {
  expect(mayName(body('{"keys":[{"kty":"RSA"}]}'), ['kty'])).toBe(true);
  expect(mayName(body('{"keys":[{"k\\u0074y":"RSA"}]}'), ['kty'])).toBe(true);
  expect(mayName(body('{"device_code":1}'), ['kty', 'device_code'])).toBe(true);
  expect(mayName(body('{"items":[{"name":"a"}]}'), ['kty', 'device_code'])).toBe(false);
  expect(mayName({ seen: false, why: 'body-too-large' }, ['kty'])).toBe(false);
  expect(mayName({ seen: true, value: { kind: 'empty' } }, ['kty'])).toBe(false);
});
