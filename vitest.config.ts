import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const long = process.env.PANEL_LONG === '1';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/browser/find-chromium.ts'],
    setupFiles: ['tests/property-seed.ts'],
    pool: 'forks',
    // Many tests wait for a process of their own; the default leaves one core of two idle meanwhile.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: long ? 1_800_000 : 180_000,
    hookTimeout: 120_000,
  },
});
