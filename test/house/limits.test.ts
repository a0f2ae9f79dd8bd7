/** The table of size limits, its document, and what `npm run limits` judges with. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverById, serverLimits } from '../../lib/field/limits/table.ts';
import { tooLarge } from '../../lib/spec/page-words.ts';
import { judge, olderThan, said } from '../limits/compare.ts';
import { quantities } from '../limits/quantities.ts';
import { smallestRefused } from '../limits/search.ts';
import { root } from '../run/tools.ts';
import { limitsMarkdown } from './limits-markdown.ts';

it('docs/limits.md is what the table prints', async () => {
  await expect(limitsMarkdown()).toMatchFileSnapshot(join(root, 'docs', 'limits.md'));
});

describe('the table of limits', () => {
  it('has one row for each server, with a limit, an answer, a source and a date', () => {
    expect(new Set(serverLimits.map(({ id }) => id)).size).toBe(serverLimits.length);
    for (const { id, h1, source, seenAt, signs, tells } of serverLimits) {
      expect(
        Object.values(h1).some((value) => typeof value === 'number' && value > 3),
        id,
      ).toBe(true);
      expect(h1.answers.else.length, id).toBeGreaterThan(0);
      expect(source, id).not.toBe('');
      expect(seenAt, id).toMatch(/^20\d\d-\d\d-\d\d$/);
      // Who signs every answer has a sign to look for.
      expect(!signs || tells.length > 0, id).toBe(true);
    }
  });

  it('knows every server whose page says that a request is too large', () => {
    for (const { who } of tooLarge) expect(serverById(who), who).not.toBeNull();
  });
});

describe('comparing a server with the table', () => {
  const target = quantities('h1')[0];
  const nginx = serverById('nginx');
  const takes = (limit: number) => (size: number) => Promise.resolve(size > limit ? 414 : 204);

  it('finds where a server begins to refuse', async () => {
    expect(await smallestRefused(1, 10_000, takes(8177))).toEqual({ refused: 8178, came: 414 });
    expect(await smallestRefused(1, 10_000, takes(20_000))).toEqual({ refused: null, came: 204 });
    expect(await smallestRefused(5, 10_000, takes(1))).toEqual({ refused: 5, came: 414 });
  });

  it('asks again when a connection ends without a status', async () => {
    let lost = 0;
    const came = await smallestRefused(1, 100, async (size) => (size > 50 && lost++ % 2 === 0 ? 'broken' : size > 50 ? 414 : 204));
    expect(came).toEqual({ refused: 51, came: 414 });
  });

  it('is the same, explained by a note, or different', () => {
    if (!target || !nginx) throw new Error('nginx has a row');
    const expected = said(nginx, 'h1', target);
    expect(expected).toEqual({ refused: 8178, of: 'line', answers: [414] });
    expect(judge(expected, { refused: 8178, came: 414 }, [], '1.22.1', 'h1')).toEqual({ kind: 'same' });
    expect(judge(expected, { refused: 8178, came: 400 }, [], '1.22.1', 'h1')).toEqual({ kind: 'different' });
    expect(judge(expected, { refused: 8000, came: 414 }, [], '1.22.1', 'h1')).toEqual({ kind: 'different' });
    const old = { of: 'line', before: '1.20.0', says: 'It was less then.' } as const;
    expect(judge(expected, { refused: 4000, came: 414 }, [old], '1.19.9', 'h1')).toEqual({ kind: 'explained', why: old.says });
    expect(judge(expected, { refused: 4000, came: 414 }, [old], '1.20.0', 'h1')).toEqual({ kind: 'different' });
    const loose = { of: 'line', over: 'h1', slack: 0.03, says: 'It is not a plain sum.' } as const;
    expect(judge(expected, { refused: 8000, came: 414 }, [loose], '1.22.1', 'h1')).toEqual({ kind: 'explained', why: loose.says });
    expect(judge(expected, { refused: 7000, came: 414 }, [loose], '1.22.1', 'h1')).toEqual({ kind: 'different' });
  });

  it('orders versions by their numbers', () => {
    expect(olderThan('1.9.0', '1.22.1')).toBe(true);
    expect(olderThan('1.22.1', '1.22.1')).toBe(false);
    expect(olderThan('2.0', '1.22.1')).toBe(false);
  });
});
