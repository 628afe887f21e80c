import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type JoinedTexts, joinTexts, TextList } from '../core/text-list.ts';
import { type PackedBytes, PackedEntities, packEntities } from '../entities/packed-entities.ts';
import { ScreeningError } from './errors.ts';
import { type IndexArrays, type IndexTexts, ScreeningIndex } from './screening-index.ts';
import { tablesHash } from './table.ts';

/** Raised whenever the arrays or the way names are taken apart change: an older cache is built anew. */
const CACHE_VERSION = 16;
const MAGIC = 'standing-panel/screening-index';

type Header = {
  readonly magic: string;
  readonly version: number;
  readonly key: string;
  readonly checksum: string;
  readonly entityCount: number;
  /** Bytes of the entities, which lie behind the header as they are and are looked at in place. */
  readonly entityBytes: number;
};
type Body = {
  readonly arrays: IndexArrays;
  readonly texts: { readonly [List in keyof IndexTexts]: JoinedTexts };
  readonly entityStarts: Uint32Array;
  readonly origins: PackedBytes['origins'];
};

/**
 * The key of a cache: the hashes of the list files it was made from, in order, the version of the index, and the tables
 * that its names were taken apart by. A cache with another key is not used.
 */
export function cacheKey(documents: readonly string[]): string {
  return createHash('sha256')
    .update([MAGIC, CACHE_VERSION, process.versions.v8.split('.')[0], tablesHash(), ...documents].join('\n'))
    .digest('hex');
}

/** The index and the entities behind it as bytes for a cache file. */
export function writeIndexCache(index: ScreeningIndex, key: string): Uint8Array {
  return Buffer.concat(indexCacheParts(index, key));
}

/** The same in pieces, to be written one after the other: put together they would lie in memory twice. */
export function indexCacheParts(index: ScreeningIndex, key: string): readonly Uint8Array[] {
  const { entities } = index;
  const { bytes, starts, origins } = entities instanceof PackedEntities ? entities.packed : packEntities(entities);
  const { ids, captions, names, words, wordClasses } = index.texts;
  const rest = serialize({
    arrays: index.arrays,
    texts: {
      ids: joinTexts(ids),
      captions: joinTexts(captions),
      names: joinTexts(names),
      words: joinTexts(words),
      wordClasses: joinTexts(wordClasses),
    },
    entityStarts: starts,
    origins,
  });
  const parts = [bytes, rest];
  const header: Header = {
    magic: MAGIC,
    version: CACHE_VERSION,
    key,
    checksum: checksumOf(parts),
    entityCount: index.entityCount,
    entityBytes: bytes.length,
  };
  const head = Buffer.from(`${JSON.stringify(header)}\n`);
  return [head, ...parts];
}

/** The index out of a cache file; entities are read when a hit needs them. @throws ScreeningError `cache-unusable` when it is damaged, old or of other lists */
export function readIndexCache(bytes: Uint8Array, key: string): ScreeningIndex {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.subarray(0, 2000).indexOf(10);
  try {
    const header = JSON.parse(buffer.toString('utf8', 0, Math.max(0, end))) as Header;
    const raw = buffer.subarray(end + 1);
    if (
      header.magic !== MAGIC ||
      header.version !== CACHE_VERSION ||
      header.key !== key ||
      header.checksum !== checksumOf([raw])
    )
      throw new Error('stale');
    const entities = raw.subarray(0, header.entityBytes);
    const body = deserialize(raw.subarray(header.entityBytes)) as Body;
    const { ids, captions, names, words, wordClasses } = body.texts;
    const texts = {
      ids: new TextList(ids),
      captions: new TextList(captions),
      names: new TextList(names),
      words: new TextList(words),
      wordClasses: new TextList(wordClasses),
    };
    const { entityStarts: starts, origins } = body;
    return new ScreeningIndex(body.arrays, texts, new PackedEntities({ bytes: entities, starts, origins }));
  } catch (cause) {
    throw new ScreeningError(
      'cache-unusable',
      'The stored index is of other lists, of another version or damaged; it is built anew',
      { cause },
    );
  }
}

function checksumOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
