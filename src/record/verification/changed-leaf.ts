import { join } from 'node:path';
import { HASH_BYTES, leafHash } from '../log/merkle.ts';
import { segmentPlace } from '../log/segment.ts';
import { TILE_WIDTH, type TileName, tilePath } from '../log/tile.ts';
import { SEGMENT_ACTS, segmentPath, type WorkspaceLayout } from '../storage/layout.ts';
import { readPlainFile } from '../storage/plain-file.ts';

export type ChangedLeaf = { readonly index: number; readonly path: string; readonly offset: number };

/**
 * The acts whose leaf was changed, told by what the log keeps twice: where an entry of a bundle and the hash in the tile
 * agree with each other and not with the line, it is the line that was changed. A leaf is not under its own commitment
 * (that covers the body), so a changed time still makes a line that checks alone.
 */
export function findChangedLeaves(layout: WorkspaceLayout, bundle: TileName, expected: Buffer): readonly ChangedLeaf[] {
  const stored = entriesOf(readTile(layout, bundle));
  const hashes = readTile(layout, { ...bundle, level: 0 });
  const first = bundle.index * TILE_WIDTH;
  return entriesOf(expected).flatMap((leaf, at) => {
    const kept = stored[at];
    if (kept === undefined || kept.equals(leaf)) return [];
    if (!leafHash(kept).equals(hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))) return [];
    return [placeOf(layout, first + at)];
  });
}

function placeOf(layout: WorkspaceLayout, index: number): ChangedLeaf {
  const segment = Math.floor(index / SEGMENT_ACTS);
  const bytes = readPlainFile(segmentPath(layout, segment), Number.POSITIVE_INFINITY);
  let offset = 0;
  for (let line = segment * SEGMENT_ACTS; line < index; line++) offset = bytes.indexOf(10, offset) + 1;
  return { index, path: segmentPlace(segment), offset };
}

/** C2SP tlog-tiles: each entry of a bundle is preceded by its length, big-endian, in two bytes. */
function entriesOf(bundle: Buffer): readonly Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at + 2 <= bundle.length; ) {
    const end = at + 2 + bundle.readUInt16BE(at);
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

function readTile(layout: WorkspaceLayout, name: TileName): Buffer {
  try {
    return readPlainFile(join(layout.log, tilePath(name)));
  } catch {
    return Buffer.alloc(0);
  }
}
