import { EMPTY_ROOT, HASH_BYTES, nodeHash, perfectRoot, writeLeafHash } from './merkle.ts';
import { TILE_BYTES, TILE_WIDTH, type TileName } from './tile.ts';

/** Entries are preceded by their length in two bytes, so no leaf may be longer (C2SP tlog-tiles). */
export const LONGEST_LEAF = 0xffff;

export type TileSink = (name: TileName, bytes: Buffer) => void;

/**
 * Grows the tree leaf by leaf, holding one tile of each level and one bundle of entries: memory does not grow with the
 * log. Full tiles go to `onFull` as they fill (their bytes are the receiver's to keep).
 */
export class TreeBuilder {
  #size = 0;
  /** The unfinished tile of each level; its width follows from the size. */
  readonly #tiles: Buffer[] = [];
  #entries = Buffer.allocUnsafe(64 * 1024);
  #entriesLength = 0;
  readonly #onFull: TileSink;

  constructor(onFull: TileSink) {
    this.#onFull = onFull;
  }

  /** Leaves appended so far. */
  get size(): number {
    return this.#size;
  }

  /** Appends the leaf `bytes[start, end)`. */
  append(bytes: Buffer, start = 0, end = bytes.length): void {
    this.#appendEntry(bytes, start, end);
    writeLeafHash(bytes, start, end, this.#tile(0), (this.#size % TILE_WIDTH) * HASH_BYTES);
    this.#size++;
    if (this.#size % TILE_WIDTH === 0) this.#fill();
  }

  /** Root of the tree as it stands: the peaks of its tiles, folded from the right (RFC 6962 section 2.1). */
  root(): Buffer {
    let root: Buffer | undefined;
    for (let level = 0, hashes = this.#size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
      let offset = hashes % TILE_WIDTH;
      for (let peak = 1; peak < TILE_WIDTH; peak *= 2) {
        if (Math.floor(offset / peak) % 2 === 0) continue;
        offset -= peak;
        const hash = perfectRoot(this.#tile(level), offset * HASH_BYTES, peak);
        root = root === undefined ? hash : nodeHash(hash, root);
      }
    }
    return root ?? EMPTY_ROOT;
  }

  /** The unfinished tiles and the unfinished bundle, as copies. */
  partialTiles(): { name: TileName; bytes: Buffer }[] {
    const tiles: { name: TileName; bytes: Buffer }[] = [];
    for (let level = 0, hashes = this.#size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
      const width = hashes % TILE_WIDTH;
      if (width === 0) continue;
      const index = Math.floor(hashes / TILE_WIDTH);
      tiles.push({
        name: { level, index, width },
        bytes: Buffer.from(this.#tile(level).subarray(0, width * HASH_BYTES)),
      });
      if (level === 0)
        tiles.push({
          name: { level: 'entries', index, width },
          bytes: Buffer.from(this.#entries.subarray(0, this.#entriesLength)),
        });
    }
    return tiles;
  }

  /**
   * Takes up the tree of `size` leaves from its unfinished tiles, as `partialTiles` gives them; for a builder without leaves.
   * Whether they are the right ones, the caller sees by the root.
   */
  restore(size: number, partials: ReadonlyMap<TileName['level'], Buffer>): void {
    this.#size = size;
    for (const [level, bytes] of partials) {
      if (level === 'entries') {
        this.#reserve(bytes.length);
        this.#entriesLength = bytes.copy(this.#entries);
      } else {
        bytes.copy(this.#tile(level));
      }
    }
  }

  #appendEntry(bytes: Buffer, start: number, end: number): void {
    const length = end - start;
    if (length > LONGEST_LEAF) throw new RangeError('a leaf is longer than 65,535 bytes');
    this.#reserve(2 + length);
    this.#entries.writeUInt16BE(length, this.#entriesLength);
    bytes.copy(this.#entries, this.#entriesLength + 2, start, end);
    this.#entriesLength += 2 + length;
  }

  #reserve(length: number): void {
    if (this.#entriesLength + length <= this.#entries.length) return;
    const grown = Buffer.allocUnsafe(2 * (this.#entriesLength + length));
    this.#entries.copy(grown, 0, 0, this.#entriesLength);
    this.#entries = grown;
  }

  #tile(level: number): Buffer {
    while (this.#tiles.length <= level) this.#tiles.push(Buffer.alloc(TILE_BYTES));
    return this.#tiles[level]!;
  }

  /** Hands out the tiles that the last leaf filled, each level's root going into the level above. */
  #fill(): void {
    const entries = Buffer.from(this.#entries.subarray(0, this.#entriesLength));
    this.#onFull({ level: 'entries', index: this.#size / TILE_WIDTH - 1, width: TILE_WIDTH }, entries);
    this.#entriesLength = 0;
    for (let level = 0, hashes = this.#size; hashes % TILE_WIDTH === 0; level++) {
      const full = this.#tile(level);
      this.#tiles[level] = Buffer.alloc(TILE_BYTES);
      hashes /= TILE_WIDTH;
      this.#onFull({ level, index: hashes - 1, width: TILE_WIDTH }, full);
      perfectRoot(full, 0, TILE_WIDTH).copy(this.#tile(level + 1), ((hashes - 1) % TILE_WIDTH) * HASH_BYTES);
    }
  }
}
