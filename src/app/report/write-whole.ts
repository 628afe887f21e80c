import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../errors.ts';

/** So many characters of what comes in smaller pieces are written at once. */
const WRITTEN_AT_ONCE = 2 ** 20;

/**
 * Writes a file, and the folders that lead to it, for its owner alone. A reader never sees half of it: it is written beside and then
 * renamed. Gives its size in bytes and its SHA-256. @throws AppError `not-written` with the path
 */
export function writeWhole(
  path: string,
  content: Uint8Array | string | Iterable<string>,
): { readonly size: number; readonly sha256: string } {
  const hash = createHash('sha256');
  let size = 0;
  let file: number | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    file = openSync(`${path}.part`, 'w', 0o600);
    for (const bytes of bytesIn(content)) {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      hash.update(bytes);
      size += bytes.length;
    }
    closeSync(file);
    file = undefined;
    renameSync(`${path}.part`, path);
  } catch (cause) {
    // What the pieces themselves fail for has its own words.
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new AppError('not-written', `the report could not be written: ${cause.message}`, { place: path, cause });
  } finally {
    if (file !== undefined) closeSync(file);
  }
  return { size, sha256: hash.digest('hex') };
}

function* bytesIn(content: Uint8Array | string | Iterable<string>): Iterable<Uint8Array> {
  if (content instanceof Uint8Array) return yield content;
  if (typeof content === 'string') return yield Buffer.from(content);
  let text = '';
  for (const piece of content) {
    text += piece;
    if (text.length < WRITTEN_AT_ONCE) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
