import { existsSync } from 'node:fs';
import { defineConfig } from 'tsdown';

/** Worker threads are entries of their own: they are started from a file. */
const workers = [
  'src/store/worker.ts',
  'src/record/worker.ts',
  'src/documents/worker.ts',
  'src/screening/worker.ts',
].filter(existsSync);

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
});
