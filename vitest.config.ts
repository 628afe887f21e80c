import { defineConfig } from 'vitest/config';

const long = process.env.PANEL_LONG === '1';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/browser/find-chromium.ts'],
    setupFiles: ['tests/property-seed.ts'],
    pool: 'forks',
    testTimeout: long ? 1_800_000 : 60_000,
    hookTimeout: 120_000,
  },
});
