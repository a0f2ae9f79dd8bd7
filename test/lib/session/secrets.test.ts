import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPieces, headerPieces, isSecret, type Piece, parameterPieces } from '../../../lib/session/secrets.ts';

const text = (pieces: readonly Piece[]) => pieces.map((p) => p.text).join('');
const shown = (pieces: readonly Piece[]) => pieces.map((p) => (p.secret ? '•' : p.text)).join('');

describe('what is covered', () => {
  it.each([
    'code',
    'state',
    'nonce',
    'access_token',
    'id_token_hint',
    'client_secret',
    'code_verifier',
    'Password',
    'username',
    'SAMLResponse',
  ])('%s', (name) => {
    expect(isSecret(name, 'x')).toBe(true);
  });

  it.each([
    ['response_type', 'code'],
    ['client_id', '0oa1b2c3d4e5f6g7h8i9'],
    ['scope', 'openid profile'],
    ['error', 'access_denied'],
    ['locale', 'en-US'],
    ['step', '2'],
    ['code', ''],
  ])('not %s=%s', (name, value) => {
    expect(isSecret(name, value)).toBe(false);
  });

  it('unknown values that look like tickets, tokens or people', () => {
    expect(isSecret('flow', 'b7c1-4f2e-9d3a-22')).toBe(true);
    expect(isSecret('x', 'someone@example.com')).toBe(true);
    expect(isSecret('scope', 'eyJhbGciOiJub25lIn0.e30.')).toBe(true);
  });
});

describe('pieces', () => {
  it('of an address: names and hosts stay, secrets go, also in nested addresses, paths and user parts', () => {
    expect(shown(addressPieces('https://a.example/cb?code=CANARY1&state=CANARY2&iss=https%3A%2F%2Fi.example#access_token=CANARY3'))).toBe(
      'https://a.example/cb?code=•&state=•&iss=https%3A%2F%2Fi.example#access_token=•',
    );
    expect(shown(addressPieces('https://user:CANARY@a.example/reset/CANARY0123456789abcdef/x'))).toBe('https://•@a.example/reset/•/x');
    expect(shown(addressPieces('https://a.example/?continue=https%3A%2F%2Fb.example%2F%3Fcode%3DCANARY'))).toBe(
      'https://a.example/?continue=•',
    );
  });

  it('of headers: cookie names and attributes stay, the scheme of a credential stays', () => {
    expect(shown(headerPieces('Cookie', 'a=CANARY1; b=CANARY2'))).toBe('a=•; b=•');
    expect(shown(headerPieces('Set-Cookie', 'a=CANARY; Path=/; SameSite=Lax'))).toBe('a=•; Path=/; SameSite=Lax');
    expect(shown(headerPieces('Set-Cookie', 'a=CANARY; Path=/\nb=CANARY'))).toBe('a=•; Path=/\nb=•');
    expect(shown(headerPieces('authorization', 'Bearer CANARY'))).toBe('Bearer •');
    expect(shown(headerPieces('Location', '/cb?code=CANARY'))).toBe('/cb?code=•');
    expect(shown(headerPieces('Server', 'nginx/1.27.1'))).toBe('nginx/1.27.1');
  });

  it('lose nothing: put together they are the value, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('cookie', 'set-cookie', 'location', 'authorization', 'x-other'),
        (value, name) => {
          expect(text(addressPieces(value))).toBe(value);
          expect(text(headerPieces(name, value))).toBe(value);
          expect(text(parameterPieces(name, value))).toBe(value);
        },
      ),
    );
  });
});
