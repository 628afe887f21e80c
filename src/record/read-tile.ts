import { join } from 'node:path';
import { inOurWords } from './errors.ts';
import { HASH_BYTES } from './log/merkle.ts';
import { TILE_WIDTH, type TileName, tilePath, tileWidth } from './log/tile.ts';
import type { WorkspaceLayout } from './storage/layout.ts';
import { readPlainFile } from './storage/plain-file.ts';

/**
 * A tile or bundle of an earlier tree, out of the log as it stands at `size`: a tile begins with every narrower one of its place,
 * so a checkpoint of any earlier size can be proved and published. Undefined when it is not there or cut short.
 */
export function readTile(layout: WorkspaceLayout, size: number, name: TileName): Buffer | undefined {
  const widest = tileWidth(size, name.level === 'entries' ? 0 : name.level, name.index);
  for (const width of new Set([name.width, TILE_WIDTH, widest])) {
    if (width < name.width) continue;
    const bytes = readFileIfThere(join(layout.log, tilePath({ ...name, width })));
    const end = bytes === undefined ? -1 : endOf(bytes, name);
    if (bytes !== undefined && end >= 0) return bytes.subarray(0, end);
  }
  return undefined;
}

/** Where the first `width` hashes or entries end; -1 when there are fewer. */
function endOf(bytes: Buffer, { level, width }: TileName): number {
  if (level !== 'entries') return width * HASH_BYTES <= bytes.length ? width * HASH_BYTES : -1;
  let end = 0;
  for (let entry = 0; entry < width; entry++) {
    if (end + 2 > bytes.length) return -1;
    end += 2 + bytes.readUInt16BE(end);
  }
  return end <= bytes.length ? end : -1;
}

export function readFileIfThere(path: string): Buffer | undefined {
  try {
    return readPlainFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw inOurWords(error);
  }
}
