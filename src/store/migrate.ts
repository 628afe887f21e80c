import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcePath } from '../core/resource.ts';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';

type Migration = { readonly name: string; readonly script: string };

/** The numbered scripts of `store/migrations/`, in order. */
export function readMigrations(): readonly Migration[] {
  const folder = resourcePath('store/migrations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, script: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Brings the tables to this program's version: applies, once and in order, what was not applied yet.
 * @throws StoreError `migration-unknown` when a newer program has been at work on this store
 */
export async function migrate(database: Database, migrations = readMigrations()): Promise<readonly string[]> {
  await database.execute('create table if not exists migration (name text collate "C" primary key)');
  const rows = await database.query({ sql: 'select name from migration order by name' });
  const applied = new Set(rows.map((row) => String(row.name)));
  const known = new Set(migrations.map((one) => one.name));
  for (const name of applied) {
    if (!known.has(name)) {
      throw new StoreError(
        'migration-unknown',
        `The projections were made by a newer version of this program (${name}); use that version, or run "panel rebuild" to make them again with this one. The record is untouched.`,
      );
    }
  }
  const missing = migrations.filter((one) => !applied.has(one.name));
  for (const { name, script } of missing) {
    await database.execute(
      `begin; ${script}; insert into migration (name) values ('${name.replaceAll("'", "''")}'); commit;`,
    );
  }
  return missing.map((one) => one.name);
}
