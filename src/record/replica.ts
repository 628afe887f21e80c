import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DocumentId, isDocumentId } from '../core/hash.ts';
import { putDocument, removeDocument } from './documents/document-store.ts';
import { redactionOf } from './documents/redaction.ts';
import { describeWriteFailure, RecordError } from './errors.ts';
import { parseCheckpoint, type SignedCheckpoint } from './log/checkpoint.ts';
import { fullTilesOf, partialTilesOf, tilePath } from './log/tile.ts';
import { readActLines } from './read-record.ts';
import { readFileIfThere, readTile } from './read-tile.ts';
import { replaceFile } from './storage/durable-file.ts';
import { documentPath, layoutOf, type WorkspaceLayout } from './storage/layout.ts';
import { readPlainFile } from './storage/plain-file.ts';
import { isThere } from './storage/presence.ts';
import { proveConsistency } from './verification/prove.ts';

/** What a copy took over. */
export type Replication = { readonly acts: number; readonly documents: number; readonly copied: number };

/**
 * Brings a copy of a record abreast of it: documents, acts, tiles, what others have cosigned, and the checkpoint last, so that
 * whoever finds the copy between two steps finds a whole, older one. Keys are never copied. A redaction reaches the copy.
 * @throws RecordError `cannot-write` when the copy has more acts than the record, or other ones; `not-covered`, `disk-full`
 */
export async function replicateRecord(from: string, to: string): Promise<Replication> {
  const [source, target] = [layoutOf(from), layoutOf(to)];
  const note = readFileIfThere(source.checkpoint);
  if (note === undefined)
    throw new RecordError('not-covered', 'The record has no checkpoint yet; run "panel record checkpoint" first.');
  const checkpoint = parseCheckpoint(note, 'record/log/checkpoint');
  refuseLinks(target);
  refuseOtherHistory(from, target, checkpoint);
  try {
    for (const folder of [target.documents, target.acts, target.log]) mkdirSync(folder, { recursive: true });
    const { documents, redacted } = await documentsOf(source);
    let copied = 0;
    for (const id of documents) {
      if (!isThere(documentPath(source, id)) || isThere(documentPath(target, id))) continue;
      await putDocument(target, documentPath(source, id));
      copied++;
    }
    copied += copyFolder(source.acts, target.acts, target);
    copied += copyFolder(source.cosigned, target.cosigned, target);
    for (const name of [...fullTilesOf(checkpoint.size), ...partialTilesOf(checkpoint.size)]) {
      const bytes = readTile(source, checkpoint.size, name);
      const path = join(target.log, tilePath(name));
      if (bytes === undefined || readFileIfThere(path)?.equals(bytes)) continue;
      mkdirSync(dirname(path), { recursive: true });
      replaceFile(target, path, bytes, { synced: false });
      copied++;
    }
    replaceFile(target, target.keyList, readPlainFile(source.keyList), { synced: true });
    replaceFile(target, target.checkpoint, note, { synced: true });
    for (const id of redacted)
      if (!isThere(documentPath(source, id)) && isThere(documentPath(target, id))) removeDocument(target, id);
    return { acts: checkpoint.size, documents: documents.size, copied };
  } catch (error) {
    throw error instanceof RecordError ? error : describeWriteFailure(error, 'The copy', to);
  }
}

/** A copy may lie where others write: a link in the place of one of its folders would have another record written over. */
function refuseLinks(target: WorkspaceLayout): void {
  if (lstatSync(target.record, { throwIfNoEntry: false }) === undefined) return;
  const entries = readdirSync(target.record, { recursive: true, withFileTypes: true });
  const link = lstatSync(target.record).isSymbolicLink()
    ? target.record
    : entries.filter((entry) => entry.isSymbolicLink()).map(({ parentPath, name }) => join(parentPath, name))[0];
  if (link !== undefined)
    throw new RecordError('cannot-write', 'There is a link within the copy, and nothing was written: remove it.', {
      place: link,
    });
}

function refuseOtherHistory(from: string, target: WorkspaceLayout, checkpoint: SignedCheckpoint): void {
  const held = readFileIfThere(target.checkpoint);
  if (held === undefined) return;
  const copy = parseCheckpoint(held, target.checkpoint);
  const refuse = (why: string) => new RecordError('cannot-write', why, { place: target.root });
  if (copy.origin !== checkpoint.origin) throw refuse(`This is the copy of another record, ${copy.origin}.`);
  if (copy.size > checkpoint.size)
    throw refuse(
      `The copy has ${copy.size} acts, the record ${checkpoint.size}: it was rolled back. Restore it from the copy into another --workspace (--restore).`,
    );
  if (!proveConsistency(from, copy.size, copy.size).checkpoint.root.equals(copy.root))
    throw refuse('The copy holds other acts than the record: one of them was rewritten. Both are kept as they are.');
}

/** Documents that the acts speak of, also those of acts that came from elsewhere, and those that were redacted. */
async function documentsOf(
  layout: WorkspaceLayout,
): Promise<{ documents: Set<DocumentId>; redacted: Set<DocumentId> }> {
  const documents = new Set<DocumentId>();
  const redacted = new Set<DocumentId>();
  for await (const { act } of readActLines(layout, 0)) {
    if (act === null) continue;
    for (const id of act.kind === 'redacted' ? (redactionOf(act.body)?.documents ?? []) : []) redacted.add(id);
    const named = JSON.stringify(act.body).match(/sha256:[0-9a-f]{64}/g) ?? [];
    if (act.kind === 'acquired' || act.kind === 'received')
      for (const id of named) if (isDocumentId(id)) documents.add(id);
  }
  return { documents, redacted };
}

/** Files that differ in length or content are copied whole. @returns how many */
function copyFolder(from: string, to: string, target: WorkspaceLayout): number {
  if (!isThere(from)) return 0;
  mkdirSync(to, { recursive: true });
  let copied = 0;
  for (const name of readdirSync(from)) {
    const [path, copy] = [join(from, name), join(to, name)];
    const bytes = readPlainFile(path, Number.POSITIVE_INFINITY);
    if (
      statSync(copy, { throwIfNoEntry: false })?.size === bytes.length &&
      readPlainFile(copy, Number.POSITIVE_INFINITY).equals(bytes)
    )
      continue;
    replaceFile(target, copy, bytes, { synced: true });
    copied++;
  }
  return copied;
}
