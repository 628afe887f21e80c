import { TURN, UNIT_METRES } from '../../positions/sphere.ts';

const QUARTER_TURN = TURN / 4;

/**
 * Cells at least so many metres wide and high. Every row of cells has its own number of columns, after the shortest parallel in
 * it and beside it, and rows are looked up with their own: so there is no seam between rows, at the 180th meridian or at the poles.
 */
export class CellRows {
  readonly #height: number;
  readonly #columns: Int32Array;

  constructor(metres: number) {
    this.#height = Math.ceil(metres / UNIT_METRES) + 1;
    const rows = Math.ceil((2 * QUARTER_TURN + 1) / this.#height);
    this.#columns = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const lowest = (row - 1) * this.#height - QUARTER_TURN;
      const furthest = Math.min(QUARTER_TURN, Math.max(Math.abs(lowest), Math.abs(lowest + 3 * this.#height)));
      const parallel = TURN * UNIT_METRES * Math.cos((furthest / QUARTER_TURN) * (Math.PI / 2));
      this.#columns[row] = Math.max(1, Math.floor((parallel * 0.999) / metres));
    }
  }

  /** Units of latitude that a row is high. */
  get height(): number {
    return this.#height;
  }

  get rows(): number {
    return this.#columns.length;
  }

  row(lat: number): number {
    return Math.floor(this.northing(lat));
  }

  /** Rows and their part from the south pole. */
  northing(lat: number): number {
    return (lat + QUARTER_TURN) / this.#height;
  }

  columns(row: number): number {
    return this.#columns[row]!;
  }

  column(row: number, lon: number): number {
    const at = Math.floor(this.easting(row, lon));
    return at >= this.#columns[row]! ? 0 : at;
  }

  /** Columns of a row and their part from the 180th meridian; the meridian itself, come to from the west, is as many as the row has. */
  easting(row: number, lon: number): number {
    return ((lon + TURN / 2) / TURN) * this.#columns[row]!;
  }
}
