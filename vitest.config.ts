import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const long = process.env.PANEL_LONG === '1';

/** Folders of tests that call the rooms' functions and start nothing. */
const ROOMS = [
  'claims',
  'documents',
  'entities',
  'findings',
  'record',
  'regime',
  'report',
  'screening',
  'subjects',
  'syntax',
  'tracks',
  'trade',
];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', `tests/{${ROOMS.join(',')}}/**/*.test.ts`],
          // Pure functions share what their modules loaded: a regime, the words of the extractor. Loading it anew for every file
          // took a fifth of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['tests/**/*.test.ts'],
          exclude: [`tests/{${ROOMS.join(',')}}/**`],
          isolate: false,
        },
      },
    ],
    globalSetup: ['tests/browser/find-chromium.ts'],
    setupFiles: ['tests/property-seed.ts', 'tests/known-misreadings.ts', 'tests/after-each-file.ts'],
    // What this machine last saw of the records of tests is nobody's business but theirs.
    env: { XDG_STATE_HOME: join(tmpdir(), 'standing-panel-test-state') },
    pool: 'forks',
    // Many tests wait for a process of their own; the default leaves one core of two idle meanwhile, and so do two workers at times.
    maxWorkers: Math.max(2, availableParallelism() + 1),
    testTimeout: long ? 1_800_000 : 180_000,
    hookTimeout: 120_000,
  },
});
