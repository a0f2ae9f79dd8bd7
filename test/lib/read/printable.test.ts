import { describe, expect, it } from 'vitest';
import { clip, printable, printableLines } from '../../../lib/read/printable.ts';

describe('printable', () => {
  it('writes out what is invisible or turns the line around', () => {
    expect(printable('a\u202eb\u0000c\ud800d\u200be\nf')).toBe('a⟨202E⟩b⟨0000⟩c⟨D800⟩d⟨200B⟩e⟨000A⟩f');
  });

  it('leaves letters of every script and emoji as they are', () => {
    for (const text of ['plain', 'שלום', 'Größe', '🧑‍🚀', '日本語']) expect(printable(text)).toBe(text);
  });

  it('keeps line breaks where lines may stand', () => {
    expect(printableLines('a\r\nb\tc\u0007')).toBe('a\nb\tc⟨0007⟩');
  });

  it('never cuts a character in two', () => {
    expect(clip('ab🔥', 3)).toBe('ab');
    expect(clip('ab🔥', 4)).toBe('ab🔥');
    expect(clip('abc', 2)).toBe('ab');
  });
});
