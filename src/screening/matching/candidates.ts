import type { ScreeningIndex } from '../index/screening-index.ts';
import type { Name } from '../names/name.ts';
import { beginningKey, initialsKey, joinKey, koreanKey } from '../names/name-keys.ts';
import { initialsOf, isMadeOfBeginnings } from '../names/short-form.ts';
import { koreanKeys } from '../script/korean.ts';
import { LEAST_JOINED } from '../words/joined-words.ts';
import { findPostings } from '../words/posting-table.ts';
import { Token } from '../words/token.ts';
import { textKey } from '../words/word-keys.ts';
import type { IndexedWord } from './asked-word.ts';
import type { SimilarWords } from './similar-words.ts';

/** Listed names that are looked at closely for one question: the likeliest, and others with so much in common that their order says little. */
const SURE_LOOKS = 12;
const CLOSE_LOOKS = 44;
const WORTH_A_LOOK = 0.42;
const KOREAN_KEYS_OF_QUESTION = 160;
const MOST_TURNS = 1e9;
/** Less in common than this is nothing. */
const LEAST_GAIN = 0.3;

/** Finds the listed names that may be the one asked for. It holds scratch space, so that one serves one thread. */
export class CandidateFinder {
  readonly #index: ScreeningIndex;
  readonly #similar: SimilarWords;
  readonly #gained: Float32Array;
  readonly #lastTurn: Int32Array;
  readonly #lastGain: Float32Array;
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  /** Each word of a question is a turn; what is of an earlier turn than the first of this question counts as nothing. */
  #turn = 0;
  #firstTurn = 0;

  constructor(index: ScreeningIndex, similar: SimilarWords) {
    this.#index = index;
    this.#similar = similar;
    const names = index.texts.names.length;
    this.#gained = new Float32Array(names);
    this.#lastTurn = new Int32Array(names).fill(-1);
    this.#lastGain = new Float32Array(names);
    this.#touched = new Uint32Array(names);
  }

  /** Ids of listed names of the kind of the name asked, the likeliest first, at most `CLOSE_LOOKS`. */
  find(name: Name, words: readonly IndexedWord[]): number[] {
    this.#begin();
    this.#gainByWords(name, words);
    this.#gainAsKorean(name);
    this.#gainByShortForms(name);
    this.#gainByJoinedWords(name);
    return this.#select(name);
  }

