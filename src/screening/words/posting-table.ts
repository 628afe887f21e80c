/** A table from hashed keys to ids, in three flat arrays that can be written to a file as they are. */
export type PostingTable = { readonly hashes: Uint32Array; readonly starts: Uint32Array; readonly ids: Uint32Array };

const START = 0x811c9dc5;

/** FNV-1a over the key's code units: spreads short keys well; two keys with one hash only cost a needless comparison. */
export function hashOf(key: string): number {
  return hashText(START, key);
}

/** The hash of a key that goes on with `text` after what `hash` stands for. */
export function hashText(hash: number, text: string): number {
  let h = hash;
  for (let i = 0; i < text.length; i++) h = hashCode(h, text.charCodeAt(i));
  return h >>> 0;
}

/** One more code unit: `>>> 0` of the last is the hash. */
export function hashCode(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The same without the character at a place. */
export function hashWithout(hash: number, text: string, at: number): number {
  let h = hash;
  for (let i = 0; i < text.length; i++) if (i !== at) h = hashCode(h, text.charCodeAt(i));
  return h >>> 0;
}

/** Ids fit into 21 bits: two million names or words are far beyond every list. */
export const MAX_IDS = 2097152;

/** In place of an id that there is not. */
export const NONE = 0xffffffff;

/** Collects pairs of hashed key and id. */
export class PostingTableBuilder {
  #pairs = new Float64Array(1024);
  #length = 0;

  add(hash: number, id: number): void {
    if (this.#length === this.#pairs.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[this.#length++] = hash * MAX_IDS + id;
  }

  /** @param newIds what each id is called in the table; what is `NONE` there falls away */
  finish(newIds: Uint32Array): PostingTable {
    const order = this.#renumbered(newIds).sort();
    const hashes = new Uint32Array(order.length);
    const starts = new Uint32Array(order.length + 1);
    const ids = new Uint32Array(order.length);
    let [count, keys, last, lastPair] = [0, 0, -1, -1];
    for (let i = 0; i < order.length; i++) {
      const pair = order[i]!;
      if (pair === lastPair) continue;
      lastPair = pair;
      const hash = Math.floor(pair / MAX_IDS);
      if (hash !== last) {
        hashes[keys] = hash;
        starts[keys++] = count;
        last = hash;
      }
      ids[count++] = pair - hash * MAX_IDS;
    }
    starts[keys] = count;
    this.#pairs = new Float64Array(0);
    return { hashes: hashes.slice(0, keys), starts: starts.slice(0, keys + 1), ids: ids.slice(0, count) };
  }

  #renumbered(newIds: Uint32Array): Float64Array {
    let length = 0;
    for (let i = 0; i < this.#length; i++) {
      const pair = this.#pairs[i]!;
      const hash = Math.floor(pair / MAX_IDS);
      const id = newIds[pair - hash * MAX_IDS]!;
      if (id !== NONE) this.#pairs[length++] = hash * MAX_IDS + id;
    }
    return this.#pairs.subarray(0, length);
  }
}

/** The place of a hashed key in the table, -1 when it is not there. Its ids are those from its start to the next. */
export function findKey({ hashes }: PostingTable, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = hashes[middle]!;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const NO_IDS = new Uint32Array(0);

/** The ids of a hashed key, in ascending order; other keys with the same hash may add theirs. */
export function findPostings(table: PostingTable, hash: number): Uint32Array {
  const at = findKey(table, hash);
  return at < 0 ? NO_IDS : table.ids.subarray(table.starts[at]!, table.starts[at + 1]!);
}
