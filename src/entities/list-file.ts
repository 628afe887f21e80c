import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { DocumentId } from '../core/hash.ts';
import { EntitiesError } from './errors.ts';

/** A list file opened for reading: known by its hash, read again from the start whenever a reader asks. */
export type ListFile = {
  readonly name: string;
  readonly document: DocumentId;
  /** The first 64 kB as text: enough to tell the format. */
  readonly head: string;
  readonly chunks: () => Iterable<string>;
};

/** The largest official list (OFAC advanced XML) is about 120 MB. */
const MAX_BYTES = 1024 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;
const HEAD_BYTES = 64 * 1024;

/** Opens a file on disk. @throws EntitiesError `list-unreadable` */
export function openListFile(path: string): ListFile {
  const name = basename(path);
  return openList(name, () => fileBytes(path, name));
}

/** The same for bytes in memory, such as a document of a workspace. */
export function openListBytes(name: string, bytes: Uint8Array): ListFile {
  return openList(name, function* () {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
  });
}

function openList(name: string, bytes: () => Iterable<Uint8Array>): ListFile {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding = '';
  let head: Uint8Array = new Uint8Array(0);
  for (const chunk of bytes()) {
    hash.update(chunk);
    if (head.length === 0) head = chunk.slice(0, HEAD_BYTES);
    if (encoding === '') encoding = byteOrderOf(chunk) ?? '';
    if (encoding === '') {
      try {
        utf8.decode(chunk, { stream: true });
      } catch {
        // Older official files are Windows-1252, although some say otherwise.
        encoding = 'windows-1252';
      }
    }
  }
  const label = encoding === '' ? 'utf-8' : encoding;
  const chunks = function* (): Generator<string> {
    const decoder = new TextDecoder(label);
    for (const chunk of bytes()) {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  };
  return { name, document: `sha256:${hash.digest('hex')}`, head: new TextDecoder(label).decode(head), chunks };
}

function byteOrderOf(chunk: Uint8Array): string | undefined {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return undefined;
}

function* fileBytes(path: string, name: string): Generator<Uint8Array> {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (cause) {
    throw new EntitiesError('list-unreadable', 'The list file cannot be opened; check the path and its permissions', {
      place: name,
      cause,
    });
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new EntitiesError('list-unreadable', 'A list must be a file', { place: name });
    if (status.size > MAX_BYTES)
      throw new EntitiesError('list-hostile', 'The file is larger than 1 GB; no official list is', { place: name });
    for (;;) {
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = readSync(descriptor, buffer, 0, CHUNK_BYTES, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
