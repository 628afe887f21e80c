import { once } from 'node:events';
import {
  closeSync,
  fstatSync,
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
import type { CalendarDate } from '../core/calendar.ts';
import { startWorkerThread } from '../core/worker-thread.ts';
import type { ListFault } from '../entities/errors.ts';
import type { DatedList, ListVersion } from '../entities/keep-lists.ts';
import { type OpenedList, openListFile } from '../entities/list-file.ts';
import { startReading } from '../entities/read-in-thread.ts';
import { cacheKey, indexCacheParts, readIndexCache, writeIndexCache } from '../screening/index-cache.ts';
import { INDEXED_PROPS, type ScreeningIndex } from '../screening/screening-index.ts';
import { type IndexedLists, tellFaults } from './list-faults.ts';
import type { Progress } from './progress.ts';
import { programName } from './version.ts';

export type LoadedLists = {
  readonly index: ScreeningIndex;
  readonly versions: readonly ListVersion[];
  readonly cached: boolean;
  /** Names exactly these versions and this form of the index. */
  readonly key: string;
  /** The index as bytes that other threads read without a copy. */
  shared(): SharedArrayBuffer;
};

type CachedFacts = { readonly versions: readonly ListVersion[]; readonly faults: readonly ListFault[] };

/** The index of list files on disk. @throws AppError `unreadable` when none of them is a list, EntitiesError */
export async function loadLists(files: readonly string[], progress: Progress): Promise<LoadedLists> {
  return await indexLists(
    files.map((path) => ({ file: openListFile(path), published: null })),
    progress,
  );
}

/**
 * The same for a long batch: what is not cached is read and indexed by another thread, which gives back at its end the memory
 * that it took. Here much of it would stay for as long as the batch lasts.
 */
export async function loadListsApart(files: readonly string[], progress: Progress): Promise<LoadedLists> {
  const inputs = files.map((path) => ({ file: openListFile(path), published: null }));
  if (areLarge(inputs) && readCached(keyOf(inputs)) === undefined) {
    progress.step('Reading lists');
    const lists: ListsToIndex = inputs.map(({ file: { chunks: _, ...opened }, published }) => ({ opened, published }));
    const worker = startWorkerThread('app', { workerData: lists });
    // What cannot be read or cached there is read, and told, here.
    await once(worker, 'exit').catch(() => undefined);
  }
  return await indexLists(inputs, progress);
}

/** Lists for the thread that indexes them. */
export type ListsToIndex = readonly { readonly opened: OpenedList; readonly published: CalendarDate | null }[];

/** Names exactly these lists as this program reads them: another version may read other values out of the same file. */
function keyOf(inputs: readonly DatedList[]): string {
  return cacheKey([programName(), ...inputs.map(({ file, published }) => `${file.document} ${published ?? ''}`)]);
}

/**
 * The index of lists: from the cache when the same versions were indexed before, else read and indexed. A bad entry is
 * reported with its place and skipped; a file that is no list is reported, and an error when no list is left.
 */
export async function indexLists(inputs: readonly DatedList[], progress: Progress): Promise<LoadedLists> {
  const key = keyOf(inputs);
  const cached = readCached(key);
  if (cached !== undefined) {
    tellFaults(cached.facts.faults, progress);
    return { ...cached, versions: cached.facts.versions, cached: true, key };
  }
  const { index, versions, faults, refused } = await readLists(inputs, progress);
  // With a file refused the answer is not of all that was asked for: it is read, and told, again the next time.
  if (refused === 0) writeCached(key, indexCacheParts(index, key), { versions, faults });
  progress.done();
  return {
    index,
    versions,
    cached: false,
    key,
    shared: () => cachedBytes(key) ?? sharedCopy(writeIndexCache(index, key)),
  };
}

/** Smaller lists are read before a thread has started. */
const LARGE_BYTES = 500_000;

function areLarge(inputs: readonly DatedList[]): boolean {
  return inputs.reduce((bytes, { file }) => bytes + file.size, 0) >= LARGE_BYTES;
}

/** What indexes lists is loaded when one is to be read. */
async function readLists(inputs: readonly DatedList[], progress: Progress): Promise<IndexedLists> {
  if (!areLarge(inputs)) {
    const { readAndIndex } = await import('./list-reading.ts');
    return await readAndIndex(inputs, progress);
  }
  const reading = startReading(inputs, INDEXED_PROPS);
  const { indexWhileReading } = await import('./list-reading-beside.ts');
  return await indexWhileReading(reading, progress);
}

function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'standing-panel', 'screening');
}

/** A cache that is missing, old or damaged is no cache. */
function readCached(
  key: string,
): { index: ScreeningIndex; facts: CachedFacts; shared(): SharedArrayBuffer } | undefined {
  try {
    const facts = JSON.parse(readFileSync(join(cacheFolder(), `${key}.json`), 'utf8')) as CachedFacts;
    if (!Array.isArray(facts.versions) || !Array.isArray(facts.faults)) return undefined;
    const path = join(cacheFolder(), `${key}.index`);
    const bytes = readShared(path);
    const index = readIndexCache(new Uint8Array(bytes), key);
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

function cachedBytes(key: string): SharedArrayBuffer | undefined {
  try {
    return readShared(join(cacheFolder(), `${key}.index`));
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

function sharedCopy(bytes: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
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
function writeCached(key: string, index: readonly Uint8Array[], facts: CachedFacts): void {
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
