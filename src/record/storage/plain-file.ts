import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { RecordError } from '../errors.ts';

/** Where such a flag is missing, no pipe stands among files either. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Longer than any file of a record but segments and documents: a bundle of 256 leaves has at most 16 MiB. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The bytes of a file of a record. A record may come from somebody else, and a copy or a publication lie where others write: a
 * pipe in the place of a file would hold its reader for ever, a device or a file without end fill its memory.
 * @throws RecordError `cannot-read` for what is no regular file or longer than `most`; what the system says of it
 */
export function readPlainFile(path: string, most = MOST_BYTES): Buffer {
  const file = openSync(path, WITHOUT_WAITING);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw notPlain(path);
    if (stat.size > most)
      throw new RecordError('cannot-read', `It is longer than a file of its kind can be (${stat.size} bytes).`, {
        place: path,
      });
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Opens a file of a record that is read piece by piece. @throws as `readPlainFile` */
export async function openPlainFile(path: string): Promise<FileHandle> {
  const file = await open(path, WITHOUT_WAITING);
  try {
    if ((await file.stat()).isFile()) return file;
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
  throw notPlain(path);
}

function notPlain(path: string): RecordError {
  return new RecordError('cannot-read', 'It is not a regular file.', { place: path });
}
