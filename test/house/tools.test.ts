/** Lint, format and types. */
import { expect, it } from 'vitest';
import { runQuietly } from './run-quietly.ts';

it('lint and format: biome finds nothing (fix with: npx biome check --write .)', async () => {
  const { code, said, complained } = await runQuietly('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']);
  expect(code, said + complained).toBe(0);
});

it('types: the whole project compiles', async () => {
  const { code, said } = await runQuietly('typescript/bin/tsc', ['--noEmit']);
  expect(code, said).toBe(0);
});

it('types: the engine compiles without a page, a browser or Node', async () => {
  const { code, said } = await runQuietly('typescript/bin/tsc', ['--noEmit', '-p', 'lib']);
  expect(code, said).toBe(0);
});
