/** What an app packs into one value stays packed, and nothing of what was in it stays. */
import { describe, expect, it } from 'vitest';
import { guessable } from '../../../lib/observe/guessable.ts';
import { readStructured } from '../../../lib/read/structured.ts';
import { packedLike } from '../../../lib/redact/file/packed.ts';
import { StandIns } from '../../../lib/redact/file/stand-ins.ts';

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, '');
const secret = 'CANARYq7';
const packed = {
  'JSON in base64': base64(JSON.stringify({ returnTo: '/orders', user: secret })),
  'JSON with spaces in base64': base64(`{"returnTo": "/orders", "n": "${secret}", "at": 1700000000, "open": true, "no": null}`),
  'JSON with escapes': JSON.stringify({ note: `a"b\\c${secret}`, list: [10, 'é'] }),
  'an address in base64': base64(`https://app.example/${secret}/next?to=${secret}`),
};
const change = (text: string) => new StandIns().of(text);
const copies = (value: string) => Array.from({ length: 20 }, () => packedLike(value, change));

describe('a packed value', () => {
  for (const [name, value] of Object.entries(packed)) {
    it(`keeps its shape, its length and how much can be guessed of it: ${name}`, () => {
      for (const made of copies(value)) {
        expect(made).toHaveLength(value.length);
        expect(readStructured(made ?? '').shape).toBe(readStructured(value).shape);
        expect(guessable(made ?? '', 0)?.how).toBe(guessable(value, 0)?.how);
      }
    });

    it(`keeps nothing of what was in it: ${name}`, () => {
      for (const made of copies(value)) {
        const plain = `${made} ${atob(/^[\w+/-]+$/.test(made ?? '') ? (made ?? '') : '')}`;
        expect(plain).not.toContain(secret);
        expect(plain).not.toContain('orders');
        expect(plain).not.toContain('1700000000');
      }
    });
  }

  it.each([
    ['random text', 'kX9vQ2mT7pLw4sZr'],
    ['a seal beside JSON', `{"to":"/"}.${secret}${'x'.repeat(24)}`],
    ['a seal beside base64', `${base64('{"to":"/orders"}')}.${secret}${'x'.repeat(24)}`],
  ])('is none: %s', (_, value) => {
    expect(packedLike(value, change)).toBeNull();
    expect(new StandIns().of(value)).not.toContain(secret);
  });

  it('keeps + and / where they were, so that a value damaged on its way stays the damaged one', () => {
    // Of letters beyond ASCII other bytes are made, and with them other characters of base64.
    const plus = base64(JSON.stringify({ name: 'þÿüûïîþÿ', n: secret }));
    for (const made of copies(plus)) if (made !== null) expect(made.replaceAll(/[^+/]/g, 'x')).toBe(plus.replaceAll(/[^+/]/g, 'x'));
  });
});
