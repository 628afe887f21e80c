import { readFileSync } from 'node:fs';
import { isDocumentId } from '../../core/hash.ts';
import { documentPlace } from '../../record/documents/document-store.ts';
import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { formatNote } from '../../record/log/note.ts';
import { fullTilesOf, partialTilesOf, TILE_WIDTH, type TileName, tilePath } from '../../record/log/tile.ts';
import { readActLines } from '../../record/read-record.ts';
import { readTile } from '../../record/read-tile.ts';
import { documentPath, SEGMENT_ACTS, segmentName, type WorkspaceLayout } from '../../record/storage/layout.ts';
import { isThere } from '../../record/storage/presence.ts';
import { ExchangeError } from '../exchange-error.ts';

/**
 * What of a record is published. `hashes` shows that acts were made and binds what they say; `leaves` shows as well when, by which
 * key and of what kind, which C2SP tlog-tiles asks for; `record` is everything, documents included.
 */
export type PublishedExtent = 'hashes' | 'leaves' | 'record';

export type PublishedFile = {
  readonly path: string;
  /** Never changes once it is there, so it may be left out where it is. */
  readonly immutable: boolean;
  read(): Buffer;
};

/**
 * The files of a publication of the tree that `checkpoint` states, in the order in which they must appear: whoever finds the
 * checkpoint, which is last, finds all that it speaks of. `size` is that of the log as it stands.
 */
export async function* publishedFiles(
  layout: WorkspaceLayout,
  size: number,
  checkpoint: SignedCheckpoint,
  extent: PublishedExtent,
): AsyncGenerator<PublishedFile> {
  if (extent === 'record') yield* recordFiles(layout, checkpoint.size);
  for (const name of [...fullTilesOf(checkpoint.size), ...partialTilesOf(checkpoint.size)]) {
    if (name.level === 'entries' && extent === 'hashes') continue;
    yield { path: tilePath(name), immutable: true, read: () => tile(layout, size, name) };
  }
  yield { path: 'keys', immutable: false, read: () => readFileSync(layout.keyList) };
  yield { path: 'checkpoint', immutable: false, read: () => Buffer.from(formatNote(checkpoint.note)) };
}

function tile(layout: WorkspaceLayout, size: number, name: TileName): Buffer {
  const bytes = readTile(layout, size, name);
  if (bytes !== undefined) return bytes;
  throw new ExchangeError(
    'bad-publication',
    'This tile of the log is missing; open the workspace for writing, which makes it again.',
    {
      place: tilePath({ ...name, width: TILE_WIDTH }),
    },
  );
}

/** The acts that the checkpoint covers, and the documents that they speak of and that were not withheld. */
async function* recordFiles(layout: WorkspaceLayout, size: number): AsyncGenerator<PublishedFile> {
  let lines: string[] = [];
  const documents = new Set<string>();
  const segment = (last: number, held: readonly string[]): PublishedFile => ({
    path: `record/acts/${segmentName(Math.floor(last / SEGMENT_ACTS))}`,
    // A redaction writes it again.
    immutable: false,
    read: () => Buffer.from(held.join('')),
  });
  for await (const { line, act, lineText } of readActLines(layout, 0)) {
    if (line.index >= size) break;
    lines.push(`${lineText}\n`);
    if (act?.kind === 'acquired' && typeof act.body.document === 'string') documents.add(act.body.document);
    if ((line.index + 1) % SEGMENT_ACTS !== 0 && line.index + 1 !== size) continue;
    yield segment(line.index, lines);
    lines = [];
  }
  for (const id of documents) {
    if (!isDocumentId(id) || !isThere(documentPath(layout, id))) continue;
    yield { path: documentPlace(id), immutable: true, read: () => readFileSync(documentPath(layout, id)) };
  }
}
