import { searchTokens } from '../../core/search-tokens.ts';

/** Words that make one shingle: five of a row are seldom the same by chance. */
const SHINGLE = 5;
/** Values of a signature: the share of equal ones is the share of shingles that two texts have in common, give or take 4 in 100. */
const VALUES = 128;
/** A text of fewer shingles says too little to be distinguished from another by them. */
const LEAST_SHINGLES = 30;
/** Values that must be equal for two texts to be compared at all: what shares 4 in 10 shingles hardly misses all of 32 groups. */
const BAND = 4;

/** What is kept of a text to find others like it (MinHash: Broder 1997); null for one that is too short. */
export type TextSignature = Uint32Array | null;

/** The signature of a text. Case, accents and punctuation do not count; Chinese, Japanese and Korean count by pairs of signs. */
export function textSignature(text: string): TextSignature {
  const words = searchTokens(text).map(({ word }) => word);
  if (words.length < SHINGLE + LEAST_SHINGLES) return null;
  const signature = new Uint32Array(VALUES).fill(0xffffffff);
  const hashes = words.map(hashOf);
  for (let at = 0; at + SHINGLE <= hashes.length; at++) {
    let shingle = 0x811c9dc5;
    for (let i = 0; i < SHINGLE; i++) shingle = mixed(Math.imul(shingle ^ (hashes[at + i] ?? 0), 0x01000193));
    for (let i = 0; i < VALUES; i++) {
      const value = mixed(Math.imul(shingle, FACTORS[i] ?? 1) + (OFFSETS[i] ?? 0));
      if (value < (signature[i] ?? 0)) signature[i] = value;
    }
  }
  return signature;
}

/** The share of shingles that two texts have in common, estimated from their signatures. */
export function similarityOf(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let i = 0; i < VALUES; i++) if (a[i] === b[i]) equal++;
  return equal / VALUES;
}

/** Keys of which two texts that are much alike share one at least: only those that do need be compared. */
export function bandKeys(signature: Uint32Array): readonly string[] {
  return Array.from(
    { length: VALUES / BAND },
    (_, band) => `${band} ${signature.slice(band * BAND, (band + 1) * BAND).join(' ')}`,
  );
}

/** FNV-1a over code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The last step of MurmurHash3, by which every bit comes to depend on every other. */
function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Odd factors and offsets that are the same in every run: a signature follows from the text alone. */
const FACTORS = Uint32Array.from({ length: VALUES }, (_, i) => mixed(i * 2 + 1) | 1);
const OFFSETS = Uint32Array.from({ length: VALUES }, (_, i) => mixed(0x9e3779b9 + i));
