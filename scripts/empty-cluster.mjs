// Makes an empty database cluster with the store's tables in a folder beside those that `store/empty-cluster.ts` looks for: copying it is
// faster than making one at the first start. The database puts the hour, and numbers drawn at random, into a cluster: here the clock
// stands still and what is drawn follows from a counter, so that two builds are equal. Nothing rests on either: the database has no users
// and listens nowhere.
import crypto, { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** 1 January 2020: any day will do that is the same in every build. */
const STILL = 1_577_836_800_000;
let ticks = 0;

globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [STILL] : given));
  }
  static now() {
    return STILL;
  }
};
// It moves on by a little whenever it is read: a clock that stands quite still would make who waits for it wait for ever.
performance.now = () => ticks++ / 1000;

let drawn = 0;
function fill(array) {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  for (let at = 0; at < bytes.length; at += 32)
    bytes.set(
      createHash('sha256')
        .update(`empty cluster ${drawn++}`)
        .digest()
        .subarray(0, bytes.length - at),
      at,
    );
  return array;
}
crypto.randomFillSync = fill;
globalThis.crypto.getRandomValues = fill;
Math.random = () => (drawn++ % 1000) / 1000;

const [, , folder, scripts] = process.argv;
const migrations = readdirSync(scripts)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => ({ name, script: readFileSync(join(scripts, name), 'utf8') }));
const fingerprint = createHash('sha256');
for (const { name, script } of migrations) fingerprint.update(`${name}\n${script}\n`);

const cluster = join(folder, `cluster-${fingerprint.digest('hex').slice(0, 16)}`);

const { PGlite } = await import('@electric-sql/pglite');
const database = await PGlite.create(cluster, {
  // Segments of its log are hashed with all else at each opening: of the usual sixteen megabytes nearly all would be zeros.
  initDbStartParams: ['--wal-segsize=1'],
});
await database.exec('create table migration (name text collate "C" primary key)');
for (const { name, script } of migrations)
  await database.exec(`begin; ${script}; insert into migration (name) values ('${name}'); commit;`);
// Two more databases stand there for making others after them, which nobody does: three fifths of the files, copied and hashed each time.
await database.exec('update pg_database set datistemplate = false where datname <> current_database()');
for (const name of ['template0', 'template1']) await database.exec(`drop database ${name}`);
await database.close();
// A package keeps no empty folder, and the database does not start without its own.
const folders = readdirSync(cluster, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => relative(cluster, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
writeFileSync(`${cluster}.folders`, `${folders.sort().join('\n')}\n`);
