import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type DocumentId, sha256Hex } from '../../core/hash.ts';
import type { CopyTarget } from '../../record/replica.ts';
import { AppError } from '../errors.ts';
import type { ObjectStore } from './object-store.ts';

const MOST_CHECKPOINT = 1024 * 1024;
/** Names that files of a record can have: what a store lists becomes paths on the disk of whoever restores from it. */
const FILE_NAME = /^record(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** A copy in a store of objects. What is there is known by the hashes that were noted when it was written; only a check reads it all. */
export function storeCopy(store: ObjectStore): CopyTarget {
  let listed: Promise<ReadonlyMap<string, number>> | undefined;
  const listing = () => {
    listed ??= store.list();
    return listed;
  };
  return {
    place: store.way,
    prepare: async () => void (await listing()),
    read: (path) => store.read(path, MOST_CHECKPOINT),
    async holds(path, bytes) {
      if ((await listing()).get(path) !== bytes.length) return false;
      // A tile never changes within one history, and a large log has thousands of them.
      return path.startsWith('record/log/tile/') || (await store.digest(path)) === sha256Hex(bytes);
    },
    write: (path, bytes) => store.write(path, bytes),
    holdsDocument: async (id) => (await listing()).has(documentName(id)),
    writeDocument: (id, file) => store.writeFile(documentName(id), file, id.slice('sha256:'.length)),
    removeDocument: (id) => store.remove(documentName(id)),
  };
}

function documentName(id: DocumentId): string {
  const digits = id.slice('sha256:'.length);
  return `record/documents/${digits.slice(0, 2)}/${digits.slice(2)}`;
}

/** Fetches a whole copy into a folder, where it is verified before anything is believed. @throws AppError `not-fetched`, `unreadable` */
export async function fetchCopy(store: ObjectStore, folder: string): Promise<void> {
  const listing = await store.list();
  if (!listing.has('record/log/checkpoint'))
    throw new AppError('unreadable', 'there is no copy of a record in this store', { place: store.way });
  for (const part of ['acts', 'documents', 'log']) mkdirSync(join(folder, 'record', part), { recursive: true });
  for (const [name, size] of listing) {
    // What a store's own pages make for a folder is an empty object of its name.
    if (!name.startsWith('record/') || (name.endsWith('/') && size === 0)) continue;
    if (!FILE_NAME.test(name))
      throw new AppError('unreadable', `the store lists "${name.slice(0, 120)}", which no file of a record is called`, {
        place: store.way,
      });
    const path = join(folder, ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(store.stream(name, size), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  }
}
