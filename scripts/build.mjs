// Bundles the sources into dist/, the workbench's pages into dist/web/, and copies the data files that people edit, which the program reads at run time.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'tsdown';
import { build as buildPages } from 'vite';
import { parse as parseYaml } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const RESOURCES = new Set(['.yaml', '.tsv', '.sql', '.txt', '.wasm']);
/** Folders of weights are copied whole: their terms stay with every copy. */
const WEIGHTS = 'weights';

/** Another folder than `dist/` can be named as the first argument, such as to compare two builds. */
const target = resolve(process.argv[2] ?? join(root, 'dist'));
const next = `${target}.next`;
const previous = `${target}.previous`;

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
prepareYaml([join(root, 'src'), join(root, 'regimes')]);
const libraries = librariesIn([...bundles.flatMap(({ chunks }) => chunks), ...pages.output]);
writeLicences(libraries);
prepareCluster();
writeSbom(libraries);
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

/** What each of the program's YAML files says, as JSON under the hash of its text: `src/core/prepared-yaml.ts` reads it. */
function prepareYaml(folders) {
  const prepared = join(next, 'resources', 'prepared-yaml');
  mkdirSync(prepared, { recursive: true });
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true })) {
      if (extname(name) !== '.yaml') continue;
      const text = readFileSync(join(folder, name), 'utf8');
      const value = parseYaml(text);
      const json = JSON.stringify(value);
      // What JSON cannot say (an infinite number, say) is read from the file itself.
      if (!isDeepStrictEqual(JSON.parse(json), value)) continue;
      writeFileSync(join(prepared, `${createHash('sha256').update(text).digest('hex')}.json`), json);
    }
}

/** Every library whose code went into the build: the server's and the pages'. */
function librariesIn(chunks) {
  const folders = new Set();
  for (const { moduleIds = [] } of chunks)
    for (const id of moduleIds) {
      const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
    }
  return [...folders]
    .map((folder) => ({ folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** The terms of every library in the build, as it states them itself. */
function writeLicences(libraries) {
  const parts = libraries.map(
    ({ folder, name, version, license, author }) => `${name} ${version}\n\n${termsOf(folder, name, license, author)}\n`,
  );
  writeFileSync(join(next, 'licences.txt'), parts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** A library that ships no file of its terms names them: the terms that go with every copy stand here then. */
function termsOf(folder, name, license, author) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  const terms = join(root, 'scripts', 'licences', `${license}.txt`);
  if (!existsSync(terms)) throw new Error(`${name} ships no terms, and scripts/licences/ has none of ${license}.`);
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return readFileSync(terms, 'utf8')
    .trim()
    .replace('<holder>', holder.replace(/\s*[<(].*$/, ''));
}

/**
 * What is in the product, for who must know (CycloneDX 1.5): what npm installs with it, and the libraries of the pages, which are in the
 * build (they count as needed for development, which npm leaves out by itself in a build). Out of the lock file, without the hour and number of its making, so that two builds are equal.
 */
function writeSbom(libraries) {
  const made = spawnSync('npm', ['sbom', '--package-lock-only', '--include', 'dev', '--sbom-format', 'cyclonedx'], {
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
  const bundled = new Set(libraries.map(({ name, version }) => `${name}@${version}`));
  const isShipped = ({ name, version, properties }) =>
    bundled.has(`${name}@${version}`) ||
    !properties.some(({ name: property, value }) => property === 'cdx:npm:package:development' && value === 'true');
  const components = sbom.components.filter(isShipped);
  // A licence that is no SPDX expression ("BSD") is left out by npm: the words of the package itself stand in its place.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  for (const one of components)
    if ((one.licenses ?? []).length === 0)
      one.licenses = [{ license: { name: lock[`node_modules/${one.name}`]?.license ?? 'not stated' } }];
  const known = new Set(components.map(({ name, version }) => `${name}@${version}`));
  for (const library of bundled)
    if (!known.has(library)) throw new Error(`${library} is in the build and not in the list of components.`);
  const refs = new Set([sbom.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = sbom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  writeFileSync(join(next, 'sbom.cdx.json'), `${JSON.stringify({ ...sbom, components, dependencies }, null, 1)}\n`);
}

/** A checkout runs threads of this build while they are younger than every source: one written meanwhile may not be in it. */
function dateThreads() {
  for (const path of readdirSync(next, { recursive: true }))
    if (basename(path) === 'worker.js') utimesSync(join(next, path), begunAt, begunAt);
}

/** An empty database cluster, made once: copying it is faster than making one at the first start. */
function prepareCluster() {
  const folder = join(next, 'resources', 'store');
  mkdirSync(folder, { recursive: true });
  const made = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'empty-cluster.mjs'), folder, join(root, 'src', 'store', 'migrations')],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (made.status !== 0) throw new Error('The empty database cluster was not made.');
}