  #begin(): void {
    if (this.#turn > MOST_TURNS) {
      this.#lastTurn.fill(-1);
      this.#turn = 0;
    }
    this.#firstTurn = ++this.#turn;
    this.#touchedCount = 0;
  }

  /** What a listed name has in common with the question: of one word of the question, only the most. */
  #gain(id: number, value: number): void {
    const last = this.#lastTurn[id]!;
    if (last < this.#firstTurn) {
      this.#touched[this.#touchedCount++] = id;
      this.#gained[id] = value;
    } else if (last === this.#turn) {
      const more = value - this.#lastGain[id]!;
      if (more <= 0) return;
      this.#gained[id]! += more;
    } else this.#gained[id]! += value;
    this.#lastGain[id] = value;
    this.#lastTurn[id] = this.#turn;
  }

  #gainByWords(name: Name, asked: readonly IndexedWord[]): void {
    const { wordStarts, wordNames, wordWeight } = this.#index.arrays;
    for (const word of asked) {
      this.#turn++;
      if (word.token.weight < 0.1 && name.weight > 0.5) continue;
      const { from, to } = this.#similar.of(word);
      const { words, similarity } = this.#similar;
      for (let w = from; w < to; w++) {
        const listed = words[w]!;
        word.memoize(listed, similarity[w]!);
        const value = similarity[w]! * Math.min(word.token.weight, wordWeight[listed]!);
        for (let i = wordStarts[listed]!; i < wordStarts[listed + 1]!; i++) this.#gain(wordNames[i]!, value);
      }
    }
  }

  #gainAsKorean(name: Name): void {
    if (name.korean.length === 0) return;
    const { nameKeys } = this.#index.arrays;
    for (const key of koreanKeys(name.korean, KOREAN_KEYS_OF_QUESTION)) {
      this.#turn++;
      for (const id of findPostings(nameKeys, koreanKey(key))) this.#gain(id, name.weight * 0.8);
    }
  }

  #gainByShortForms(name: Name): void {
    const { nameKeys, nameWeight, wordKeys, wordStarts, wordNames } = this.#index.arrays;
    const only = name.tokens.length === 1 ? name.tokens[0] : undefined;
    if (only !== undefined && only.text.length >= 3 && only.text.length <= 7) {
      this.#turn++;
      for (const id of findPostings(nameKeys, initialsKey(only.text))) this.#gain(id, nameWeight[id]!);
    }
    if (name.kind === 'person' || name.kind === 'craft') return;
    this.#turn++;
    if (only !== undefined && only.kind === 'name' && only.text.length >= 5 && only.text.length <= 9) {
      for (const id of findPostings(nameKeys, beginningKey(only.text)))
        if (isMadeOfBeginnings(only.text, this.#index.name(id))) this.#gain(id, nameWeight[id]!);
    }
    if (name.tokens.length < 3) return;
    for (const initials of initialsOf(name))
      for (const word of findPostings(wordKeys, textKey(initials)))
        for (let i = wordStarts[word]!; i < wordStarts[word + 1]!; i++)
          if (nameWeight[wordNames[i]!]! <= 1) this.#gain(wordNames[i]!, name.weight * 0.8);
  }

  #gainByJoinedWords(name: Name): void {
    const { nameKeys, wordStarts, wordNames } = this.#index.arrays;
    for (let i = 0; i < name.tokens.length; i++) {
      const token = name.tokens[i]!;
      this.#turn++;
      if (token.text.length >= 5)
        for (const id of findPostings(nameKeys, joinKey(token.plain))) this.#gain(id, token.weight * 1.6);
      const next = name.tokens[i + 1];
      if (next === undefined || token.text.length + next.text.length > 20) continue;
      const joined = new Token(token.text + next.text, 'name', 1);
      const { from, to } = this.#similar.ofJoined(joined, LEAST_JOINED);
      for (let w = from; w < to; w++) {
        const word = this.#similar.words[w]!;
        for (let k = wordStarts[word]!; k < wordStarts[word + 1]!; k++)
          this.#gain(wordNames[k]!, (token.weight + next.weight) * 0.8);
      }
    }
  }

  /** The names with the most in common, measured against all that the two names hold. */
  #select(name: Name): number[] {
    const { nameWeight } = this.#index.arrays;
    const ids: number[] = [];
    const values: number[] = [];
    let least = 0;
    for (let i = 0; i < this.#touchedCount; i++) {
      const id = this.#touched[i]!;
      const gained = this.#gained[id]!;
      if (gained < LEAST_GAIN) continue;
      const other = nameWeight[id]!;
      const value = gained / (Math.max(name.weight, other) * 0.6 + Math.min(name.weight, other) * 0.4);
      if (value <= least) continue;
      if (this.#index.kindOfName(id) !== name.kind) continue;
      let at = ids.length < CLOSE_LOOKS ? ids.length : CLOSE_LOOKS - 1;
      for (; at > 0 && values[at - 1]! < value; at--) {
        ids[at] = ids[at - 1]!;
        values[at] = values[at - 1]!;
      }
      ids[at] = id;
      values[at] = value;
      if (ids.length >= SURE_LOOKS) least = Math.min(values[SURE_LOOKS - 1]!, WORTH_A_LOOK);
      if (ids.length === CLOSE_LOOKS) least = Math.max(least, values[CLOSE_LOOKS - 1]!);
    }
    while (ids.length > SURE_LOOKS && values[ids.length - 1]! < WORTH_A_LOOK) ids.length = values.length -= 1;
    return ids;
  }
}
