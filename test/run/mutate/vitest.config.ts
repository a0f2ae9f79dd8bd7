import { defineConfig } from 'vitest/config';

/** Only the tests that answer for the folder being mutated. */
export default defineConfig({
  test: {
    name: 'mutate',
    root: process.cwd(),
    include: (process.env['ROUNDTRIP_MUTATE_TESTS'] ?? '').split(' ').filter((pattern) => pattern !== ''),
    testTimeout: 60_000,
  },
});
