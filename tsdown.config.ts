import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsdown';

/** Worker threads are entries of their own: they are started from a file. */
const workers = [
  'src/app/worker.ts',
  'src/app/report/worker.ts',
  'src/app/tracks/worker.ts',
  'src/app/workspace/worker.ts',
  'src/store/worker.ts',
  'src/record/worker.ts',
  'src/documents/worker.ts',
  'src/claims/worker.ts',
  'src/entities/worker.ts',
  'src/screening/worker.ts',
  'src/subjects/worker.ts',
].filter(existsSync);

/**
 * Libraries that go into the build: loading their 450 files one by one took as long as screening a name against a cached
 * index. The others stay where npm puts them: they bring data files, or few commands need them.
 */
const bundled = [
  'any-ascii',
  'big.js',
  'commander',
  'kysely',
  'papaparse',
  'picocolors',
  'saxes',
  'xmlchars',
  'yaml',
  'zod',
  /^hono(\/|$)/,
  /^@hono\//,
  /^@asteasolutions\/zod-to-openapi/,
  'openapi3-ts',
];

/** Zod's messages in fifty languages, of which the program speaks one, are read at every start. */
const withoutOtherLanguages = {
  name: 'without-other-languages',
  resolveId: (source: string, importer: string | undefined) =>
    source === '../locales/index.js' && importer?.includes('/node_modules/zod/')
      ? fileURLToPath(new URL('node_modules/zod/v4/locales/en.js', import.meta.url))
      : null,
};

export default defineConfig({
  entry: ['src/cli/main.ts', ...workers],
  outDir: 'dist',
  root: 'src',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: false,
  clean: false,
  sourcemap: false,
  minify: false,
  deps: { alwaysBundle: bundled },
  plugins: [withoutOtherLanguages],
});
