import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { joinTexts, TextList } from '../../core/text-list.ts';
import { type PackedBytes, PackedEntities, packEntities } from '../../entities/packed-entities.ts';
import { ScreeningError } from '../errors.ts';
import { CACHE_VERSION, MAGIC } from './cache-key.ts';
import { arraysInRow, type FlatArray, takeArrays } from './index-arrays.ts';
import { type IndexTexts, ScreeningIndex } from './screening-index.ts';

/** Each array begins at a multiple of this many bytes, so that it can be looked at in place. */
const ALIGNMENT = 8;
const MAX_HEADER = 4000;
const TEXTS = ['ids', 'captions', 'names', 'words', 'wordClasses'] as const satisfies readonly (keyof IndexTexts)[];

type Header = {
  readonly magic: string;
  readonly version: number;
  readonly key: string;
  readonly checksum: string;
  /**
   * Elements of each array after the header: the entities, where each begins, the arrays of the index, where each text
   * begins. Threads that read one file in memory so share all of it.
   */
  readonly lengths: readonly number[];
};

/** What is in no array. */
type Rest = { readonly texts: readonly string[]; readonly origins: PackedBytes['origins'] };

/** The index and the entities behind it as bytes for a cache file. */
export function writeIndexCache(index: ScreeningIndex, key: string): Uint8Array {
  return Buffer.concat(indexCacheParts(index, key));
}

/** The same in pieces, to be written one after the other: put together they would lie in memory twice. */
export function indexCacheParts(index: ScreeningIndex, key: string): readonly Uint8Array[] {
  const { entities } = index;
  const { bytes, starts, origins } = entities instanceof PackedEntities ? entities.packed : packEntities(entities);
  const texts = TEXTS.map((name) => joinTexts(index.texts[name]));
  const arrays = [bytes, starts, ...arraysInRow(index.arrays), ...texts.map((list) => list.starts)];
  const rest: Rest = { texts: texts.map(({ text }) => text), origins };
  const parts = [...arrays.flatMap(alignedBytes), serialize(rest)];
  const header: Header = {
    magic: MAGIC,
    version: CACHE_VERSION,
    key,
    checksum: checksumOf(parts),
    lengths: arrays.map(({ length }) => length),
  };
  const head = JSON.stringify(header);
  return [Buffer.from(`${head}${' '.repeat(padding(head.length + 1))}\n`), ...parts];
}

/** The index out of a cache file; entities are read when a hit needs them. @throws ScreeningError `cache-unusable` when it is damaged, old or of other lists */
export function readIndexCache(bytes: Uint8Array, key: string): ScreeningIndex {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes);
  const file = Buffer.from(buffer, byteOffset, byteLength);
  const end = file.subarray(0, MAX_HEADER).indexOf(10);
  try {
    const header = JSON.parse(file.toString('utf8', 0, Math.max(0, end))) as Header;
    const body = file.subarray(end + 1);
    if (
      header.magic !== MAGIC ||
      header.version !== CACHE_VERSION ||
      header.key !== key ||
      header.checksum !== checksumOf([body])
    )
      throw new Error('stale');
    const row = new ArrayRow(body, header.lengths);
    const [entities, starts] = [row.bytes(), row.integers()];
    const arrays = takeArrays(row);
    const textStarts = TEXTS.map(() => row.integers());
    const { texts, origins } = deserialize(row.rest()) as Rest;
    const lists = TEXTS.map((name, i) => [name, new TextList({ text: texts[i]!, starts: textStarts[i]! })]);
    return new ScreeningIndex(
      arrays,
      Object.fromEntries(lists) as IndexTexts,
      new PackedEntities({ bytes: entities, starts, origins }),
    );
  } catch (cause) {
    throw new ScreeningError(
      'cache-unusable',
      'The stored index is of other lists, of another version or damaged; it is rebuilt',
      { cause },
    );
  }
}

/** Arrays that lie one after the other, each looked at in place. */
class ArrayRow {
  readonly #body: Uint8Array;
  readonly #lengths: readonly number[];
  #place = 0;
  #at = 0;

  constructor(body: Uint8Array, lengths: readonly number[]) {
    this.#body = body;
    this.#lengths = lengths;
  }

  bytes(): Uint8Array {
    return this.#next(Uint8Array);
  }

  integers(): Uint32Array {
    return this.#next(Uint32Array);
  }

  decimals(): Float32Array {
    return this.#next(Float32Array);
  }

  /** What is after the arrays. */
  rest(): Uint8Array {
    return this.#body.subarray(this.#at);
  }

  #next<Kind extends FlatArray>(kind: new (buffer: ArrayBufferLike, from: number, length: number) => Kind): Kind {
    const { buffer, byteOffset } = this.#body;
    const array = new kind(buffer, byteOffset + this.#at, this.#lengths[this.#place++] ?? 0);
    this.#at += array.byteLength + padding(array.byteLength);
    return array;
  }
}

/** Bytes from a length to the next multiple of `ALIGNMENT`. */
function padding(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
}

function alignedBytes({ buffer, byteOffset, byteLength }: FlatArray): Uint8Array[] {
  return [new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(padding(byteLength))];
}

function checksumOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
