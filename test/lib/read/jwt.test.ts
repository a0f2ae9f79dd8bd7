import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeJwt, readJwt } from '../../../lib/read/jwt.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = `${part({ alg: 'RS256', kid: 'k1' })}.${part({ iss: 'https://idp.example', nonce: 'CANARY-n', exp: 1_767_225_600 })}.CANARYsignature`;
const unsigned = `${part({ alg: 'none' })}.${part({ iss: 'https://idp.example' })}.`;
const encrypted = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.CANARYkey.CANARYiv.CANARYtext.CANARYtag`;
/** Direct encryption has no key of its own. */
const direct = `${part({ alg: 'dir', enc: 'A256GCM' })}..CANARYiv.CANARYtext.CANARYtag`;

describe('readJwt', () => {
  it('reads the header and the claims of a signed one', () => {
    expect(readJwt(signed)).toEqual({
      kind: 'signed',
      header: { alg: 'RS256', kid: 'k1' },
      claims: { iss: 'https://idp.example', nonce: 'CANARY-n', exp: 1_767_225_600 },
    });
  });

  it('reads one without a signature', () => {
    expect(readJwt(unsigned)).toMatchObject({ kind: 'signed', claims: { iss: 'https://idp.example' } });
  });

  it('reads only the header of an encrypted one', () => {
    expect(readJwt(encrypted)).toEqual({ kind: 'encrypted', header: { alg: 'RSA-OAEP', enc: 'A256GCM' } });
    expect(readJwt(direct)).toMatchObject({ kind: 'encrypted' });
  });

  it.each([
    '',
    'opaque-CANARY-token',
    'a.b',
    'a.b.c',
    `${part({ alg: 'RS256' })}.not-json.CANARYsignature`,
    `${part(['RS256'])}.${part({})}.x`,
    `${part({ alg: 'RS256' })}.${part('a string')}.x`,
    `${signed}.${signed}`,
    `${signed} `,
    'eyJhbGciOiJSUzI1NiJ9.%7B%7D.x',
  ])('gives up on %j', (text) => {
    expect(readJwt(text)).toEqual({ kind: 'unreadable' });
  });

  it('never throws', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('ey', '.', 'e30', 'eyJhIjoxfQ', '=', '%'), { maxLength: 12 }).map((p) => p.join('')),
    );
    fc.assert(fc.property(anyText, (text) => ['signed', 'encrypted', 'unreadable'].includes(readJwt(text).kind)));
  });

  it('gives away nothing of the prototype', () => {
    const token = `${part({ alg: 'none' })}.${Buffer.from('{"__proto__":{"iss":"https://evil.example"}}').toString('base64url')}.`;
    const read = readJwt(token);
    expect(read.kind === 'signed' && read.claims['iss']).toBeUndefined();
  });
});

describe('looksLikeJwt', () => {
  it.each([signed, unsigned, encrypted, direct])('takes %s for one', (text) => {
    expect(looksLikeJwt(text)).toBe(true);
  });

  it.each(['', 'ey', 'eyewitness', 'ey.a', 'CANARY.a.b', 'eyJ.a.b.c', 'eyJ a.b.c', 'Bearer eyJ.a.b'])(
    'does not take %j for one',
    (text) => {
      expect(looksLikeJwt(text)).toBe(false);
    },
  );
});
