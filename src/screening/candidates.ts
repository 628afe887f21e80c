import { compareTokens } from './compare-names.ts';
import { koreanKeys } from './korean.ts';
import { initialsOf, isMadeOfBeginnings, type Name, type Token } from './name.ts';
import { findPostings } from './posting-table.ts';
import { type ScreeningIndex, wordKeysOf } from './screening-index.ts';
import { plainSounds, skeletonOf, soundsOf } from './sound.ts';
import { worldNames } from './vocabulary.ts';

type Similar = { readonly words: Uint32Array; readonly likeness: Float32Array };

/** Listed names that are looked at closely for one question. */
const CLOSE_LOOKS = 44;
const KOREAN_KEYS_OF_QUESTION = 160;
const MEMORY_LIMIT = 20_000;
/** A name of very many people is no rare word even on a list that has it once. */
const COMMON_RARITY = 0.4;

/**
 * Finds the listed names that may be the one asked for,
 * and remembers which listed words are like which asked words.
 * One finder serves one index; it holds scratch space, so it must not be used by two questions at once.
 */
export class CandidateFinder {
  readonly #index: ScreeningIndex;
  readonly #gained: Float32Array;
  readonly #lastWord: Int32Array;
  readonly #lastGain: Float32Array;
  readonly #similar = new Map<string, Similar>();
  readonly #rarity = new Map<string, number>();
  #turn = 0;

  constructor(index: ScreeningIndex) {
    this.#index = index;
    const names = index.texts.names.length;
    this.#gained = new Float32Array(names);
    this.#lastWord = new Int32Array(names).fill(-1);
    this.#lastGain = new Float32Array(names);
  }

