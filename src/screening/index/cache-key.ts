import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { tablesHash } from '../script/table.ts';

/** Raised whenever the arrays or the way names are taken apart change: an older cache is rebuilt. */
export const CACHE_VERSION = 18;
/** How a cache file begins. */
export const MAGIC = 'standing-panel/screening-index';

/**
 * The key of a cache: the hashes of the list files it was made from, in order, the version of the index, and the tables
 * that its names were taken apart by. A cache with another key is not used.
 */
export function cacheKey(documents: readonly string[]): string {
  return createHash('sha256')
    .update(
      [MAGIC, CACHE_VERSION, endianness(), process.versions.v8.split('.')[0], tablesHash(), ...documents].join('\n'),
    )
    .digest('hex');
}
