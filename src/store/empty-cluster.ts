import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../core/resource.ts';
import { readMigrations } from './migrate.ts';

/**
 * Lays an empty database with its tables into a folder that is not there yet: a copy of what the build prepared (scripts/empty-cluster.mjs),
 * which takes a tenth of the time of making one. Nothing happens where the build made it with other scripts, or where there is no build: the
 * database then makes its own.
 */
export function layEmptyCluster(folder: string): void {
  if (existsSync(folder)) return;
  const made = join(packageRoot(), 'dist', 'resources', 'store', `cluster-${fingerprintOf(readMigrations())}`);
  if (!existsSync(made)) return;
  try {
    cpSync(made, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
    // An installed package has lost the folders that were empty, and the database does not start without them.
    for (const name of readFileSync(`${made}.folders`, 'utf8').split('\n'))
      if (name !== '') mkdirSync(join(folder, name), { recursive: true });
  } catch {
    // A disk that is full, or cannot be written, is told by whoever opens the database.
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the scripts by which the tables were made, by name and in order. */
function fingerprintOf(migrations: ReturnType<typeof readMigrations>): string {
  const hash = createHash('sha256');
  for (const { name, script } of migrations) hash.update(`${name}\n${script}\n`);
  return hash.digest('hex').slice(0, 16);
}
