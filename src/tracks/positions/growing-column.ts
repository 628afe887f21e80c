import type { ColumnArray } from './positions.ts';

const PAGE = 65_536;
/** As much as one memory can have: four gigabytes. */
const MOST_PAGES = 65_536;

/** The constructor of a kind of columns. */
export type ColumnKind<One extends ColumnArray> = {
  readonly BYTES_PER_ELEMENT: number;
  new (memory: ArrayBufferLike, start: number, length: number): One;
};

/** A column that grows where it is. What it has room for and nobody wrote is zero, and takes no memory of the machine. */
export class GrowingColumn<One extends ColumnArray> {
  readonly #kind: ColumnKind<One>;
  #memory: WebAssembly.Memory | undefined;
  #values: One;

  /** @param room rows in memory of the usual kind */
  constructor(kind: ColumnKind<One>, room: number) {
    this.#kind = kind;
    this.#values = new kind(new ArrayBuffer(room * kind.BYTES_PER_ELEMENT), 0, room);
  }

  get values(): One {
    return this.#values;
  }

  /** Makes room for so many rows. @throws RangeError beyond four gigabytes */
  grow(room: number): void {
    const before = this.#memory === undefined ? this.#values : undefined;
    this.#memory ??= growingMemory();
    this.#values = new this.#kind(withRoomFor(this.#memory, room * this.#kind.BYTES_PER_ELEMENT), 0, room);
    if (before !== undefined) this.#values.set(before);
  }
}

/** Memory of so many bytes that is as that of columns that have grown. */
export function memoryLikeGrown(bytes: number): SharedArrayBuffer {
  return withRoomFor(growingMemory(), bytes);
}

/**
 * Memory that threads share. Engines do not count it among what they collect for: while columns of some size grow they would collect all
 * else again and again, and in vain.
 */
function growingMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 0, maximum: MOST_PAGES, shared: true });
}

function withRoomFor(memory: WebAssembly.Memory, bytes: number): SharedArrayBuffer {
  const missing = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
  if (missing > 0) memory.grow(missing);
  // The types of a browser do not tell that memory which is shared has such a buffer.
  return memory.buffer as ArrayBufferLike as SharedArrayBuffer;
}
