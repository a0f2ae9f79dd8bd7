import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/lib/**/*.test.ts', 'test/house/**/*.test.ts'],
  },
});
