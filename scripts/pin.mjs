// Pins what the published package brings with it: npm-shrinkwrap.json beside package.json is the lock file without what is
// needed for development alone. npm packs it, and installs what it names wherever the package is installed; a checkout has the
// lock file and no use for it. `node scripts/pin.mjs` before packing, `node scripts/pin.mjs --undo` after (package.json does both).
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(root, 'npm-shrinkwrap.json');

if (process.argv.includes('--undo')) rmSync(pinned, { force: true });
else {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const packages = Object.fromEntries(Object.entries(lock.packages).filter(([, entry]) => entry.dev !== true));
  const { devDependencies: _, ...own } = packages[''];
  writeFileSync(pinned, `${JSON.stringify({ ...lock, packages: { ...packages, '': own } }, null, 2)}\n`);
}
