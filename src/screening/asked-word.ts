import type { Name } from './name.ts';
import type { Token } from './token.ts';
import { wordLikeness } from './word-likeness.ts';

const UNKNOWN = -1;

type Row = { readonly values: Float64Array; readonly touched: number[] };

/** A word of a question, which remembers how alike it is to the words of the index: listed names share their words. */
export class AskedWord {
  readonly token: Token;
  private readonly row: Row | null;

  constructor(token: Token, row: Row | null = null) {
    this.token = token;
    this.row = row;
  }

  likeness(listed: Token): number {
    if (this.row === null || listed.id < 0) return wordLikeness(this.token, listed);
    const known = this.row.values[listed.id]!;
    if (known !== UNKNOWN) return known;
    const likeness = wordLikeness(this.token, listed);
    this.remember(listed.id, likeness);
    return likeness;
  }

  remember(id: number, likeness: number): void {
    if (this.row === null || this.row.values[id] !== UNKNOWN) return;
    this.row.values[id] = likeness;
    this.row.touched.push(id);
  }
}

/** The words of a name that is compared once. */
export function wordsAsked(name: Name): AskedWord[] {
  return name.tokens.map((token) => new AskedWord(token));
}

/** Words of one question that are remembered at once; those of a longer one are compared anew each time. */
const MOST_ROWS = 24;

/** The memory of the words of one question over one index, to be emptied before the next. */
export class AskedWords {
  readonly #wordCount: number;
  readonly #used: Row[] = [];
  readonly #spare: Row[] = [];

  constructor(wordCount: number) {
    this.#wordCount = wordCount;
  }

  of(name: Name): AskedWord[] {
    return name.tokens.map((token) => new AskedWord(token, this.#take()));
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
    const row = this.#spare.pop() ?? { values: new Float64Array(this.#wordCount).fill(UNKNOWN), touched: [] };
    this.#used.push(row);
    return row;
  }
}
