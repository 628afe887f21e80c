import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  type NodeSource,
  nodeHash,
  perfectRoot,
  subtreeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

const LONG = process.env.PANEL_LONG === '1';

/** Leaves and roots of the trees of 0 to 8 leaves as published with Certificate Transparency (github.com/transparency-dev/merkle, testonly/constants.go). */
const PUBLISHED_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const PUBLISHED_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** All perfect subtrees over the given leaf hashes, level by level. */
function nodesOver(leaves: readonly Buffer[]): NodeSource {
  const levels: Buffer[][] = [[...leaves]];
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) {
    const level: Buffer[] = [];
    for (let i = 0; i + 1 < below.length; i += 2) level.push(nodeHash(below[i]!, below[i + 1]!));
    levels.push(level);
  }
  return (height, index) => levels[height]?.[index];
}

const MOST = 2000;
const leaves = Array.from({ length: MOST }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
const nodes = nodesOver(leaves);
const roots = Array.from({ length: MOST + 1 }, (_, size) => subtreeRoot(nodes, 0, size));

/** Every way in which a proof is altered by one bit, one step more, one step less, or two steps swapped. */
function alterations(path: readonly Buffer[], every: boolean): Buffer[][] {
  const altered = [
    [...path, leaves[0]!],
    [leaves[0]!, ...path],
    ...(path.length > 0 ? [path.slice(1), path.slice(0, -1)] : []),
    ...(path.length > 1 ? [[path[1]!, path[0]!, ...path.slice(2)]] : []),
  ].map((steps) => [...steps]);
  for (const at of every ? path.keys() : path.length > 0 ? [randomInt(path.length)] : []) {
    const changed = Buffer.from(path[at]!);
    changed[randomInt(32)]! ^= 1 << randomInt(8);
    altered.push(path.with(at, changed));
  }
  return altered;
}

/** Sizes near powers of two and tile borders always; the rest by chance, or all. */
function sampledSizes(): number[] {
  if (LONG) return Array.from({ length: MOST + 1 }, (_, size) => size);
  const fixed = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 1999, 2000,
  ];
  return [...fixed, ...Array.from({ length: 30 }, () => randomInt(MOST + 1))];
}

/** Proofs of inclusion in the trees of the fixed sizes: ten for a tree of more than 17 leaves, else one for each leaf. */
const OF_FIXED_SIZES = 223;

function sampledBelow(size: number): number[] {
  if (LONG || size <= 17) return Array.from({ length: size }, (_, i) => i);
  return [0, 1, size - 2, size - 1, ...Array.from({ length: 6 }, () => randomInt(size))];
}

describe('the tree of RFC 6962', () => {
  it('has the published roots', () => {
    const published = nodesOver(PUBLISHED_LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex'))));
    for (const [size, root] of PUBLISHED_ROOTS.entries())
      expect(subtreeRoot(published, 0, size).toString('hex'), `${size} leaves`).toBe(root);
    expect(EMPTY_ROOT.toString('hex')).toBe(PUBLISHED_ROOTS[0]);
  });

  it('has the published inclusion and consistency proofs', () => {
    // RFC 6962 section 2.1.3 names the parts of the proofs for a tree of seven leaves; the hashes follow from the published leaves.
    const d = PUBLISHED_LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    const source = nodesOver(d.slice(0, 7));
    const [a, b, c, dd, e, f, j] = d.slice(0, 7) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
    const [g, h, i] = [nodeHash(a, b), nodeHash(c, dd), nodeHash(e, f)];
    const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
    expect(inclusionProof(source, 0, 7)).toEqual([b, h, l]);
    expect(inclusionProof(source, 3, 7)).toEqual([c, g, l]);
    expect(inclusionProof(source, 4, 7)).toEqual([f, j, k]);
    expect(inclusionProof(source, 6, 7)).toEqual([i, k]);
    expect(consistencyProof(source, 3, 7)).toEqual([c, dd, g, l]);
    expect(consistencyProof(source, 4, 7)).toEqual([l]);
    expect(consistencyProof(source, 6, 7)).toEqual([i, j, k]);
  });

  it('computes the root of a perfect subtree without changing what it reads', () => {
    const hashes = Buffer.concat(leaves.slice(0, 256));
    const copy = Buffer.from(hashes);
    expect(perfectRoot(hashes, 0, 256)).toEqual(roots[256]);
    expect(perfectRoot(hashes, 32 * 64, 1)).toEqual(leaves[64]);
    expect(hashes).toEqual(copy);
  });

  it('verifies every inclusion proof and no altered one', () => {
    let proofs = 0;
    for (const size of sampledSizes()) {
      for (const index of sampledBelow(size)) {
        const path = inclusionProof(nodes, index, size);
        proofs++;
        const root = roots[size]!;
        const holds = (steps: readonly Buffer[], at = index, of = size, leaf = leaves[index]!) =>
          verifyInclusion(leaf, at, of, steps, root);
        expect(holds(path), `leaf ${index} of ${size}`).toBe(true);
        for (const altered of alterations(path, LONG && size < 64))
          expect(holds(altered), `leaf ${index} of ${size}`).toBe(false);
        expect(holds(path, index, size, leaves[(index + 1) % MOST]!)).toBe(false);
        if (size > 1) expect(holds(path, (index + 1) % size)).toBe(false);
        expect(verifyInclusion(leaves[index]!, index, size, path, roots[(size + 1) % MOST]!)).toBe(false);
        for (const at of [-1, size, 0.5, Number.NaN, 2 ** 53]) expect(holds(path, at)).toBe(false);
      }
    }
    expect(proofs).toBeGreaterThanOrEqual(OF_FIXED_SIZES);
  });

  it('verifies every consistency proof and no altered one', () => {
    let proofs = 0;
    for (const size of sampledSizes()) {
      for (const oldSize of [...sampledBelow(size), size]) {
        const path = consistencyProof(nodes, oldSize, size);
        proofs++;
        const [oldRoot, root] = [roots[oldSize]!, roots[size]!];
        const what = `${oldSize} to ${size}`;
        expect(verifyConsistency(oldSize, oldRoot, size, root, path), what).toBe(true);
        for (const altered of alterations(path, LONG && size < 64))
          expect(verifyConsistency(oldSize, oldRoot, size, root, altered), what).toBe(false);
        expect(verifyConsistency(oldSize, leaves[7]!, size, root, path), what).toBe(false);
        if (oldSize > 0) expect(verifyConsistency(oldSize, oldRoot, size, leaves[7]!, path), what).toBe(false);
        if (oldSize < size) expect(verifyConsistency(size, root, oldSize, oldRoot, path), what).toBe(false);
      }
    }
    expect(proofs).toBeGreaterThanOrEqual(OF_FIXED_SIZES + 26);
  });

  it('refuses proofs of what is not there', () => {
    expect(() => inclusionProof(nodes, 5, 5)).toThrow(RangeError);
    expect(() => consistencyProof(nodes, 6, 5)).toThrow(RangeError);
    expect(() => subtreeRoot(() => undefined, 0, 2)).toThrow(RangeError);
  });
});
