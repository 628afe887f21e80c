// Bundles the sources into dist/, the workbench's pages into dist/web/, and copies the data files that people edit, which the program reads at run time.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'tsdown';
import { build as buildPages } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const RESOURCES = new Set(['.yaml', '.tsv', '.sql', '.txt']);

const target = join(root, 'dist');
const next = join(root, 'dist.next');
const previous = join(root, 'dist.previous');

// Built beside and then swapped: a process that starts meanwhile finds the old build or the new one, never half of one.
rmSync(next, { recursive: true, force: true });
await build({ logLevel: 'error', outDir: next });
await buildPages({
  configFile: join(root, 'web', 'vite.config.ts'),
  logLevel: 'error',
  build: { outDir: join(next, 'web') },
});
copyResources(join(root, 'src'));
await prepareCluster();
rmSync(previous, { recursive: true, force: true });
if (existsSync(target)) renameSync(target, previous);
renameSync(next, target);
rmSync(previous, { recursive: true, force: true });

function copyResources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyResources(path);
    else if (RESOURCES.has(extname(entry.name))) {
      const copy = join(next, 'resources', relative(join(root, 'src'), path));
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(path, copy);
    }
  }
}

/** An empty database cluster, made once: unpacking it is faster than making one at the first start. */
async function prepareCluster() {
  const database = await PGlite.create();
  const dump = await database.dumpDataDir('gzip');
  await database.close();
  mkdirSync(join(next, 'resources', 'store'), { recursive: true });
  writeFileSync(join(next, 'resources', 'store', 'cluster.tar.gz'), Buffer.from(await dump.arrayBuffer()));
}
