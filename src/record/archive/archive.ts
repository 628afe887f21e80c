import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { parseCosignedName } from '../cosigned.ts';
import { describeReadFailure, describeWriteFailure, RecordError } from '../errors.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { fullTilesOf, parseTilePath, partialTilesOf, tilePath } from '../log/tile.ts';
import { replaceFile, syncFolder, writeAll } from '../storage/durable-file.ts';
import { layoutOf, parseSegmentName, type WorkspaceLayout } from '../storage/layout.ts';
import { readPlainFile } from '../storage/plain-file.ts';
import { formatFault, type Verification, type VerifyOptions } from '../verification/verification.ts';
import { verifyRecord } from '../verification/verify-record.ts';
import { parseTarHeader, TAR_BLOCK, TAR_END, tarHeader, tarPadding } from './tar.ts';

/** A record as one file: a tar of everything under `record/`, sorted, without times and owners. Keys are never in it. */

const CHUNK_BYTES = 1024 * 1024;

/**
 * Writes the record to one file, which appears whole or not at all; two exports of the same record are equal.
 * The record is verified first, since a damaged copy would be taken for the record.
 * @throws RecordError `damaged`, `cannot-write` when the file exists already, `disk-full`
 */
export async function exportRecord(
  workspace: string,
  file: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  const verification = await verifyRecord(workspace, options);
  refuseFaults(verification, 'The record is damaged and is not exported');
  if (existsSync(file))
    throw new RecordError('cannot-write', 'The file exists already; name another.', { place: file });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const target = openSync(unfinished, 'wx', 0o600);
    try {
      for (const entry of snapshot(workspace)) await writeEntry(target, entry);
      writeAll(target, TAR_END);
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
    renameSync(unfinished, file);
    syncFolder(dirname(resolve(file)));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error instanceof RecordError ? error : describeWriteFailure(error, 'The export', file);
  }
  return verification;
}

/** What goes into the archive: bytes at hand, or the first `size` bytes of a file. */
type Entry = { readonly name: string; readonly size: number; readonly content: Buffer | string };

/**
 * The files of the record as they stand together, also while another process writes: what the checkpoint needs is read
 * first, the acts after it, then the documents that those acts may speak of.
 */
function snapshot(workspace: string): Entry[] {
  const layout = layoutOf(workspace);
  const entries = snapshotLog(layout);
  for (const name of existsSync(layout.cosigned) ? readdirSync(layout.cosigned) : []) {
    const bytes = readPlainFile(join(layout.cosigned, name));
    entries.push({ name: `record/cosigned/${name}`, size: bytes.length, content: bytes });
  }
  for (const name of readdirSync(layout.acts)) {
    const path = join(layout.acts, name);
    const size = wholeLines(path);
    if (size > 0) entries.push({ name: `record/acts/${name}`, size, content: path });
  }
  for (const entry of readdirSync(layout.documents, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `record/documents/${basename(entry.parentPath)}/${entry.name}`;
    entries.push({ name, size: statSync(path).size, content: path });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function snapshotLog(layout: WorkspaceLayout): Entry[] {
  if (!existsSync(layout.checkpoint)) return [];
  for (let attempt = 1; ; attempt++) {
    const note = readPlainFile(layout.checkpoint);
    try {
      const { size } = parseCheckpoint(note, 'record/log/checkpoint');
      const held = (path: string, bytes: Buffer) => ({
        name: `record/log/${path}`,
        size: bytes.length,
        content: bytes,
      });
      const entries: Entry[] = [held('checkpoint', note), held('keys', readPlainFile(layout.keyList))];
      for (const name of partialTilesOf(size).map(tilePath))
        entries.push(held(name, readPlainFile(join(layout.log, name))));
      for (const name of fullTilesOf(size).map(tilePath)) {
        const path = join(layout.log, name);
        entries.push({ name: `record/log/${name}`, size: statSync(path).size, content: path });
      }
      return entries;
    } catch (error) {
      // A writer removes the partial tiles of a checkpoint that it has followed with another.
      if (attempt === 5 || readPlainFile(layout.checkpoint).equals(note)) throw error;
    }
  }
}

/** Length of a segment up to its last newline: what follows is being written. */
function wholeLines(path: string): number {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const chunk = Buffer.alloc(64 * 1024);
    for (let end = size; end > 0; ) {
      const start = Math.max(0, end - chunk.length);
      const read = readSync(file, chunk, 0, end - start, start);
      const newline = chunk.subarray(0, read).lastIndexOf(0x0a);
      if (newline >= 0) return start + newline + 1;
      end = start;
    }
    return 0;
  } finally {
    closeSync(file);
  }
}

async function writeEntry(target: number, { name, size, content }: Entry): Promise<void> {
  writeAll(target, tarHeader(name, size));
  if (typeof content === 'string') await copyFirst(target, content, size, name);
  else writeAll(target, content);
  writeAll(target, Buffer.alloc(tarPadding(size)));
}

async function copyFirst(target: number, path: string, size: number, name: string): Promise<void> {
  const source = await open(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size + 1));
    for (let done = 0; done < size; ) {
      const { bytesRead } = await source.read(chunk, 0, Math.min(chunk.length, size - done), null);
      if (bytesRead === 0)
        throw new RecordError('cannot-read', 'This file became shorter while it was exported; try again.', {
          place: name,
        });
      writeAll(target, chunk, bytesRead);
      done += bytesRead;
    }
  } finally {
    await source.close();
  }
}

