import { HASH_BYTES, leafHash, perfectRoot } from '../../record/log/merkle.ts';
import { TILE_WIDTH, tileLevels, tilePath, tileWidth } from '../../record/log/tile.ts';
import { type HashTile, type PublicationReader, readHashTile, readWidest } from './published-tree.ts';

/**
 * What is wrong with the tiles over the leaves from `old` on, of a publication whose tiles give the signed root: one that is
 * missing, that is not what the tile above it is made of, or whose leaves are not those that it has the hashes of. Null when all is
 * well. Leaves need not be published. What came before `old` was looked at then.
 */
export async function faultInGrowth(read: PublicationReader, size: number, old: number): Promise<string | null> {
  // From the top, so that each tile is held against one that is known to be right.
  let above: ReadonlyMap<number, Buffer> = new Map();
  for (let level = tileLevels(size) - 1; level >= 0; level--) {
    const first = Math.floor(old / TILE_WIDTH ** (level + 1));
    const tiles = new Map<number, Buffer>();
    for (let index = first; tileWidth(size, level, index) > 0; index++) {
      const name: HashTile = { level, index, width: tileWidth(size, level, index) };
      const bytes = await readHashTile(read, name);
      if (bytes === undefined) return `missing or cut short: ${tilePath(name)}`;
      if (name.width === TILE_WIDTH && !isPartOf(above, index, perfectRoot(bytes, 0, TILE_WIDTH)))
        return `${tilePath(name)} is not the tile that the one above it was made of`;
      if (level === 0 && !(await areLeavesOf(read, name, bytes)))
        return `${tilePath({ ...name, level: 'entries' })} does not hold the leaves of its tile`;
      tiles.set(index, bytes);
    }
    above = tiles;
  }
  return null;
}

function isPartOf(above: ReadonlyMap<number, Buffer>, index: number, root: Buffer): boolean {
  const at = (index % TILE_WIDTH) * HASH_BYTES;
  const tile = above.get(Math.floor(index / TILE_WIDTH));
  return tile?.subarray(at, at + HASH_BYTES).equals(root) === true;
}

/** True also where no leaves are published there. */
async function areLeavesOf(read: PublicationReader, name: HashTile, hashes: Buffer): Promise<boolean> {
  const bundle = await readWidest(read, { ...name, level: 'entries' });
  if (bundle === undefined) return true;
  let at = 0;
  for (let leaf = 0; leaf < name.width; leaf++) {
    if (at + 2 > bundle.bytes.length) return false;
    const end = at + 2 + bundle.bytes.readUInt16BE(at);
    if (end > bundle.bytes.length) return false;
    const hash = hashes.subarray(leaf * HASH_BYTES, (leaf + 1) * HASH_BYTES);
    if (!leafHash(bundle.bytes.subarray(at + 2, end)).equals(hash)) return false;
    at = end;
  }
  return bundle.width > name.width || at === bundle.bytes.length;
}
