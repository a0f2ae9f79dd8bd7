import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alteration, explainAlteration } from '../../../lib/read/compare.ts';

const single: readonly (readonly [sent: string, returned: string, how: Alteration])[] = [
  ['ab+cd', 'ab cd', 'plus-to-space'],
  ['ab cd', 'ab+cd', 'space-to-plus'],
  ['ab%2Fcd', 'ab/cd', 'decoded-once-more'],
  ['ab%2Bcd+e', 'ab+cd e', 'decoded-once-more'],
  ['ab/cd', 'ab%2Fcd', 'encoded-once-more'],
  ['ab/c d', 'ab%2Fc+d', 'encoded-once-more'],
  ['ab&amp;cd', 'ab&cd', 'entities-decoded'],
  ['ab&#43;cd', 'ab+cd', 'entities-decoded'],
  ['ab&cd', 'ab&amp;cd', 'entities-encoded'],
  ['a"b<c', 'a&quot;b&lt;c', 'entities-encoded'],
  ['YWJjZA==', 'YWJjZA', 'padding-lost'],
  ['ab+/cd', 'ab-_cd', 'base64-alphabet'],
  ['ab-_cd', 'ab+/cd', 'base64-alphabet'],
  ['AbCd', 'abcd', 'case-changed'],
  ['AbCd', 'ABCD', 'case-changed'],
  ['AbCdEf', 'aBcDeF', 'case-changed'],
  [' abcd ', 'abcd', 'trimmed'],
  ['ab<cd>ef', 'abcdef', 'markup-stripped'],
  ['ab<b>cd</b>', 'abcd', 'markup-stripped'],
  ['abcd', '"abcd"', 'quoted'],
  ['e\u0301tat', '\u00e9tat', 'unicode-normalized'],
  ['\u00e9tat', 'e\u0301tat', 'unicode-normalized'],
  ['\u00e9tat', '\u00c3\u00a9tat', 'charset-garbled'],
  ['0123456789abcdef', '01234567', 'cut'],
  ['0123456789abcdef'.repeat(5), '0123456789abcdef', 'cut'],
  ['0123456789', '0123456789#_=_', 'appended'],
];

/** What happens to values in the field, one at a time. */
const ways: readonly ((text: string) => string)[] = [
  (t) => t.replaceAll('+', ' '),
  (t) => t.replaceAll(' ', '+'),
  (t) => encodeURIComponent(t.toWellFormed()),
  (t) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  (t) => t.replace(/=+$/, ''),
  (t) => t.replaceAll('+', '-').replaceAll('/', '_'),
  (t) => t.replaceAll('-', '+').replaceAll('_', '/'),
  (t) => t.toLowerCase(),
  (t) => t.toUpperCase(),
  (t) => t.trim(),
  (t) => `"${t}"`,
  (t) => t.normalize('NFC'),
  (t) => t.normalize('NFD'),
];

const token = fc.string({ unit: fc.constantFrom(...'ABCDEFabcdef0123456789-_'), minLength: 24, maxLength: 60 });

describe('explainAlteration', () => {
  it.each(single)('%j that comes back as %j was altered: %s', (sent, returned, how) => {
    expect(explainAlteration(sent, returned)?.how).toBe(how);
  });

  it('says how much is left, or came on top', () => {
    expect(explainAlteration('0123456789abcdef', '01234567')).toEqual({ how: 'cut', length: 8 });
    expect(explainAlteration('0123456789', '0123456789xyz')).toEqual({ how: 'appended', length: 3 });
  });

  it('finds every single way, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(...ways), (sent, way) => {
        const returned = way(sent);
        fc.pre(returned !== sent && returned !== '');
        return explainAlteration(sent, returned) !== null;
      }),
    );
  });

  it('finds two ways in a row', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(...ways), fc.constantFrom(...ways), (sent, first, second) => {
        const returned = second(first(sent));
        fc.pre(returned !== sent && returned !== '');
        return explainAlteration(sent, returned) !== null;
      }),
    );
  });

  it('finds two ways in a row in a value of words and signs, as they are made', () => {
    const value = fc.string({ unit: fc.constantFrom(...'abYZ09+-_/= ".~{:'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(value, fc.constantFrom(...ways), fc.constantFrom(...ways), (sent, first, second) => {
        const returned = second(first(sent));
        fc.pre(returned !== sent && returned !== '');
        return explainAlteration(sent, returned) !== null;
      }),
      { numRuns: 2_000 },
    );
  });

  it('explains nothing that did not happen: two tokens stay two tokens', () => {
    fc.assert(
      fc.property(token, token, (sent, returned) => {
        fc.pre(!sent.toLowerCase().startsWith(returned.toLowerCase()) && !returned.toLowerCase().startsWith(sent.toLowerCase()));
        return explainAlteration(sent, returned) === null;
      }),
    );
  });

  it('has nothing to explain where nothing changed or nothing is left', () => {
    expect(explainAlteration('abcd', 'abcd')).toBeNull();
    expect(explainAlteration('', 'abcd')).toBeNull();
    expect(explainAlteration('abcd', '')).toBeNull();
  });

  it('takes a short common beginning for chance', () => {
    expect(explainAlteration('0123456789', '012')).toBeNull();
    expect(explainAlteration('012', '0123456789')).toBeNull();
    expect(explainAlteration('a'.repeat(100), 'a'.repeat(10))).toBeNull();
  });

  it('never throws', () => {
    const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyText, anyText, (sent, returned) => {
        explainAlteration(sent, returned);
      }),
    );
  });
});
