import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../lib/read/placeholder.ts';

describe('isPlaceholder', () => {
  it.each([
    '[redacted]',
    'REDACTED',
    '***REDACTED***',
    '<redacted>',
    'redacted-1',
    '[hidden]',
    '<removed>',
    '[masked]',
    'sanitized',
    'anonymized',
    '****',
    'xxxxxx',
    'XXXXXXXX',
    '••••••',
    '...',
    '…',
    '----',
    '####',
  ])('%s stands for something else', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each(['', 'CANARY-0123456789', 'xyz', 'x', '--', 'unfiltered-view', 'state~1', 'a1b2c3d4e5f6', 'masquerade', '{"to":"/home"}'])(
    '%j stands for itself',
    (value) => {
      expect(isPlaceholder(value)).toBe(false);
    },
  );

  it('does not look for words in long values', () => {
    expect(isPlaceholder(`redacted${'0'.repeat(80)}`)).toBe(false);
  });

  it('never takes a random token for one', () => {
    const token = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'), minLength: 22, maxLength: 43 });
    fc.assert(fc.property(token, (value) => new Set(value).size < 4 || !isPlaceholder(value)));
  });
});
