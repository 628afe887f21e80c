// Bundles the sources into dist/, the workbench's pages into dist/web/, and copies the data files that people edit, which the program reads at run time.

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'tsdown';
import { build as buildPages } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const RESOURCES = new Set(['.yaml', '.tsv', '.sql', '.txt', '.wasm']);
/** Folders of weights are copied whole: their terms stay with every copy. */
const WEIGHTS = 'weights';

const target = join(root, 'dist');
const next = join(root, 'dist.next');
const previous = join(root, 'dist.previous');

const begunAt = new Date();
// Built in a folder next to it and then swapped: a process that starts meanwhile finds the old build or the new one, never half of one.
rmSync(next, { recursive: true, force: true });
const bundles = await build({ logLevel: 'error', outDir: next });
const pages = await buildPages({
  configFile: join(root, 'web', 'vite.config.ts'),
  logLevel: 'error',
  build: { outDir: join(next, 'web') },
});
copyResources(join(root, 'src'));
writeLicences([...bundles.flatMap(({ chunks }) => chunks), ...pages.output]);
await prepareCluster();
writeSbom();
dateThreads();
rmSync(previous, { recursive: true, force: true });
if (existsSync(target)) renameSync(target, previous);
renameSync(next, target);
rmSync(previous, { recursive: true, force: true });

function copyResources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyResources(path);
    else if (RESOURCES.has(extname(entry.name)) || basename(folder) === WEIGHTS) {
      const copy = join(next, 'resources', relative(join(root, 'src'), path));
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(path, copy);
    }
  }
}

/** The terms of every library whose code went into the build, as it states them itself. */
function writeLicences(chunks) {
  const folders = new Set();
  for (const { moduleIds = [] } of chunks)
    for (const id of moduleIds) {
      const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
    }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const terms = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version}\n\n${terms}\n`;
  });
  writeFileSync(join(next, 'licences.txt'), parts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** What is in the product, for who must know (CycloneDX 1.5): out of the lock file, without the hour and number of its making, so that two builds are equal. */
function writeSbom() {
  const made = spawnSync('npm', ['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (made.status !== 0) {
    process.stderr.write('The list of components (sbom.cdx.json) was not made: "npm sbom" did not answer.\n');
    return;
  }
  const { serialNumber: _, ...sbom } = JSON.parse(made.stdout);
  delete sbom.metadata.timestamp;
  sbom.metadata.component.name = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name;
  writeFileSync(join(next, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 1)}\n`);
}

/** A checkout runs threads of this build while they are younger than every source: one written meanwhile may not be in it. */
function dateThreads() {
  for (const room of readdirSync(next)) {
    const thread = join(next, room, 'worker.js');
    if (existsSync(thread)) utimesSync(thread, begunAt, begunAt);
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
