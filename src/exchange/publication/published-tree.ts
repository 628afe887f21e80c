import { consistencyProof, HASH_BYTES, type NodeSource, subtreeRoot } from '../../record/log/merkle.ts';
import { nodesOfTiles, TILE_WIDTH, type TileName, tilePath } from '../../record/log/tile.ts';

/** Reads a file of a publication by its path; undefined when there is none. */
export type PublicationReader = (path: string) => Promise<Buffer | undefined>;

export type HashTile = TileName & { readonly level: number };

/** What a publication says of its tree, as far as it is needed to follow it. */
export type PublishedTree = {
  /** Root of the first `size` leaves as the tiles give it; null where tiles are missing or cut short. */
  readonly root: Buffer | null;
  /** Root of the first `old` leaves by the same tiles; null as above. */
  readonly oldRoot: Buffer | null;
  readonly missing: readonly string[];
};

/**
 * The roots over `size` and over `old` leaves out of a publication's tiles. Which tiles are needed follows from the sizes alone:
 * they are found by asking with tiles of zeros first, fetched, and asked again.
 */
export async function readPublishedTree(read: PublicationReader, size: number, old: number): Promise<PublishedTree> {
  const needed = new Map<string, HashTile>();
  const blank = nodesOfTiles(size, (name) => {
    needed.set(tilePath(name), name);
    return Buffer.alloc(name.width * HASH_BYTES);
  });
  rootsOf(blank, size, old);
  const tiles = new Map<string, Buffer>();
  const missing: string[] = [];
  for (const [path, name] of needed) {
    const bytes = await readHashTile(read, name);
    if (bytes === undefined) missing.push(path);
    else tiles.set(path, bytes);
  }
  if (missing.length > 0) return { root: null, oldRoot: null, missing };
  return {
    ...rootsOf(
      nodesOfTiles(size, (name) => tiles.get(tilePath(name))),
      size,
      old,
    ),
    missing,
  };
}

/** Both roots, by way of the very hashes that a consistency proof has, so that what is missing is found out at once. */
function rootsOf(nodes: NodeSource, size: number, old: number): { root: Buffer; oldRoot: Buffer } {
  consistencyProof(nodes, old, size);
  return { root: subtreeRoot(nodes, 0, size), oldRoot: subtreeRoot(nodes, 0, old) };
}

/** A partial tile, or the beginning of the full one, which may have taken its place since (C2SP tlog-tiles). */
export async function readHashTile(read: PublicationReader, name: HashTile): Promise<Buffer | undefined> {
  const found = await readWidest(read, name, (bytes, width) => bytes.length === width * HASH_BYTES);
  return found?.bytes.subarray(0, name.width * HASH_BYTES);
}

/** A tile or bundle as it is named, or the full one in its place; undefined where neither is there as it should be. */
export async function readWidest(
  read: PublicationReader,
  name: TileName,
  isRight: (bytes: Buffer, width: number) => boolean = () => true,
): Promise<{ readonly bytes: Buffer; readonly width: number } | undefined> {
  for (const width of new Set([name.width, TILE_WIDTH])) {
    const bytes = await read(tilePath({ ...name, width }));
    if (bytes !== undefined && isRight(bytes, width)) return { bytes, width };
  }
  return undefined;
}
