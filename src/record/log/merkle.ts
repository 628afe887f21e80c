import { hash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962 section 2.1 with SHA-256. Sizes and indexes are numbers below 2^53; all arithmetic on them
 * is done without 32-bit operators.
 */

export const HASH_BYTES = 32;

/** Root of the tree without leaves: the hash of nothing. */
export const EMPTY_ROOT: Buffer = Buffer.from(hash('sha256', '', 'hex'), 'hex');

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

let leafScratch = Buffer.alloc(4096);
const nodeScratch = Buffer.alloc(1 + 2 * HASH_BYTES);
nodeScratch[0] = NODE_PREFIX;

/** SHA-256 as a string of 32 Latin-1 characters: measured at less than half the time of a digest in a buffer of its own. */
function sha256Latin1(bytes: Uint8Array): string {
  // Node accepts `latin1` here as everywhere; the types list only the commoner encodings.
  return hash('sha256', bytes, 'latin1' as 'hex');
}

/** Writes the leaf hash of `leaf[start, end)` at `offset` of `target`. The prefixes keep a leaf from posing as a node. */
export function writeLeafHash(leaf: Buffer, start: number, end: number, target: Buffer, offset: number): void {
  const size = end - start;
  if (leafScratch.length < size + 1) leafScratch = Buffer.alloc(2 * (size + 1));
  leafScratch[0] = LEAF_PREFIX;
  leaf.copy(leafScratch, 1, start, end);
  target.write(sha256Latin1(leafScratch.subarray(0, size + 1)), offset, 'latin1');
}

/** Writes the hash of two adjacent nodes at `left` of `nodes` (64 bytes) at `offset` of `target`. */
function writeNodeHash(nodes: Buffer, left: number, target: Buffer, offset: number): void {
  nodes.copy(nodeScratch, 1, left, left + 2 * HASH_BYTES);
  target.write(sha256Latin1(nodeScratch), offset, 'latin1');
}

export function leafHash(leaf: Uint8Array): Buffer {
  const target = Buffer.allocUnsafe(HASH_BYTES);
  const bytes = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength);
  writeLeafHash(bytes, 0, bytes.length, target, 0);
  return target;
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  nodeScratch.set(left, 1);
  nodeScratch.set(right, 1 + HASH_BYTES);
  return Buffer.from(sha256Latin1(nodeScratch), 'latin1');
}

/** Root of `count` adjacent hashes (a power of two) at `offset` of `hashes`, which is left as it is. */
export function perfectRoot(hashes: Buffer, offset: number, count: number): Buffer {
  const work = Buffer.from(hashes.subarray(offset, offset + count * HASH_BYTES));
  for (let width = count; width > 1; width /= 2) {
    for (let i = 0; i < width; i += 2) writeNodeHash(work, i * HASH_BYTES, work, (i / 2) * HASH_BYTES);
  }
  return Buffer.from(work.subarray(0, HASH_BYTES));
}

/** Hash of the perfect subtree of 2^height leaves that begins at leaf index * 2^height. Undefined when it is not known. */
export type NodeSource = (height: number, index: number) => Buffer | undefined;

/** The largest power of two below `size`, for sizes of 2 and more: where RFC 6962 splits a tree. */
export function splitPoint(size: number): number {
  let point = 1;
  while (point * 2 < size) point *= 2;
  return point;
}

/** MTH(D[from:to]) of RFC 6962 section 2.1, for ranges that the recursion over a whole tree produces. */
export function subtreeRoot(nodes: NodeSource, from: number, to: number): Buffer {
  const size = to - from;
  if (size === 0) return EMPTY_ROOT;
  const height = Math.log2(size);
  if (Number.isInteger(height)) {
    const node = nodes(height, from / size);
    if (node === undefined) throw new RangeError(`the hash of leaves ${from} to ${to} is not known`);
    return node;
  }
  const split = from + splitPoint(size);
  return nodeHash(subtreeRoot(nodes, from, split), subtreeRoot(nodes, split, to));
}

/** PATH(index, D[size]) of RFC 6962 section 2.1.1: the sibling hashes from the leaf upwards. */
export function inclusionProof(nodes: NodeSource, index: number, size: number): Buffer[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`there is no leaf ${index} in a tree of ${size}`);
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const split = from + splitPoint(to - from);
    if (index < split) {
      path.push(subtreeRoot(nodes, split, to));
      to = split;
    } else {
      path.push(subtreeRoot(nodes, from, split));
      from = split;
    }
  }
  return path.reverse();
}

/** PROOF(oldSize, D[size]) of RFC 6962 section 2.1.2; empty when the sizes are equal or the old tree is empty. */
export function consistencyProof(nodes: NodeSource, oldSize: number, size: number): Buffer[] {
  if (!(oldSize >= 0 && oldSize <= size)) throw new RangeError(`a tree of ${size} has no past of ${oldSize}`);
  if (oldSize === 0 || oldSize === size) return [];
  const path: Buffer[] = [];
  let [from, to, wholeOldTree] = [0, size, true];
  while (to !== oldSize) {
    const split = from + splitPoint(to - from);
    if (oldSize <= split) {
      path.push(subtreeRoot(nodes, split, to));
      to = split;
    } else {
      path.push(subtreeRoot(nodes, from, split));
      from = split;
      wholeOldTree = false;
    }
  }
  if (!wholeOldTree) path.push(subtreeRoot(nodes, from, to));
  return path.reverse();
}

/** True when the proof binds the leaf hash at `index` to the root of a tree of `size` (RFC 9162 section 2.1.3.2, same tree). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size) return false;
  let [node, last] = [index, size - 1];
  let current: Uint8Array = leaf;
  for (const sibling of proof) {
    if (sibling.length !== HASH_BYTES || last === 0) return false;
    if (node % 2 === 1 || node === last) {
      current = nodeHash(sibling, current);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      current = nodeHash(current, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && Buffer.from(current).equals(root);
}

/** True when the proof shows that the tree of `size` begins with the very leaves of the tree of `oldSize` (RFC 9162 section 2.1.4.2). */
export function verifyConsistency(
  oldSize: number,
  oldRoot: Uint8Array,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isTreeSize(oldSize) || !isTreeSize(size) || oldSize > size) return false;
  if (oldRoot.length !== HASH_BYTES || root.length !== HASH_BYTES) return false;
  if (proof.some((step) => step.length !== HASH_BYTES)) return false;
  if (oldSize === size) return proof.length === 0 && Buffer.from(oldRoot).equals(root);
  if (oldSize === 0) return proof.length === 0 && EMPTY_ROOT.equals(oldRoot);
  const steps = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : [...proof];
  const first = steps.shift();
  if (first === undefined || steps.length === 0) return false;
  let [node, last] = [oldSize - 1, size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [oldHash, newHash]: Buffer[] = [Buffer.from(first), Buffer.from(first)] as const;
  for (const step of steps) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [oldHash, newHash] = [nodeHash(step, oldHash), nodeHash(step, newHash)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newHash = nodeHash(newHash, step);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && oldHash.equals(oldRoot) && newHash.equals(root);
}

export function isTreeSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
