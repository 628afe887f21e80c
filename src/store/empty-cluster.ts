import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../core/resource.ts';
import { readMigrations } from './migrate.ts';

/**
 * An empty database with its tables, as the build prepared it (scripts/empty-cluster.mjs): to copy it takes a tenth of the time of making
 * one. An installed package has lost the folders that were empty, and the database does not start without them: they are named beside it.
 */
export type PreparedCluster = { readonly files: string; readonly folders: readonly string[] };

/** Nothing where the build made it with other scripts, or where there is no build: the database then makes its own. */
export function preparedCluster(): PreparedCluster | undefined {
  const files = join(packageRoot(), 'dist', 'resources', 'store', `cluster-${fingerprintOf(readMigrations())}`);
  try {
    return {
      files,
      folders: readFileSync(`${files}.folders`, 'utf8')
        .split('\n')
        .filter((name) => name !== ''),
    };
  } catch {
    return undefined;
  }
}

/** Lays an empty database into a folder that is not there yet, where one was prepared. */
export function layEmptyCluster(folder: string): void {
  if (existsSync(folder)) return;
  const made = preparedCluster();
  if (made === undefined) return;
  try {
    cpSync(made.files, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
    for (const name of made.folders) mkdirSync(join(folder, name), { recursive: true });
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
