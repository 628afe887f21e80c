import type { ScreeningIndex } from '../index/screening-index.ts';
import { findKey } from '../words/posting-table.ts';
import type { Token } from '../words/token.ts';
import { worldNames } from '../words/vocabulary.ts';
import { addAskedKeys, addNearKeys } from '../words/word-keys.ts';
import type { IndexedWord } from './asked-word.ts';
import { listedSimilarity } from './word-similarity.ts';

/** Where the words of the index that are like some word stand in `SimilarWords`, and the greatest similarity of them. */
export type Similar = { readonly from: number; readonly to: number; readonly most: number };

/** Similarities memoized at once: eight megabytes. */
const MOST_MEMOIZED = 1 << 20;
const FIRST_ROOM = 1 << 14;
const MEMORY_LIMIT = 20_000;
/** A name of very many people is no rare word even on a list that has it once. */
const COMMON_RARITY = 0.4;
/** Small lists say little about rarity and are taken for lists of this many names. */
const LEAST_NAMES = 2000;
/** Words this alike count as one when their rarity is asked. */
const SAME = 0.85;

const MILLION = 1e6;

/**
 * Room for the rarity of each word of an index: millionths and one more, 0 where it is not known yet. Threads that share it
 * write the same whole numbers, so that it does not matter which is first.
 */
export function raritiesOf(index: ScreeningIndex): SharedArrayBuffer {
  return new SharedArrayBuffer(index.texts.words.length * Int32Array.BYTES_PER_ELEMENT);
}

/** Finds the words of an index that are like a given word, and tells how rare a word is there. It holds scratch space: one serves one thread. */
export class SimilarWords {
  readonly #index: ScreeningIndex;
  readonly #known = new Map<string, Similar>();
  #words = new Uint32Array(FIRST_ROOM);
  #similarity = new Float32Array(FIRST_ROOM);
  #filled = 0;
  readonly #rarity = new Map<string, number>();
  readonly #listedRarity: Int32Array;
  readonly #seen: Uint32Array;
  readonly #keys: number[] = [];
  #round = 0;

  /** `rarities`: the memory of `raritiesOf`, which the threads over one index may share. */
  constructor(index: ScreeningIndex, rarities: Int32Array) {
    this.#index = index;
    this.#seen = new Uint32Array(index.texts.words.length);
    this.#listedRarity = rarities;
  }

  /** Words of the index by number, those like one word after those like another; valid until the next question is asked. */
  get words(): Uint32Array {
    return this.#words;
  }

  /** How alike each of `words` is to the word it was found for. */
  get similarity(): Float32Array {
    return this.#similarity;
  }

  /** Words like a word of the question; what was compared on the way is memoized by it. */
  of(asked: IndexedWord): Similar {
    const { token } = asked;
    const known = this.#known.get(token.key);
    if (known !== undefined) return known;
    this.#makeRoom();
    const from = this.#filled;
    let most = 0;
    this.#visit(token, addAskedKeys, (word) => {
      const similarity = asked.listedSimilarity(word);
      if (similarity === 0) return;
      this.#add(word, similarity);
      if (similarity > most) most = similarity;
    });
    return this.#memoize(token.key, { from, to: this.#filled, most });
  }

  /** Words that may be the two given ones written as one. */
  ofJoined(joined: Token, least: number): Similar {
    const key = `+${joined.text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#makeRoom();
    const from = this.#filled;
    this.#visit(joined, addNearKeys, (word) => {
      if (listedSimilarity(joined, this.#index, word, least) > 0) this.#add(word, 0);
    });
    return this.#memoize(key, { from, to: this.#filled, most: 0 });
  }

  /** All is forgotten at once: what was found last is asked for again first. */
  #makeRoom(): void {
    if (this.#known.size < MEMORY_LIMIT && this.#filled < MOST_MEMOIZED) return;
    this.#known.clear();
    this.#filled = 0;
  }

  #add(word: number, similarity: number): void {
    if (this.#filled === this.#words.length) {
      const [words, similarities] = [new Uint32Array(this.#filled * 2), new Float32Array(this.#filled * 2)];
      words.set(this.#words);
      similarities.set(this.#similarity);
      this.#words = words;
      this.#similarity = similarities;
    }
    this.#words[this.#filled] = word;
    this.#similarity[this.#filled++] = similarity;
  }

  #memoize(key: string, similar: Similar): Similar {
    this.#known.set(key, similar);
    return similar;
  }

  /** How rare a word is among the listed names, 0 (in every name) to 1 (in none): words like it count as it. */
  rarity(token: Token): number {
    if (token.id >= 0) {
      const known = this.#listedRarity[token.id]!;
      if (known > 0) return (known - 1) / MILLION;
      const rarity = Math.round(this.#rarityOf(token) * MILLION);
      this.#listedRarity[token.id] = rarity + 1;
      return rarity / MILLION;
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
      if (listedSimilarity(token, this.#index, word, SAME) >= SAME) count += wordStarts[word + 1]! - wordStarts[word]!;
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
