import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { IndexedLists } from './list-faults.ts';

/** What is known of cached lists besides their index. */
type CachedFacts = Pick<IndexedLists, 'versions' | 'faults'>;

function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'standing-panel', 'screening');
}

/**
 * Whether a file, and the folder that it lies in, are this user's own and nobody else may write them: what a cached index
 * leaves out is a name that nobody is told of. Windows has no such owners to ask.
 */
function isOurs(path: string): boolean {
  if (process.getuid === undefined) return true;
  return [cacheFolder(), path].every((place) => {
    const stats = lstatSync(place, { throwIfNoEntry: false });
    return stats !== undefined && stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0;
  });
}

/** Whether there is a cache of this key; whether it is whole is told by reading it. */
export function hasCached(key: string): boolean {
  return isOurs(join(cacheFolder(), `${key}.index`));
}

/** What a cache holds, by `read` for the index. A cache that is missing, old or damaged is no cache. */
export function readCached<Index>(
  key: string,
  read: (bytes: Uint8Array, key: string) => Index,
): { index: Index; facts: CachedFacts; shared(): SharedArrayBuffer } | undefined {
  try {
    if (!isOurs(join(cacheFolder(), `${key}.json`)) || !hasCached(key)) return undefined;
    const facts = JSON.parse(readFileSync(join(cacheFolder(), `${key}.json`), 'utf8')) as CachedFacts;
    if (!Array.isArray(facts.versions) || !Array.isArray(facts.faults)) return undefined;
    const path = join(cacheFolder(), `${key}.index`);
    const bytes = readShared(path);
    const index = read(new Uint8Array(bytes), key);
    touch(path);
    return { index, facts, shared: () => bytes };
  } catch {
    return undefined;
  }
}

/** Marks a cache as used now, where that is allowed. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    return;
  }
}

/** The index of a cache as it is in its file. */
export function cachedBytes(key: string): SharedArrayBuffer | undefined {
  try {
    return hasCached(key) ? readShared(join(cacheFolder(), `${key}.index`)) : undefined;
  } catch {
    return undefined;
  }
}

/** A file in memory that threads share, so that however many read it, it is there once. */
function readShared(path: string): SharedArrayBuffer {
  const file = openSync(path, 'r');
  try {
    const shared = new SharedArrayBuffer(fstatSync(file).size);
    const bytes = new Uint8Array(shared);
    for (let at = 0; at < bytes.length; ) {
      const length = readSync(file, bytes, at, bytes.length - at, null);
      if (length === 0) break;
      at += length;
    }
    return shared;
  } finally {
    closeSync(file);
  }
}

function writeParts(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
  } finally {
    closeSync(file);
  }
}

/** Indexes of about ten megabytes each: those of lists that were screened against last are kept. */
const MOST_CACHED = 12;

/** Removes the caches that were used longest ago, with what an ended process left unfinished. */
function removeOldest(): void {
  const folder = cacheFolder();
  const files = readdirSync(folder).map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }));
  const indexes = files.filter(({ name }) => name.endsWith('.index')).sort((a, b) => b.at - a.at);
  const kept = new Set(indexes.slice(0, MOST_CACHED).map(({ name }) => name.replace(/\.index$/, '')));
  const dayAgo = Date.now() - 86_400_000;
  for (const { name, at } of files)
    if (name.endsWith('.part') ? at < dayAgo : !kept.has(name.replace(/\.(?:index|json)$/, '')))
      rmSync(join(folder, name), { force: true });
}

/** A cache that cannot be written costs time, nothing else. */
export function writeCached(key: string, index: readonly Uint8Array[], facts: CachedFacts): void {
  try {
    mkdirSync(cacheFolder(), { recursive: true, mode: 0o700 });
    for (const [name, content] of [
      [`${key}.index`, index],
      [`${key}.json`, [Buffer.from(JSON.stringify(facts))]],
    ] as const) {
      const unfinished = join(cacheFolder(), `${name}.${process.pid}.part`);
      writeParts(unfinished, content);
      renameSync(unfinished, join(cacheFolder(), name));
    }
    removeOldest();
  } catch {
    return;
  }
}
