import { landCrossings } from './land.ts';
import type { Port } from './port.ts';

/** Cells of an eighth of a degree: straits of some ten kilometres stay open. */
const CELL = 0.125;
/** Degrees around the port within which ways by sea are found; further off the great circle has to do. */
const REACH_LAT = 12;
const REACH_LON = 16;
const CELL_MILES = CELL * 60;
/** A port stands on land of these outlines, up a river even: its cells are the sea cells so near. */
const PORT_CELLS = 4;

/** Ways by sea from a port, in nautical miles. */
export type SeaField = { milesTo(lat: number, lon: number): number | undefined };

const fields = new Map<string, SeaField>();

/** The ways by sea from a port; made once for each. */
export function seaFieldOf(port: Port): SeaField {
  const key = `${port.lat} ${port.lon}`;
  let field = fields.get(key);
  if (field === undefined) {
    field = makeField(port);
    fields.set(key, field);
  }
  return field;
}

function makeField(port: Port): SeaField {
  const south = Math.max(-90, Math.floor(port.lat - REACH_LAT));
  const west = Math.floor(port.lon - REACH_LON);
  const rows = Math.round((Math.min(90, Math.ceil(port.lat + REACH_LAT)) - south) / CELL);
  const columns = Math.round((2 * REACH_LON + 1) / CELL);
  const isLand = landMask(south, west, rows, columns);
  const miles = new Float64Array(rows * columns).fill(Infinity);
  const queue = new Queue();
  const row0 = Math.floor((port.lat - south) / CELL);
  const column0 = Math.floor((port.lon - west) / CELL);
  for (const [cell, away] of seaCellsAround(isLand, rows, columns, row0, column0)) {
    miles[cell] = away * CELL_MILES;
    queue.push(cell, miles[cell]!);
  }
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const shrink = Math.cos(((south + (row + 0.5) * CELL) * Math.PI) / 180);
    for (const [up, right] of STEPS) {
      const nextRow = row + up;
      const nextColumn = column + right;
      if (nextRow < 0 || nextRow >= rows || nextColumn < 0 || nextColumn >= columns) continue;
      const next = nextRow * columns + nextColumn;
      if (isLand[next] === 1 || isCutOff(isLand, columns, cell, up, right)) continue;
      const far = miles[cell]! + Math.hypot(up, right * shrink) * CELL_MILES;
      if (far >= miles[next]!) continue;
      miles[next] = far;
      queue.push(next, far);
    }
  }
  return {
    milesTo(lat, lon) {
      const row = Math.floor((lat - south) / CELL);
      const east = (((lon - west) % 360) + 360) % 360;
      const column = Math.floor(east / CELL);
      if (row < 0 || row >= rows || column >= columns) return undefined;
      let least = Infinity;
      for (const [cell, away] of seaCellsAround(isLand, rows, columns, row, column))
        least = Math.min(least, miles[cell]! + away * CELL_MILES);
      return least;
    },
  };
}

/** Steps as a knight's too: ways are then at most three in a hundred too long. */
const STEPS: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
  [1, 2],
  [1, -2],
  [-1, 2],
  [-1, -2],
  [2, 1],
  [2, -1],
  [-2, 1],
  [-2, -1],
];

/** Whether a knight's step goes over land. */
function isCutOff(isLand: Uint8Array, columns: number, cell: number, up: number, right: number): boolean {
  if (Math.abs(up) < 2 && Math.abs(right) < 2) return false;
  const half = cell + Math.trunc(up / 2) * columns + Math.trunc(right / 2);
  const beside = half + (Math.abs(up) < 2 ? up * columns : right);
  return isLand[half] === 1 && isLand[beside] === 1;
}

/** The cell itself where it is sea; else the nearest ring of cells that has some, with how many cells it is away. */
function seaCellsAround(
  isLand: Uint8Array,
  rows: number,
  columns: number,
  row: number,
  column: number,
): [cell: number, away: number][] {
  for (let ring = 0; ring <= PORT_CELLS; ring++) {
    const found: [number, number][] = [];
    for (let up = -ring; up <= ring; up++)
      for (let right = -ring; right <= ring; right++) {
        if (Math.max(Math.abs(up), Math.abs(right)) !== ring) continue;
        const r = row + up;
        const c = column + right;
        if (r < 0 || r >= rows || c < 0 || c >= columns) continue;
        if (isLand[r * columns + c] === 0) found.push([r * columns + c, Math.hypot(up, right)]);
      }
    if (found.length > 0) return found;
  }
  return [];
}

/** Cells whose middle is on land. */
function landMask(south: number, west: number, rows: number, columns: number): Uint8Array {
  const isLand = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const crossings = landCrossings(south + (row + 0.5) * CELL);
    for (let column = 0; column < columns; column++) {
      const lon = ((((west + (column + 0.5) * CELL + 180) % 360) + 360) % 360) - 180;
      let west1 = 0;
      let high = crossings.length;
      while (west1 < high) {
        const middle = (west1 + high) >> 1;
        if (crossings[middle]! <= lon) west1 = middle + 1;
        else high = middle;
      }
      if (west1 % 2 === 1) isLand[row * columns + column] = 1;
    }
  }
  return isLand;
}

/** A queue by distance: a binary heap. */
class Queue {
  readonly #cells: number[] = [];
  readonly #keys: number[] = [];

  push(cell: number, key: number): void {
    let at = this.#cells.length;
    this.#cells.push(cell);
    this.#keys.push(key);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#keys[above]! <= key) break;
      this.#cells[at] = this.#cells[above]!;
      this.#keys[at] = this.#keys[above]!;
      at = above;
    }
    this.#cells[at] = cell;
    this.#keys[at] = key;
  }

  pop(): number | undefined {
    const top = this.#cells[0];
    const cell = this.#cells.pop();
    const key = this.#keys.pop();
    const size = this.#cells.length;
    if (size === 0 || cell === undefined || key === undefined) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && this.#keys[below + 1]! < this.#keys[below]!) below++;
      if (this.#keys[below]! >= key) break;
      this.#cells[at] = this.#cells[below]!;
      this.#keys[at] = this.#keys[below]!;
      at = below;
    }
    this.#cells[at] = cell;
    this.#keys[at] = key;
    return top;
  }
}
