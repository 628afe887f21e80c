import type { IndexedWord } from './asked-word.ts';
import { findKey } from './posting-table.ts';
import type { ScreeningIndex } from './screening-index.ts';
import type { Token } from './token.ts';
import { worldNames } from './vocabulary.ts';
import { addAskedKeys, addNearKeys } from './word-keys.ts';
import { listedLikeness } from './word-likeness.ts';

/** Words of the index by number, with their likeness to some word, and the greatest likeness of them. */
export type Similar = { readonly words: Uint32Array; readonly likeness: Float32Array; readonly most: number };

const MEMORY_LIMIT = 20_000;
/** A name of very many people is no rare word even on a list that has it once. */
const COMMON_RARITY = 0.4;
/** Small lists say little about rarity and are taken for lists of this many names. */
const LEAST_NAMES = 2000;
/** Words this alike count as one when their rarity is asked. */
const SAME = 0.85;

/** Finds the words of an index that are like a given word, and tells how rare a word is there. It holds scratch space: one serves one thread. */
export class SimilarWords {
  readonly #index: ScreeningIndex;
  readonly #known = new Map<string, Similar>();
  readonly #rarity = new Map<string, number>();
  readonly #listedRarity: Float64Array;
  readonly #seen: Uint32Array;
  readonly #keys: number[] = [];
  #round = 0;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    this.#seen = new Uint32Array(index.texts.words.length);
    this.#listedRarity = new Float64Array(index.texts.words.length).fill(-1);
  }

  /** Words like a word of the question; what was compared on the way is remembered by it. */
  of(asked: IndexedWord): Similar {
    const { token } = asked;
    const memoryKey = token.key;
    const known = this.#known.get(memoryKey);
    if (known !== undefined) return known;
    const words: number[] = [];
    const likenesses: number[] = [];
    this.#visit(token, addAskedKeys, (word) => {
      const likeness = asked.listedLikeness(word);
      if (likeness === 0) return;
      words.push(word);
      likenesses.push(likeness);
    });
    const most = likenesses.reduce((most, likeness) => Math.max(most, likeness), 0);
    const similar = { words: Uint32Array.from(words), likeness: Float32Array.from(likenesses), most };
    if (this.#known.size > MEMORY_LIMIT) this.#known.clear();
    this.#known.set(memoryKey, similar);
    return similar;
  }

  /** Words that may be the two given ones written as one. */
  ofJoined(joined: Token, least: number): Uint32Array {
    const memoryKey = `+${joined.text}`;
    const known = this.#known.get(memoryKey);
    if (known !== undefined) return known.words;
    const words: number[] = [];
    this.#visit(joined, addNearKeys, (word) => {
      if (listedLikeness(joined, this.#index, word, least) > 0) words.push(word);
    });
    const similar = { words: Uint32Array.from(words), likeness: new Float32Array(0), most: 0 };
    if (this.#known.size > MEMORY_LIMIT) this.#known.clear();
    this.#known.set(memoryKey, similar);
    return similar.words;
  }

  /** How rare a word is among the listed names, 0 (in every name) to 1 (in none): words like it count as it. */
  rarity(token: Token): number {
    if (token.id >= 0) {
      const known = this.#listedRarity[token.id]!;
      if (known >= 0) return known;
      const rarity = this.#rarityOf(token);
      this.#listedRarity[token.id] = rarity;
      return rarity;
    }
    const { key } = token;
    const known = this.#rarity.get(key);
    if (known !== undefined) return known;
    const rarity = this.#rarityOf(token);
    if (this.#rarity.size > MEMORY_LIMIT) this.#rarity.clear();
    this.#rarity.set(key, rarity);
    return rarity;
  }

  #rarityOf(token: Token): number {
    const { wordStarts } = this.#index.arrays;
    let count = 0;
    this.#visit(token, addNearKeys, (word) => {
      if (listedLikeness(token, this.#index, word, SAME) >= SAME) count += wordStarts[word + 1]! - wordStarts[word]!;
    });
    const names = Math.max(LEAST_NAMES, this.#index.texts.names.length);
    const onList = Math.max(0, Math.log((names + 1) / (count + 1)) / Math.log(names + 1));
    return worldNames().has(token.text) ? Math.min(onList, COMMON_RARITY) : onList;
  }

  /** Every word of the index that shares a key with the given one, once. */
  #visit(token: Token, addKeys: (token: Token, keys: number[]) => void, visit: (word: number) => void): void {
    const { wordKeys } = this.#index.arrays;
    const seen = this.#seen;
    const round = ++this.#round;
    const keys = this.#keys;
    keys.length = 0;
    addKeys(token, keys);
    for (const key of keys) {
      const at = findKey(wordKeys, key);
      if (at < 0) continue;
      for (let i = wordKeys.starts[at]!; i < wordKeys.starts[at + 1]!; i++) {
        const word = wordKeys.ids[i]!;
        if (seen[word] === round) continue;
        seen[word] = round;
        visit(word);
      }
    }
  }
}
