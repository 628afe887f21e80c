import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { DocumentId } from '../core/hash.ts';
import { EntitiesError } from './errors.ts';

/** A list file opened for reading: known by its hash, read again from the start whenever a reader asks. */
export type ListFile = {
  readonly name: string;
  readonly document: DocumentId;
  /** Where its bytes are, for a thread that is to open it again. */
  readonly source: ListSource;
  readonly size: number;
  readonly encoding: string;
  /** The first 64 kB as text: enough to tell the format. */
  readonly head: string;
  readonly chunks: () => Iterable<string>;
};

/** A file on disk, or one in memory. */
export type ListSource = { readonly path: string } | { readonly bytes: Uint8Array };

/** The largest official list (OFAC advanced XML) is about 120 MB. */
const MAX_BYTES = 1024 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
const HEAD_BYTES = 64 * 1024;

/** Opens a file on disk. @throws EntitiesError `list-unreadable` */
export function openListFile(path: string): ListFile {
  const name = basename(path);
  return openList(name, { path }, fileBytes(path, name));
}

/** The same for bytes in memory, such as a document of a workspace. */
export function openListBytes(name: string, bytes: Uint8Array): ListFile {
  return openList(name, { bytes }, inChunks(bytes)());
}

/** What another thread needs to read a list that was opened here: all of it but what reads. */
export type OpenedList = Omit<ListFile, 'chunks'>;

/** A list file that was opened in another thread. */
export function reopenList(opened: OpenedList): ListFile {
  const { name, source } = opened;
  const bytes = 'path' in source ? (): Iterable<Uint8Array> => fileBytes(source.path, name) : inChunks(source.bytes);
  return { ...opened, chunks: () => textOf(opened, bytes()) };
}

function inChunks(bytes: Uint8Array): () => Generator<Uint8Array> {
  return function* () {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
  };
}

function openList(name: string, source: ListSource, bytes: Iterable<Uint8Array>): ListFile {
  const hash = createHash('sha256');
  let encoding = '';
  let size = 0;
  let head: Uint8Array = new Uint8Array(0);
  /** The beginning of a character that goes on in the next chunk. */
  let open: Uint8Array = new Uint8Array(0);
  for (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.length;
    if (head.length === 0) head = chunk.slice(0, HEAD_BYTES);
    if (encoding === '') encoding = byteOrderOf(chunk) ?? '';
    if (encoding !== '') continue;
    const text = open.length === 0 ? chunk : Buffer.concat([open, chunk]);
    const end = text.length - unfinishedUtf8(text);
    open = text.slice(end);
    // Older official files are Windows-1252, although some say otherwise.
    if (!isUtf8(text.subarray(0, end))) encoding = 'windows-1252';
  }
  const label = encoding === '' ? 'utf-8' : encoding;
  const document: DocumentId = `sha256:${hash.digest('hex')}`;
  return reopenList({ name, document, source, size, encoding: label, head: new TextDecoder(label).decode(head) });
}

/** How many bytes at the end begin a character of UTF-8 without ending it. */
function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** @throws EntitiesError `list-unreadable` at the end when these are not the bytes that the list is known by */
function* textOf({ name, document, encoding }: OpenedList, bytes: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder(encoding);
  const hash = createHash('sha256');
  for (const chunk of bytes) {
    hash.update(chunk);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
  if (`sha256:${hash.digest('hex')}` !== document)
    throw new EntitiesError('list-unreadable', 'The list was changed while it was read; try again', { place: name });
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
