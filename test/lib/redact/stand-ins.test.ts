import { describe, expect, it } from 'vitest';
import { StandIns } from '../../../lib/redact/file/stand-ins.ts';

describe('stand-ins', () => {
  it('differ where the values do, however short they are', () => {
    const standIns = new StandIns();
    const made = Array.from({ length: 60 }, (_, n) => standIns.of(String(n + 20)));
    expect(new Set(made).size).toBe(60);
    expect(made.every((text) => /^\d\d$/.test(text))).toBe(true);
  });

  it('end where there is no other left', () => {
    const standIns = new StandIns();
    for (const text of ['--', '...', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', ''])
      expect(standIns.of(text)).toHaveLength(text.length);
  });
});

it('of a number is one that JSON can write', () => {
  const standIns = new StandIns();
  for (let n = 0; n < 200; n++) expect(standIns.of(String(1_234_567_000 + n))).toMatch(/^[1-9]\d{9}$/);
});
