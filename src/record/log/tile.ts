import { HASH_BYTES, type NodeSource, perfectRoot } from './merkle.ts';

/** Tiles after C2SP tlog-tiles: 256 hashes wide, addressed by level and index. */

export const TILE_WIDTH = 256;
export const TILE_BYTES = TILE_WIDTH * HASH_BYTES;
/** Binary levels of the tree in one level of tiles. */
const TILE_HEIGHT = 8;

/** `level` is a number, or `entries` for a bundle of leaves; `width` is 256 for a full tile. */
export type TileName = { readonly level: number | 'entries'; readonly index: number; readonly width: number };

/** Path under the log's folder: `tile/0/x001/x234/067`, with `.p/<width>` when partial. */
export function tilePath({ level, index, width }: TileName): string {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Undefined for any path that `tilePath` does not write. */
export function parseTilePath(path: string): TileName | undefined {
  const match = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!match) return undefined;
  const level = match[1] === 'entries' ? 'entries' : Number(match[1]);
  const index = Number(match[2]!.replaceAll(/[x/]/g, ''));
  const name = { level, index, width: match[3] === undefined ? TILE_WIDTH : Number(match[3]) } as const;
  return Number.isSafeInteger(index) && tilePath(name) === path ? name : undefined;
}

/** How many hashes a tile has in the tree of `size` leaves: 256 full, fewer partial, 0 when it is not there. */
export function tileWidth(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/** How many levels of tiles a tree of `size` leaves has. */
export function tileLevels(size: number): number {
  let levels = 0;
  while (Math.floor(size / TILE_WIDTH ** levels) > 0) levels++;
  return levels;
}

/** Every partial tile and bundle of the tree of `size` leaves; all before them are full. */
export function partialTilesOf(size: number): TileName[] {
  const names: TileName[] = [];
  for (let level = 0; level < tileLevels(size); level++) {
    const hashes = Math.floor(size / TILE_WIDTH ** level);
    const width = hashes % TILE_WIDTH;
    const index = Math.floor(hashes / TILE_WIDTH);
    if (width === 0) continue;
    names.push({ level, index, width });
    if (level === 0) names.push({ level: 'entries', index, width });
  }
  return names;
}

/** Every full tile and bundle of the tree of `size` leaves. */
export function fullTilesOf(size: number): TileName[] {
  const names: TileName[] = [];
  for (let level = 0; level < tileLevels(size); level++) {
    const full = Math.floor(size / TILE_WIDTH ** (level + 1));
    for (let index = 0; index < full; index++) {
      names.push({ level, index, width: TILE_WIDTH });
      if (level === 0) names.push({ level: 'entries', index, width: TILE_WIDTH });
    }
  }
  return names;
}

/**
 * Node hashes of the tree of `size` leaves out of its tiles. `readTile` gives a tile's bytes or undefined; a tile of
 * another length than its width counts as unknown. Nothing here says that the tiles are right: check the root they give.
 */
export function nodesOfTiles(
  size: number,
  readTile: (name: TileName & { level: number }) => Buffer | undefined,
): NodeSource {
  let held: { level: number; index: number; bytes: Buffer } | undefined;
  return (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = index * count;
    const tile = Math.floor(first / TILE_WIDTH);
    const width = tileWidth(size, level, tile);
    if (held?.level !== level || held.index !== tile) {
      const bytes = readTile({ level, index: tile, width });
      if (bytes === undefined || bytes.length !== width * HASH_BYTES) return undefined;
      held = { level, index: tile, bytes };
    }
    const offset = (first % TILE_WIDTH) * HASH_BYTES;
    if (offset + count * HASH_BYTES > held.bytes.length) return undefined;
    return perfectRoot(held.bytes, offset, count);
  };
}
