import { type Kernel, PANEL } from './matrix.ts';
import type { ByteMatrix } from './weights.ts';

/** Numbers of a layer's output are padded to a multiple of this, the kernel's step. */
const STEP = 2 * PANEL;

export function padded(outputs: number): number {
  return Math.ceil(outputs / STEP) * STEP;
}

/** Hands out places in a kernel's block of memory, one after the other; nothing is given back. */
export class Memory {
  readonly kernel: Kernel;
  #next = 0;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  take(count: number): number {
    const place = this.#next;
    this.#next += Math.ceil(count / 4) * 4;
    if (this.#next > this.kernel.floats.length) throw new RangeError('the kernel has too little memory');
    return place;
  }

  /** A place with these numbers in it, in the order in which `rowOf` lists them. */
  keep(values: Float32Array, length = padded(values.length), rowOf: (row: number) => number = (row) => row): number {
    const place = this.take(length);
    for (let row = 0; row < values.length; row++) this.kernel.floats[place + row] = values[rowOf(row)]!;
    return place;
  }

  /**
   * A place with a part of a matrix (`count` columns from `from`) as floats, the kernel's way round: panels of rows, in the order
   * in which `rowOf` lists them, and in each panel column after column.
   */
  keepMatrix(
    { rows, columns, bytes, scales }: ByteMatrix,
    rowOf: (row: number) => number = (row) => row,
    from = 0,
    count = columns,
  ): number {
    const outputs = padded(rows);
    const place = this.take(outputs * count);
    const { floats } = this.kernel;
    for (let row = 0; row < rows; row++) {
      const source = rowOf(row);
      const scale = scales[source]!;
      const start = source * columns + from;
      const to = place + Math.floor(row / PANEL) * PANEL * count + (row % PANEL);
      for (let column = 0; column < count; column++) floats[to + column * PANEL] = bytes[start + column]! * scale;
    }
    return place;
  }
}

/** Rows of a maxout layer come unit by unit with their pieces together; wanted are all first pieces, then all second. */
export function byPiece(units: number, pieces: number): (row: number) => number {
  return (row) => (row % units) * pieces + Math.floor(row / units);
}
