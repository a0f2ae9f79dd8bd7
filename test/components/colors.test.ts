import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../run/tools.ts';

describe('colors', () => {
  it('are the same dark ones, whether the system or the user chose them', () => {
    const css = readFileSync(join(root, 'components/style/tokens.css'), 'utf8');
    const values = (pattern: RegExp) =>
      (pattern.exec(css)?.[1] ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.startsWith('--'));
    const system = values(/:root:not\(\[data-theme="light"\]\) \{(.*?)\n {2}\}/s);
    expect(system.length).toBeGreaterThan(30);
    expect(values(/:root\[data-theme="dark"\] \{(.*?)\n\}/s)).toEqual(system);
  });
});
