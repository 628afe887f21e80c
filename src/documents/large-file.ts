import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { DocumentId } from '../core/hash.ts';
import { cancelledReading, DocumentError } from './document-error.ts';
import { checkedPath, type IntakeOptions, inMebibytes, refusalOf, sameFile, type TakenFile } from './dossier/intake.ts';
import { READING_LIMITS, type ReadingProgress } from './limits.ts';
import { mediaKindOf } from './sniff.ts';

const CHUNK = 4_194_304;
/** As much of a file as tells what it is. */
const HEAD = 65_536;
const MEBIBYTE = 1_048_576;

/** A file that is too large to be held in memory, with what its custody says of its bytes. */
export type TakenLargeFile = Omit<TakenFile, 'bytes'> & {
  readonly path: string;
  readonly sha512: string;
  /** Its first bytes, by which it is known. */
  readonly head: Uint8Array;
};

/**
 * Takes in a table kept as text that is larger than other documents may be: its bytes are hashed piece by piece and held nowhere.
 * Null for a file that is not as large.
 * @param signal ends it between two pieces
 * @throws DocumentError as `takeFile`, `too-large` for a large file of any other kind, and `cancelled`
 */
export async function takeLargeFile(
  name: string,
  { within }: Pick<IntakeOptions, 'within'>,
  progress: ReadingProgress = () => undefined,
  signal?: AbortSignal,
): Promise<TakenLargeFile | null> {
  try {
    const path = await checkedPath(name, within);
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const before = await file.stat({ bigint: true });
      if (!before.isFile() || before.size <= BigInt(READING_LIMITS.fileBytes)) return null;
      const head = new Uint8Array(HEAD);
      await file.read(head, 0, HEAD, 0);
      const size = Number(before.size);
      if (size > READING_LIMITS.tableBytes || !isTable(head, name))
        throw new DocumentError(
          'too-large',
          `${inMebibytes(before.size)} MiB; the limit is ${inMebibytes(BigInt(READING_LIMITS.fileBytes))} MiB, and ${inMebibytes(BigInt(READING_LIMITS.tableBytes))} MiB for a table kept as text (CSV)`,
          { place: name },
        );
      const [short, long] = [createHash('sha256'), createHash('sha512')];
      const chunk = Buffer.allocUnsafe(CHUNK);
      let at = 0;
      for (;;) {
        if (signal?.aborted === true) throw cancelledReading(name);
        const { bytesRead } = await file.read(chunk, 0, CHUNK, at);
        if (bytesRead === 0) break;
        short.update(chunk.subarray(0, bytesRead));
        long.update(chunk.subarray(0, bytesRead));
        at += bytesRead;
        progress(Math.round(at / MEBIBYTE), Math.round(size / MEBIBYTE));
      }
      if (at !== size || !sameFile(before, await file.stat({ bigint: true })))
        throw new DocumentError(
          'changed-while-read',
          'it was changed while it was read; add it again when it is finished',
          {
            place: name,
          },
        );
      const document: DocumentId = `sha256:${short.digest('hex')}`;
      return { name, path, document, size, sha512: long.digest('hex'), head, modified: Number(before.mtimeMs) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw refusalOf(error, name);
  }
}

/** Of a kind that must be read whole the first bytes alone are a damaged file. */
function isTable(head: Uint8Array, name: string): boolean {
  try {
    return mediaKindOf(head, name, READING_LIMITS) === 'csv';
  } catch (error) {
    if (error instanceof DocumentError) return false;
    throw error;
  }
}
