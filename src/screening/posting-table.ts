/** A table from hashed keys to ids, in three flat arrays that can be written to a file as they are. */
export type PostingTable = { readonly hashes: Uint32Array; readonly starts: Uint32Array; readonly ids: Uint32Array };

/** FNV-1a over the key's code units: spreads short keys well; two keys with one hash only cost a needless comparison. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Collects pairs of key and id. */
export class PostingTableBuilder {
  #hashes = new Uint32Array(1024);
  #ids = new Uint32Array(1024);
  #length = 0;

  add(key: string, id: number): void {
    this.addHash(hashKey(key), id);
  }

  addHash(hash: number, id: number): void {
    if (this.#length === this.#hashes.length) {
      this.#hashes = grown(this.#hashes);
      this.#ids = grown(this.#ids);
    }
    this.#hashes[this.#length] = hash;
    this.#ids[this.#length++] = id;
  }

  finish(): PostingTable {
    const order = new Float64Array(this.#length);
    for (let i = 0; i < this.#length; i++) order[i] = this.#hashes[i]! * 2097152 + this.#ids[i]!;
    order.sort();
    const hashes: number[] = [];
    const starts: number[] = [];
    const ids = new Uint32Array(this.#length);
    let count = 0;
    let last = -1;
    for (let i = 0; i < order.length; i++) {
      const value = order[i]!;
      if (i > 0 && value === order[i - 1]) continue;
      const hash = Math.floor(value / 2097152);
      if (hash !== last) {
        hashes.push(hash);
        starts.push(count);
        last = hash;
      }
      ids[count++] = value - hash * 2097152;
    }
    starts.push(count);
    return { hashes: Uint32Array.from(hashes), starts: Uint32Array.from(starts), ids: ids.slice(0, count) };
  }
}

/** Ids fit into 21 bits: two million names or words are far beyond every list. */
export const MAX_IDS = 2097152;

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

const NONE = new Uint32Array(0);

/** The ids of a key, in ascending order; other keys with the same hash may add theirs. */
export function findPostings(table: PostingTable, key: string): Uint32Array {
  const hash = hashKey(key);
  let [low, high] = [0, table.hashes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = table.hashes[middle]!;
    if (value === hash) return table.ids.subarray(table.starts[middle]!, table.starts[middle + 1]!);
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return NONE;
}
