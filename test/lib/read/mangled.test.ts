import { describe, expect, it } from 'vitest';
import { mangledIn, mended } from '../../../lib/read/mangled.ts';
import { readPairs } from '../../../lib/read/url.ts';

const meant = (query: string) => mended(readPairs(query)).map((p) => `${p.name}=${p.value}`);
const found = (query: string) => mangledIn(readPairs(query)).map((m) => `${m.kind} ${m.lost.join()}`);

describe('damaged queries', () => {
  for (const [query, kinds, list] of [
    ['scope=a&amp;client_id=b%26c', ['entity client_id'], ['scope=a', 'client_id=b&c']],
    ['p=x?client_id=b&scope=a', ['question-mark client_id'], ['p=x', 'client_id=b', 'scope=a']],
    ['scope=a%E2%89%BAompt=none', ['swallowed prompt'], ['scope=a', 'prompt=none']],
    ['client_id%3Db%26scope%3Da', ['glued client_id,scope'], ['client_id=b', 'scope=a']],
    ['client_id=3Db&scope=3Da', ['quoted-printable client_id', 'quoted-printable scope'], ['client_id=b', 'scope=a']],
    ['+client_id=b', ['spaced client_id'], ['client_id=b']],
  ] as const)
    it(`${kinds[0]} is found and mended`, () => {
      expect(found(query)).toEqual(kinds);
      expect(meant(query)).toEqual(list);
    });

  it('a list without damage is handed back as it is', () => {
    const list = readPairs('client_id=a&scope=b%20c&state=x%3Fscope%3D1&amp;other=1&login_hint=caf%C3%A9');
    expect(mended(list)).toBe(list);
  });
});
