import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/run/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        resolve: { alias: { react: 'preact/compat', 'react-dom': 'preact/compat' } },
        test: {
          name: 'unit',
          include: [
            'test/lib/**/*.test.ts',
            'test/truth/**/*.test.ts',
            'test/components/**/*.test.{ts,tsx}',
            'test/entrypoints/**/*.test.ts',
          ],
          // Nothing is timed here; a property over many values takes its time on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // One browser at a time: two cores, and logins that must not wait for each other.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // A browser on a busy machine may miss a beat; a wrong verdict is wrong twice. The summary names what was tried again.
          retry: 1,
        },
      },
    ],
  },
});
