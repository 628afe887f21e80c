import { createHash, type Hash } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, posix, sep, win32 } from 'node:path';
import type { DocumentId } from '../../core/hash.ts';
import { DocumentError } from '../document-error.ts';
import { READING_LIMITS } from '../limits.ts';

export type TakenFile = {
  /** The name as it was given, with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly document: DocumentId;
  readonly size: number;
  /** When the file was last written, by the file system, in milliseconds since 1970. */
  readonly modified: number;
};

export type IntakeOptions = {
  /** The folder that the file must lie in, whatever its name says. */
  readonly within: string;
  readonly maxBytes?: number;
};

const CHUNK = 1_048_576;
/** A file written to less than this long ago may be written again without a change of its time (coarse clocks of file systems). */
const SETTLED_MS = 2_000;

/**
 * Reads a file of a dossier folder whole, safely: only a regular file inside the folder, only up to the limit, and only when
 * nobody wrote to it meanwhile.
 * @param name relative to `within`
 * @throws DocumentError with the name as its place
 */
export async function takeFile(
  name: string,
  { within, maxBytes = READING_LIMITS.fileBytes }: IntakeOptions,
): Promise<TakenFile> {
  const refuse = (error: unknown) => refusalOf(error, name);
  const path = await checkedPath(name, within).catch((error) => Promise.reject(refuse(error)));
  // No link is followed at the last step, and a pipe does not make the program wait for a writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error) =>
    Promise.reject(refuse(error)),
  );
  try {
    const before = await file.stat({ bigint: true });
    if (!before.isFile()) throw new DocumentError('not-a-file', `${kindOf(before)}, not a file`, { place: name });
    if (before.size > BigInt(maxBytes))
      throw new DocumentError(
        'too-large',
        `${inMebibytes(before.size)} MiB; the limit is ${inMebibytes(BigInt(maxBytes))} MiB`,
        { place: name },
      );
    const bytes = await readWhole(file, Number(before.size));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const young = Date.now() - Number(before.mtimeMs) < SETTLED_MS;
    const again = young ? await hashOf(file, bytes.length + 1) : hash;
    const after = await file.stat({ bigint: true });
    const named = await stat(path, { bigint: true });
    if (
      bytes.length !== Number(before.size) ||
      again !== hash ||
      !sameFile(before, after) ||
      named.ino !== before.ino ||
      named.dev !== before.dev
    )
      throw new DocumentError(
        'changed-while-read',
        'it was changed while it was read; add it again when it is finished',
        { place: name },
      );
    return { name, bytes, document: `sha256:${hash}`, size: bytes.length, modified: Number(before.mtimeMs) };
  } catch (error) {
    throw refuse(error);
  } finally {
    await file.close();
  }
}

/** The real path of a file inside a folder. @throws DocumentError, and errors of the file system */
export async function checkedPath(name: string, within: string): Promise<string> {
  checkName(name);
  return await resolveInside(name, within);
}

/** Names come from a file of the dossier, which may be made to harm: they may only go down from its folder. */
function checkName(name: string): void {
  const unsafe = (reason: string) =>
    new DocumentError('unsafe-name', `${reason}; name a file inside the folder`, { place: shown(name) });
  if (name.trim() === '') throw unsafe('the name is empty');
  if (/[\0-\x1f\x7f]/.test(name)) throw unsafe('the name holds a control character');
  if (isAbsolute(name) || posix.isAbsolute(name) || win32.isAbsolute(name) || /^[a-zA-Z]:/.test(name))
    throw unsafe('the name is absolute');
  if (name.split(/[/\\]/).includes('..')) throw unsafe('the name climbs out of the folder with ".."');
}

function shown(name: string): string {
  return name.trim() === '' ? '(no name)' : name.replace(/[\0-\x1f\x7f]/g, '?').slice(0, 200);
}

async function resolveInside(name: string, within: string): Promise<string> {
  const folder = await realpath(within);
  const asked = join(folder, name);
  await lstat(asked);
  const real = await realpath(asked).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new DocumentError('missing', 'a link to a file that does not exist', { place: name })
      : error;
  });
  if (real !== folder && !real.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    throw new DocumentError('outside-folder', 'a link that leads out of the folder; copy the file into it', {
      place: name,
    });
  return real;
}

async function readWhole(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, Math.min(CHUNK, size - length), length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, length);
}

/** Hash of the file as it now stands, at most `limit` bytes of it. */
async function hashOf(file: FileHandle, limit: number): Promise<string> {
  const hash: Hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; at < limit; ) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK, limit - at), at);
    if (bytesRead === 0) break;
    hash.update(chunk.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash.digest('hex');
}

/** Whether nothing was written to a file between two looks at it. */
export function sameFile(before: BigIntStats, after: BigIntStats): boolean {
  return (
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs &&
    before.ctimeNs === after.ctimeNs &&
    before.ino === after.ino
  );
}

function kindOf(stats: BigIntStats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

export function inMebibytes(size: bigint): string {
  return (Number(size) / 1_048_576).toLocaleString('en', { maximumFractionDigits: 1 });
}

const SYSTEM: Readonly<
  Record<string, readonly ['missing' | 'unreadable' | 'not-a-file' | 'unsafe-name' | 'outside-folder', string]>
> = {
  ENOENT: ['missing', 'there is no such file'],
  ENOTDIR: ['missing', 'there is no such file'],
  EACCES: ['unreadable', 'the system does not let you read it'],
  EPERM: ['unreadable', 'the system does not let you read it'],
  EISDIR: ['not-a-file', 'a folder, not a file'],
  ENXIO: ['not-a-file', 'a pipe or socket, not a file'],
  ELOOP: ['outside-folder', 'a link that leads nowhere'],
  ENAMETOOLONG: ['unsafe-name', 'the name is too long'],
};

/** What went wrong with a file, as a refusal in one line. */
export function refusalOf(error: unknown, name: string): unknown {
  if (error instanceof DocumentError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const [kind, message] = SYSTEM[code] ?? (['unreadable', `the system cannot read it (${code})`] as const);
  return new DocumentError(kind, message, { place: name, cause: error });
}
