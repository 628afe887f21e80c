import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { DocumentId } from '../../core/hash.ts';
import { DocumentError } from '../document-error.ts';
import { READING_LIMITS } from '../limits.ts';

/** A document that is too large to be held in memory: where its bytes lie, and what their hash must be. */
export type StoredFile = { readonly path: string; readonly document: DocumentId; readonly size: number };

/** The bytes of a document, or where they lie. */
export type DocumentContent = Uint8Array | StoredFile;

export function isStoredFile(content: DocumentContent): content is StoredFile {
  return !(content instanceof Uint8Array);
}

/** Above this a document is read piece by piece, from where it lies. */
export function isLarge(size: number): boolean {
  return size > READING_LIMITS.fileBytes;
}

const PIECE = 4_194_304;

/**
 * The bytes of a stored file piece by piece, in the order of the file. When they have all been read they must have been those of
 * its hash: whoever put a file in its place meanwhile gets nothing read.
 * @throws DocumentError `changed-while-read`
 */
export function* storedPieces({ path, document }: StoredFile, name: string): Generator<Buffer> {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(file, piece, 0, PIECE, null);
      if (length === 0) break;
      const bytes = piece.subarray(0, length);
      hash.update(bytes);
      yield bytes;
    }
  } finally {
    closeSync(file);
  }
  if (`sha256:${hash.digest('hex')}` !== document)
    throw new DocumentError('changed-while-read', 'its bytes are not those that were taken in', { place: name });
}

/**
 * As `storedPieces`, for what leaves the program: the last piece is given only when all of them were the bytes of the hash, and no
 * more than its length is. Whoever waits for that length never has the whole of anything else.
 * @throws DocumentError `changed-while-read`
 */
export function* verifiedPieces(file: StoredFile, name: string): Generator<Buffer> {
  let held: Buffer | undefined;
  let size = 0;
  for (const piece of storedPieces(file, name)) {
    size += piece.length;
    if (size > file.size) break;
    if (held !== undefined) yield held;
    held = piece;
  }
  if (size !== file.size)
    throw new DocumentError('changed-while-read', 'it is not as long as what was taken in', { place: name });
  if (held !== undefined) yield held;
}