  /**
   * How rare a word is among the listed names, 0 (in every name) to 1 (in none): words like it count as it. Small lists
   * say little about rarity and are taken for larger ones.
   */
  rarity(token: Token): number {
    const key = `${token.text}\n${token.kind}\n${token.abjadText}`;
    const known = this.#rarity.get(key);
    if (known !== undefined) return known;
    const { words, likeness } = this.#similarWords(token);
    const { wordStarts } = this.#index.arrays;
    let count = 0;
    for (let w = 0; w < words.length; w++)
      if (likeness[w]! >= 0.85) count += wordStarts[words[w]! + 1]! - wordStarts[words[w]!]!;
    const names = Math.max(2000, this.#index.texts.names.length);
    const onList = Math.max(0, Math.log((names + 1) / (count + 1)) / Math.log(names + 1));
    const rarity = worldNames().has(token.text) ? Math.min(onList, COMMON_RARITY) : onList;
    if (this.#rarity.size > MEMORY_LIMIT) this.#rarity.clear();
    this.#rarity.set(key, rarity);
    return rarity;
  }

  /** Ids of listed names, the likeliest first, at most `CLOSE_LOOKS`. `allowed` says which kinds of name are asked for. */
  find(name: Name, allowed: (nameId: number) => boolean): number[] {
    const { arrays } = this.#index;
    const touched: number[] = [];
    const gain = (id: number, value: number, word: number): void => {
      if (this.#lastWord[id] === -1) touched.push(id);
      if (this.#lastWord[id] === word) {
        const more = value - this.#lastGain[id]!;
        if (more <= 0) return;
        this.#gained[id]! += more;
      } else this.#gained[id]! += value;
      this.#lastGain[id] = value;
      this.#lastWord[id] = word;
    };

    for (const token of name.tokens) {
      this.#turn++;
      if (token.weight < 0.1 && name.weight > 0.5) continue;
      const { words, likeness } = this.#similarWords(token);
      for (let w = 0; w < words.length; w++) {
        const word = words[w]!;
        const value = likeness[w]! * Math.min(token.weight, arrays.wordWeight[word]!);
        for (let i = arrays.wordStarts[word]!; i < arrays.wordStarts[word + 1]!; i++)
          gain(arrays.wordNames[i]!, value, this.#turn);
      }
    }
    for (const key of koreanKeys(name.korean, KOREAN_KEYS_OF_QUESTION)) {
      this.#turn++;
      for (const id of findPostings(arrays.nameKeys, `k${key}`)) gain(id, name.weight * 0.8, this.#turn);
    }
    const only = name.tokens.length === 1 ? name.tokens[0] : undefined;
    if (only !== undefined && only.text.length >= 3 && only.text.length <= 7) {
      this.#turn++;
      for (const id of findPostings(arrays.nameKeys, `a${only.text}`)) gain(id, arrays.nameWeight[id]!, this.#turn);
    }
    if (name.kind !== 'person' && name.kind !== 'craft') {
      this.#turn++;
      if (only !== undefined && only.kind === 'name' && only.text.length >= 5 && only.text.length <= 9) {
        for (const id of findPostings(arrays.nameKeys, `b${only.text.slice(0, 2)}`))
          if (isMadeOfBeginnings(only.text, this.#index.name(id))) gain(id, arrays.nameWeight[id]!, this.#turn);
      }
      for (const initials of name.tokens.length >= 3 ? initialsOf(name) : [])
        for (const word of findPostings(arrays.wordKeys, `t${initials}`))
          for (let i = arrays.wordStarts[word]!; i < arrays.wordStarts[word + 1]!; i++)
            if (arrays.nameWeight[arrays.wordNames[i]!]! <= 1)
              gain(arrays.wordNames[i]!, name.weight * 0.8, this.#turn);
    }
    for (const [i, token] of name.tokens.entries()) {
      this.#turn++;
      if (token.text.length >= 5)
        for (const id of findPostings(arrays.nameKeys, `j${token.plain}`)) gain(id, token.weight * 1.6, this.#turn);
      const next = name.tokens[i + 1];
      if (next === undefined || token.text.length + next.text.length > 20) continue;
      const { words } = this.#similarWords(joinedToken(token, next));
      for (const word of words)
        for (let k = arrays.wordStarts[word]!; k < arrays.wordStarts[word + 1]!; k++)
          gain(arrays.wordNames[k]!, (token.weight + next.weight) * 0.8, this.#turn);
    }
    const best = this.#select(touched, name.weight, allowed);
    for (const id of touched) {
      this.#gained[id] = 0;
      this.#lastWord[id] = -1;
    }

    if (this.#turn > 1e9) this.#turn = 0;
    return best;
  }

  /** The names with the most in common, measured against all that the two names hold. */
  #select(touched: readonly number[], weight: number, allowed: (nameId: number) => boolean): number[] {
    const { nameWeight } = this.#index.arrays;
    const ids: number[] = [];
    const values: number[] = [];
    let least = 0;
    for (const id of touched) {
      const gained = this.#gained[id]!;
      if (gained < 0.3) continue;
      const other = nameWeight[id]!;
      const value = gained / (Math.max(weight, other) * 0.6 + Math.min(weight, other) * 0.4);
      if (ids.length >= CLOSE_LOOKS && value <= least) continue;
      if (!allowed(id)) continue;
      let at = ids.length;
      while (at > 0 && values[at - 1]! < value) at--;
      ids.splice(at, 0, id);
      values.splice(at, 0, value);
      if (ids.length > CLOSE_LOOKS) {
        ids.pop();
        values.pop();
      }
      least = values[values.length - 1]!;
    }
    return ids;
  }

  /** Listed words that are like an asked word, with their likeness. */
  #similarWords(token: Token): Similar {
    const memoryKey = `${token.text}\n${token.kind}\n${token.abjadText}`;
    const known = this.#similar.get(memoryKey);
    if (known !== undefined) return known;
    const { wordKeys } = this.#index.arrays;
    const seen = new Set<number>();
    const words: number[] = [];
    const likeness: number[] = [];
    for (const key of questionKeys(token)) {
      for (const word of findPostings(wordKeys, key)) {
        if (seen.has(word)) continue;
        seen.add(word);
        const other = this.#index.word(word);
        const alike = compareTokens(token, other).likeness;
        if (alike > 0.6) {
          words.push(word);
          likeness.push(alike);
        }
      }
    }
    const similar = { words: Uint32Array.from(words), likeness: Float32Array.from(likeness) };
    if (this.#similar.size > MEMORY_LIMIT) this.#similar.clear();
    this.#similar.set(memoryKey, similar);
    return similar;
  }
}

/** A listed word with one consonant class more or fewer is found from either side. */
function questionKeys(token: Token): string[] {
  const keys = wordKeysOf(token);
  if (token.skeleton.length >= 4 && token.kind !== 'particle' && token.kind !== 'form') keys.push(`e${token.skeleton}`);
  for (const key of [...keys]) if (key.startsWith('e') && key.length > 4) keys.push(`s${key.slice(1)}`);
  return keys;
}

function joinedToken(first: Token, second: Token): Token {
  const text = first.text + second.text;
  const sounds = soundsOf(text);
  return {
    text,
    kind: 'name',
    weight: 1,
    sounds,
    skeleton: skeletonOf(sounds),
    plain: plainSounds(sounds),
    abjad: false,
    abjadText: '',
    cls: '',
  };
}
