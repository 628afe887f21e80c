const QUOTE = 34;
const BLANK_BYTE = 32;

/**
 * Takes the rows of a delimited table apart without making strings: where each cell begins and ends. A quotation mark never
 * reaches over the end of a line: no report has a line break in it, and one stray mark must not swallow the rest of a file.
 */
export class CellSplitter {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly #delimiter: number;
  readonly #most: number;

  constructor(delimiter: number, columns: number) {
    this.#delimiter = delimiter;
    this.#most = columns;
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
  }

  /** The number of cells of the row (cells beyond the header's columns are counted, not kept); -1 when a quotation stays open. */
  split(buffer: Buffer, start: number, end: number): number {
    let count = 0;
    let at = start;
    for (;;) {
      let from = at;
      let to: number;
      if (buffer[from] === QUOTE) {
        from++;
        to = from;
        for (;;) {
          if (to >= end) return -1;
          if (buffer[to] === QUOTE) {
            if (buffer[to + 1] === QUOTE && to + 1 < end) to += 2;
            else break;
          } else to++;
        }
        at = to + 1;
        while (at < end && buffer[at] !== this.#delimiter) at++;
      } else {
        while (at < end && buffer[at] !== this.#delimiter) at++;
        to = at;
      }
      if (count < this.#most) {
        while (from < to && buffer[from]! <= BLANK_BYTE) from++;
        while (to > from && buffer[to - 1]! <= BLANK_BYTE) to--;
        this.starts[count] = from;
        this.ends[count] = to;
      }
      count++;
      if (at >= end) return count;
      at++;
    }
  }

  /** The text of a cell, its doubled quotation marks single. */
  text(buffer: Buffer, column: number): string {
    return buffer.toString('utf8', this.starts[column]!, this.ends[column]!).replaceAll('""', '"');
  }
}
