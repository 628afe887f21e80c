// Makes a checkout runnable: installs what is missing and builds what is older than the sources. Plain JavaScript on
// Node alone, because it runs before anything is installed. Everything it says goes to standard error, so that the
// answer of a command stays alone on standard output.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
const INSTALL_STAMP = join(root, 'node_modules', '.standing-panel-lock-hash');
const BUILD_STAMP = join(root, 'dist', '.sources-hash');
const LOCK_FOLDER = join(root, '.launch');
const LOCK_FILE = join(LOCK_FOLDER, 'lock');
const LOCK_PATIENCE_MS = 10 * 60 * 1000;
const BUILD_INPUTS = [
  'src',
  'web',
  'scripts/build.mjs',
  'scripts/empty-cluster.mjs',
  'scripts/licences',
  'tsdown.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** Installs and builds as needed; many processes may call it at once. Exits with a plain message when it cannot. */
export function makeReady() {
  requireNode();
  if (isInstalled() && isBuilt()) return;
  withLock(() => {
    if (!isInstalled()) install();
    if (!isBuilt()) build();
  });
}

/** Installs as needed, without building: what the tests and checks need. */
export function makeInstalled() {
  requireNode();
  if (!isInstalled()) withLock(() => isInstalled() || install());
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Standing Panel needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function isInstalled() {
  return readStamp(INSTALL_STAMP) === lockHash();
}

function install() {
  say('Installing dependencies (once) ...');
  run(
    'npm',
    ['ci', '--no-fund', '--no-audit', '--loglevel=error'],
    'The dependencies could not be installed; the first start needs a connection to the npm registry.',
  );
  writeFileSync(INSTALL_STAMP, lockHash());
}

function isBuilt() {
  return readStamp(BUILD_STAMP) === sourcesHash();
}

function build() {
  say('Building ...');
  const before = sourcesHash();
  run(process.execPath, [join(root, 'scripts', 'build.mjs')], 'The build failed; the lines above say where.');
  writeFileSync(BUILD_STAMP, before);
}

/** A fingerprint of path, size and time of every source file: a changed, added or deleted file changes it. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const input of BUILD_INPUTS) {
    const path = join(root, input);
    if (existsSync(path)) addToHash(hash, path);
  }
  return hash.digest('hex');
}

function addToHash(hash, path) {
  const stats = statSync(path);
  if (stats.isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name));
  } else if (!path.endsWith('.test.ts')) {
    hash.update(`${path.slice(root.length)}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
}

/** One process installs or builds, the others wait. A lock whose owner is gone is taken over. */
function withLock(work) {
  mkdirSync(LOCK_FOLDER, { recursive: true });
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  while (!tryLock()) {
    if (Date.now() > deadline)
      fail(`Another process has been installing for ten minutes; if none is, remove ${LOCK_FILE}.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    work();
  } finally {
    rmSync(LOCK_FILE, { force: true });
  }
}

function tryLock() {
  try {
    const file = openSync(LOCK_FILE, 'wx');
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') fail(`Cannot write in ${LOCK_FOLDER}: ${error.message}`);
  }
  const owner = Number(readStamp(LOCK_FILE));
  const age = existsSync(LOCK_FILE) ? Date.now() - statSync(LOCK_FILE).mtimeMs : 0;
  if ((owner > 0 && !isAlive(owner)) || (!owner && age > 5000)) rmSync(LOCK_FILE, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs a tool with all its output on standard error. */
function run(command, args, failure) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (done.status !== 0) fail(failure);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
