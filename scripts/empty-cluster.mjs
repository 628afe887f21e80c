// Makes an empty database cluster, packed, at the path given: unpacking it is faster than making one at the first start. The
// database puts the hour, and numbers drawn at random, into a cluster: here the clock stands still and what is drawn follows
// from a counter, so that two builds are equal. Nothing rests on either: the database has no users and listens nowhere.
import crypto, { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

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

const { PGlite } = await import('@electric-sql/pglite');
const database = await PGlite.create();
const dump = await database.dumpDataDir('gzip');
await database.close();
writeFileSync(process.argv[2], Buffer.from(await dump.arrayBuffer()));
