import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const long = process.env.PANEL_LONG === '1';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/browser/find-chromium.ts'],
    setupFiles: ['tests/property-seed.ts'],
    // What this machine last saw of the records of tests is nobody's business but theirs.
    env: { XDG_STATE_HOME: join(tmpdir(), 'standing-panel-test-state') },
    pool: 'forks',
    // Many tests wait for a process of their own; the default leaves one core of two idle meanwhile.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: long ? 1_800_000 : 180_000,
    hookTimeout: 120_000,
  },
});
