import type { ScreeningIndex } from '../index/screening-index.ts';
import type { Name } from '../names/name.ts';
import type { Token } from '../words/token.ts';
import { listedSimilarity, wordSimilarity } from './word-similarity.ts';

const UNKNOWN = -1;

type Row = { readonly values: Float32Array; readonly touched: number[] };

/** A word of a question. */
export class AskedWord {
  readonly token: Token;

  constructor(token: Token) {
    this.token = token;
  }

  similarity(other: Token): number {
    return wordSimilarity(this.token, other);
  }
}

/** The same beside the words of an index: it memoizes how alike it is to them, since listed names share their words. */
export class IndexedWord extends AskedWord {
  private readonly index: ScreeningIndex;
  private readonly row: Row | null;

  constructor(token: Token, index: ScreeningIndex, row: Row | null) {
    super(token);
    this.index = index;
    this.row = row;
  }

  override similarity(other: Token): number {
    return other.id < 0 ? wordSimilarity(this.token, other) : this.listedSimilarity(other.id);
  }

  /** The same for a word of the index by its number. */
  listedSimilarity(id: number): number {
    if (this.row === null) return listedSimilarity(this.token, this.index, id);
    const known = this.row.values[id]!;
    if (known !== UNKNOWN) return known;
    const similarity = listedSimilarity(this.token, this.index, id);
    this.memoize(id, similarity);
    return similarity;
  }

  memoize(id: number, similarity: number): void {
    if (this.row === null || this.row.values[id] !== UNKNOWN) return;
    this.row.values[id] = similarity;
    this.row.touched.push(id);
  }
}

/** The words of a name that is compared once. */
export function wordsAsked(name: Name): AskedWord[] {
  return name.tokens.map((token) => new AskedWord(token));
}

/** Words of one question that are kept at once; those of a longer one are compared again each time. */
const MOST_ROWS = 24;

/** The memory of the words of one question over one index, to be emptied before the next. */
export class AskedWords {
  readonly #index: ScreeningIndex;
  readonly #used: Row[] = [];
  readonly #spare: Row[] = [];

  constructor(index: ScreeningIndex) {
    this.#index = index;
  }

  of(name: Name): IndexedWord[] {
    return name.tokens.map((token) => new IndexedWord(token, this.#index, this.#take()));
  }

  clear(): void {
    for (const row of this.#used) {
      for (const id of row.touched) row.values[id] = UNKNOWN;
      row.touched.length = 0;
      this.#spare.push(row);
    }
    this.#used.length = 0;
  }

  #take(): Row | null {
    if (this.#used.length >= MOST_ROWS) return null;
    const row = this.#spare.pop() ?? {
      values: new Float32Array(this.#index.texts.words.length).fill(UNKNOWN),
      touched: [],
    };
    this.#used.push(row);
    return row;
  }
}
