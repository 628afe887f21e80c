import { createHash } from 'node:crypto';
import { constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DocumentId, documentIdOf, isDocumentId } from '../../core/hash.ts';
import { describeReadFailure, describeWriteFailure, RecordError } from '../errors.ts';
import { syncFolder, syncFolderLater, temporaryPath } from '../storage/durable-file.ts';
import { documentPath, placeInRecord, type WorkspaceLayout } from '../storage/layout.ts';
import { openPlainFile } from '../storage/plain-file.ts';

const CHUNK_BYTES = 1024 * 1024;

export type PutDocument = {
  readonly id: DocumentId;
  readonly size: number;
  /** False when the record held the same bytes already. */
  readonly added: boolean;
};

export function documentPlace(id: DocumentId): string {
  const digits = id.slice('sha256:'.length);
  return placeInRecord('documents', digits.slice(0, 2), digits.slice(2));
}

/**
 * Stores bytes, or the file at a path, under their SHA-256: on the disk and under its final name before this returns.
 * A file is streamed, so its size does not matter. Other bytes than those that are expected are not kept.
 * @throws RecordError `document-changed` when the file changes while it is read or is another one than expected, `cannot-read`, `disk-full`, `cannot-write`,
 * `damaged` when the record holds other bytes under that hash
 */
export async function putDocument(
  layout: WorkspaceLayout,
  source: Uint8Array | string,
  expected?: DocumentId,
): Promise<PutDocument> {
  if (typeof source !== 'string') {
    const id = documentIdOf(source);
    checkExpected(id, expected, 'A document');
    if (existsSync(documentPath(layout, id))) return keepExisting(layout, id, source.length);
  }
  const temporary = temporaryPath(layout);
  const place = typeof source === 'string' ? source : 'A document';
  try {
    const { id, size } = await writing(() => writeSynced(temporary, source), place);
    checkExpected(id, expected, place);
    const path = documentPath(layout, id);
    if (existsSync(path)) return await keepExisting(layout, id, size);
    await writing(async () => {
      const folder = dirname(path);
      if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) syncFolder(layout.documents);
      await rename(temporary, path);
      await syncFolderLater(folder);
    }, documentPlace(id));
    return { id, size, added: true };
  } finally {
    await rm(temporary, { force: true });
  }
}

function checkExpected(id: DocumentId, expected: DocumentId | undefined, place: string): void {
  if (expected !== undefined && id !== expected)
    throw new RecordError('document-changed', 'It changed after it was read; add it again when it is finished.', {
      place,
    });
}

async function writing<T>(step: () => Promise<T>, what: string): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof RecordError) throw error;
    throw describeWriteFailure(error, 'The document', what);
  }
}

async function writeSynced(temporary: string, source: Uint8Array | string): Promise<{ id: DocumentId; size: number }> {
  const target = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    const written =
      typeof source === 'string' ? await copyFile(source, target) : { id: documentIdOf(source), size: source.length };
    if (typeof source !== 'string') await writeWhole(target, source);
    await target.sync();
    return written;
  } finally {
    await target.close();
  }
}

async function writeWhole(target: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await target.write(bytes, done)).bytesWritten;
}

/** Copies a regular file and hashes what it copies; what changes under the reader is no evidence of anything. */
async function copyFile(path: string, target: FileHandle): Promise<{ id: DocumentId; size: number }> {
  const source = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause: unknown) => {
    throw new RecordError('cannot-read', `It cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
      place: path,
      cause,
    });
  });
  try {
    const before = await source.stat({ bigint: true });
    if (!before.isFile()) throw new RecordError('cannot-read', 'It is not a regular file.', { place: path });
    const digest = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let size = 0;
    for (;;) {
      const { bytesRead } = await source.read(chunk, 0, CHUNK_BYTES, size);
      if (bytesRead === 0) break;
      const bytes = chunk.subarray(0, bytesRead);
      digest.update(bytes);
      await writeWhole(target, bytes);
      size += bytesRead;
    }
    const after = await source.stat({ bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs || BigInt(size) !== after.size)
      throw new RecordError('document-changed', 'It changed while it was read; add it again when it is finished.', {
        place: path,
      });
    return { id: `sha256:${digest.digest('hex')}`, size };
  } finally {
    await source.close();
  }
}

async function keepExisting(layout: WorkspaceLayout, id: DocumentId, size: number): Promise<PutDocument> {
  const held = await hashDocumentFile(documentPath(layout, id));
  if (held.id !== id)
    throw new RecordError('damaged', `The record holds other bytes under this hash; run "panel record verify".`, {
      place: documentPlace(id),
    });
  return { id, size, added: false };
}

/** Hash and size of a stored file, read piece by piece. */
export async function hashDocumentFile(
  path: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<{ id: DocumentId; size: number }> {
  const file = await openPlainFile(path);
  try {
    const digest = createHash('sha256');
    const chunk = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK_BYTES, (await file.stat()).size + 1)));
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
      if (bytesRead === 0) break;
      digest.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
      onBytes(bytesRead);
    }
    return { id: `sha256:${digest.digest('hex')}`, size };
  } finally {
    await file.close();
  }
}

/**
 * A document's bytes, checked against its hash. @throws RecordError `unknown-id` for a text that is no document id,
 * `document-missing` (never added, or redacted), `damaged`
 */
export async function readStoredDocument(layout: WorkspaceLayout, id: string): Promise<Buffer> {
  if (!isDocumentId(id)) throw new RecordError('unknown-id', `"${id.slice(0, 80)}" is not a document's id.`);
  const file = await openPlainFile(documentPath(layout, id)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT')
      throw new RecordError(
        'document-missing',
        `The record does not hold ${id}: it was never added, or it was redacted.`,
      );
    throw describeReadFailure(cause, documentPlace(id));
  });
  try {
    const bytes = await file.readFile();
    if (documentIdOf(bytes) === id) return bytes;
    throw new RecordError('damaged', 'Its bytes are not those that its name is the hash of.', {
      place: documentPlace(id),
    });
  } finally {
    await file.close();
  }
}

/** Removes a redacted document's bytes for good. Absent ones are no error: a redaction may be carried out twice. */
export function removeDocument(layout: WorkspaceLayout, id: DocumentId): void {
  const path = documentPath(layout, id);
  if (!existsSync(path)) return;
  rmSync(path);
  syncFolder(dirname(path));
}
