import type { PostingTable } from '../words/posting-table.ts';
import type { IndexArrays } from './screening-index.ts';

export type FlatArray = Uint8Array | Uint32Array | Float32Array;

/** Gives the next array of a row of them, made over bytes that are there. */
export type NextArray = {
  bytes(): Uint8Array;
  integers(): Uint32Array;
  decimals(): Float32Array;
};

/** The arrays of an index one after the other, as `takeArrays` takes them. */
export function arraysInRow(arrays: IndexArrays): FlatArray[] {
  return [
    arrays.nameEntity,
    arrays.nameQuality,
    arrays.nameStarts,
    arrays.nameTokens,
    arrays.nameWeight,
    arrays.wordStarts,
    arrays.wordNames,
    arrays.wordKind,
    arrays.wordWeight,
    arrays.wordSoundStarts,
    arrays.wordSounds,
    arrays.wordTraits,
    arrays.entityKind,
    ...[arrays.wordKeys, arrays.nameKeys, arrays.numberKeys].flatMap(({ hashes, starts, ids }) => [
      hashes,
      starts,
      ids,
    ]),
  ];
}

/** The arrays of an index out of a row of them; they are asked for in the order of `arraysInRow`. */
export function takeArrays(next: NextArray): IndexArrays {
  return {
    nameEntity: next.integers(),
    nameQuality: next.bytes(),
    nameStarts: next.integers(),
    nameTokens: next.integers(),
    nameWeight: next.decimals(),
    wordStarts: next.integers(),
    wordNames: next.integers(),
    wordKind: next.bytes(),
    wordWeight: next.decimals(),
    wordSoundStarts: next.integers(),
    wordSounds: next.bytes(),
    wordTraits: next.bytes(),
    entityKind: next.bytes(),
    wordKeys: takePostings(next),
    nameKeys: takePostings(next),
    numberKeys: takePostings(next),
  };
}

function takePostings(next: NextArray): PostingTable {
  return { hashes: next.integers(), starts: next.integers(), ids: next.integers() };
}