/**
 * Takes an exported record into a workspace that has none. Nothing is accepted before all of it is verified, with the
 * key or checkpoint that the reader holds if given. The signing key does not come with it: the copy can be read,
 * verified and quoted, and takes acts only once a new key is named.
 * @throws RecordError `archive-refused`, `damaged`, `cannot-write` when the workspace has a record, `disk-full`
 */
export async function importRecord(
  file: string,
  workspace: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  const target = layoutOf(workspace);
  if (existsSync(target.record))
    throw new RecordError('cannot-write', 'There is a record here already; import into another --workspace.', {
      place: workspace,
    });
  const staging = join(target.temporary, `import-${randomBytes(6).toString('hex')}`);
  try {
    const layout = layoutOf(staging);
    for (const folder of [layout.acts, layout.documents, layout.log])
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    await unpack(file, staging);
    const verification = await verifyRecord(staging, options);
    refuseFaults(verification, 'The exported record is damaged and was not imported');
    replaceFile(target, target.imported, Buffer.from(`${canonicalJson({ v: 1, ...verification.checkpoint })}\n`), {
      synced: true,
    });
    renameSync(layout.record, target.record);
    syncFolder(workspace);
    return verification;
  } catch (error) {
    throw error instanceof RecordError ? error : describeWriteFailure(error, 'The imported record', workspace);
  } finally {
    if (existsSync(staging)) rmSync(staging, { recursive: true, force: true });
    for (const folder of [target.temporary, workspace]) removeIfEmpty(folder);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something, and stays.
  }
}

/** Writes the files of an archive under `staging`. A name is taken only when it is one that a record has; so none leads elsewhere. */
async function unpack(file: string, staging: string): Promise<void> {
  const source = await open(file, 'r').catch((cause: unknown) => {
    throw describeReadFailure(cause, file);
  });
  try {
    const size = (await source.stat()).size;
    let at = 0;
    for (let before = ''; ; ) {
      const header = parseTarHeader(await readExactly(source, at, TAR_BLOCK, `${file}@${at}`), `${file}@${at}`);
      if (header === null) break;
      const place = `${file}@${at}`;
      if (!isRecordFile(header.name) || header.name <= before)
        throw new RecordError(
          'archive-refused',
          `"${header.name.slice(0, 120)}" is not a file of a record, or is out of order.`,
          { place },
        );
      before = header.name;
      at += TAR_BLOCK;
      if (at + header.size > size) throw new RecordError('archive-refused', 'The archive is cut short.', { place });
      await unpackEntry(source, at, header.size, join(staging, header.name));
      at += header.size;
      const padding = await readExactly(source, at, tarPadding(header.size), `${file}@${at}`);
      if (padding.some((byte) => byte !== 0))
        throw new RecordError('archive-refused', 'Bytes stand where none belong.', { place: `${file}@${at}` });
      at += padding.length;
    }
    const end = await readExactly(source, at, TAR_END.length, `${file}@${at}`);
    if (!end.equals(TAR_END) || at + TAR_END.length !== size)
      throw new RecordError('archive-refused', 'The archive does not end where it says.', { place: `${file}@${at}` });
  } finally {
    await source.close();
  }
}

async function unpackEntry(source: FileHandle, start: number, size: number, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const target = openSync(path, 'wx', 0o600);
  try {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size + 1));
    for (let done = 0; done < size; ) {
      const { bytesRead } = await source.read(chunk, 0, Math.min(chunk.length, size - done), start + done);
      if (bytesRead === 0) throw new RecordError('archive-refused', 'The archive became shorter while it was read.');
      writeAll(target, chunk, bytesRead);
      done += bytesRead;
    }
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
}

async function readExactly(source: FileHandle, at: number, length: number, place: string): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await source.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) throw new RecordError('archive-refused', 'The archive is cut short.', { place });
    done += bytesRead;
  }
  return bytes;
}

function isRecordFile(name: string): boolean {
  if (/^record\/documents\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(name)) return true;
  if (name.startsWith('record/acts/')) return parseSegmentName(name.slice('record/acts/'.length)) !== undefined;
  if (name.startsWith('record/cosigned/'))
    return parseCosignedName(name.slice('record/cosigned/'.length)) !== undefined;
  if (name === 'record/log/checkpoint' || name === 'record/log/keys') return true;
  return name.startsWith('record/log/') && parseTilePath(name.slice('record/log/'.length)) !== undefined;
}

function refuseFaults({ faults, faultCount }: Verification, what: string): void {
  if (faultCount === 0) return;
  const more = faultCount > 1 ? ` (and ${faultCount - 1} more)` : '';
  throw new RecordError('damaged', `${what}: ${formatFault(faults[0]!)}${more}`);
}
