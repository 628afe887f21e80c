import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const long = process.env.PANEL_LONG === '1';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'tests/**/*.test.ts'],
    // Files share what their modules loaded: the program, a regime, the words of the extractor. Loading it anew for every file took a
    // fifth of the time, and so would a second set of workers for some of the files.
    isolate: false,
    globalSetup: ['tests/browser/find-chromium.ts', 'tests/shared-folder.ts'],
    setupFiles: ['tests/property-seed.ts', 'tests/known-misreadings.ts', 'tests/after-each-file.ts'],
    // What this machine last saw of the records of tests is nobody's business but theirs.
    env: { XDG_STATE_HOME: join(tmpdir(), 'standing-panel-test-state') },
    pool: 'forks',
    // What a test makes is soon of no use: with more room for the young, less of it is moved about (4 to 9 % of the processor time).
    execArgv: ['--max-semi-space-size=32'],
    // Many tests wait for a process of their own; the default leaves one core of two idle meanwhile, and so do two workers at times.
    maxWorkers: Math.max(2, availableParallelism() + 1),
    testTimeout: long ? 1_800_000 : 180_000,
    hookTimeout: 120_000,
    // As long as the page's own waits, roughly: what is asked is whether it comes; how soon is measured in bench/.
    expect: { poll: { timeout: 10_000 } },
  },
});
