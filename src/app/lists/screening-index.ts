import { once } from 'node:events';
import { startWorkerThread } from '../../core/threads/worker-thread.ts';
import type { CalendarDate } from '../../core/time/calendar.ts';
import type { DatedList, ListVersion } from '../../entities/keep-lists.ts';
import { type OpenedList, openListFile } from '../../entities/list-file.ts';
import { type StartedReading, startReading } from '../../entities/read-in-thread.ts';
import { cacheKey } from '../../screening/index/cache-key.ts';
import { INDEXED_PROPS } from '../../screening/index/indexed-props.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import type { Progress } from '../progress.ts';
import { programName } from '../version.ts';
import { cachedBytes, hasCached, readCached, writeCached } from './index-files.ts';
import { type IndexedLists, tellFaults } from './list-faults.ts';

export type LoadedLists = {
  readonly index: ScreeningIndex;
  readonly versions: readonly ListVersion[];
  readonly cached: boolean;
  /** Names exactly these versions and this form of the index. */
  readonly key: string;
  /** The index as bytes that other threads read without a copy. */
  shared(): SharedArrayBuffer;
};

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
  if (areLarge(inputs) && !hasCached(keyOf(inputs))) {
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
  // Reading begins while what indexes is still being loaded.
  const reading = areLarge(inputs) && !hasCached(key) ? startReading(inputs, INDEXED_PROPS) : null;
  const { indexCacheParts, readIndexCache, writeIndexCache } = await import('../../screening/index/index-cache.ts');
  const cached = reading === null ? readCached(key, readIndexCache) : undefined;
  if (cached !== undefined) {
    tellFaults(cached.facts.faults, progress);
    return { ...cached, versions: cached.facts.versions, cached: true, key };
  }
  const { index, versions, faults, refused } = await readLists(inputs, reading, progress);
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

async function readLists(
  inputs: readonly DatedList[],
  started: StartedReading | null,
  progress: Progress,
): Promise<IndexedLists> {
  if (areLarge(inputs)) {
    const { indexWhileReading } = await import('./threaded-list-reading.ts');
    return await indexWhileReading(started ?? startReading(inputs, INDEXED_PROPS), progress);
  }
  const { readAndIndex } = await import('./list-reading.ts');
  return await readAndIndex(inputs, progress);
}

function sharedCopy(bytes: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}
