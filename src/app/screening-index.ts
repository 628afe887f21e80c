import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describeError } from '../core/errors.ts';
import { openListFile } from '../entities/list-file.ts';
import { type ListVersion, readLists } from '../entities/read-lists.ts';
import { cacheKey, readIndexCache, writeIndexCache } from '../screening/index-cache.ts';
import { buildIndex, type ScreeningIndex } from '../screening/screening-index.ts';
import { AppError } from './errors.ts';
import type { Progress } from './progress.ts';

export type LoadedLists = {
  readonly index: ScreeningIndex;
  readonly versions: readonly ListVersion[];
  readonly cached: boolean;
};

type CachedVersions = { readonly versions: readonly ListVersion[] };

/**
 * The index of list files: from the cache when the same files were indexed before, else read and indexed. A bad entry is
 * reported with its place and skipped; a file that is no list is reported, and an error when no file is left.
 */
export function loadLists(files: readonly string[], progress: Progress): LoadedLists {
  const opened = files.map((file) => openListFile(file));
  const key = cacheKey(opened.map(({ document }) => document));
  const cached = readCached(key);
  if (cached !== undefined) return cached;
  progress.step('Reading lists');
  const { entities, versions, faults, refused } = readLists(opened);
  for (const error of refused) progress.note(`refused: ${describeError(error)}`);
  for (const fault of faults) progress.note(`skipped: ${fault.place}: ${fault.message}`);
  if (versions.length === 0 || entities.length === 0) {
    throw new AppError(
      'unreadable',
      'none of these files is a list with entries; give official list files with --list',
    );
  }
  const index = buildIndex(entities);
  // A list with faults is read again the next time, so that its faults are told again.
  if (refused.length === 0 && faults.length === 0) writeCached(key, index, { versions });
  progress.done();
  return { index, versions, cached: false };
}

function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'standing-panel', 'screening');
}

/** A cache that is missing, old or damaged is no cache. */
function readCached(key: string): LoadedLists | undefined {
  try {
    const { versions } = JSON.parse(readFileSync(join(cacheFolder(), `${key}.json`), 'utf8')) as CachedVersions;
    const index = readIndexCache(readFileSync(join(cacheFolder(), `${key}.index`)), key);
    return { index, versions, cached: true };
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs time, nothing else. */
function writeCached(key: string, index: ScreeningIndex, versions: CachedVersions): void {
  try {
    mkdirSync(cacheFolder(), { recursive: true, mode: 0o700 });
    for (const [name, content] of [
      [`${key}.index`, writeIndexCache(index, key)],
      [`${key}.json`, JSON.stringify(versions)],
    ] as const) {
      const unfinished = join(cacheFolder(), `${name}.${process.pid}.part`);
      writeFileSync(unfinished, content, { mode: 0o600 });
      renameSync(unfinished, join(cacheFolder(), name));
    }
  } catch {
    return;
  }
}
