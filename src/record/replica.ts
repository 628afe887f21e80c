import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../core/errors.ts';
import { type DocumentId, isDocumentId } from '../core/hash.ts';
import { redactionOf } from './documents/redaction.ts';
import { describeWriteFailure, RecordError } from './errors.ts';
import { parseCheckpoint, type SignedCheckpoint } from './log/checkpoint.ts';
import { fullTilesOf, partialTilesOf, tilePath } from './log/tile.ts';
import { readActLines } from './read-record.ts';
import { readFileIfThere, readTile } from './read-tile.ts';
import { documentPath, layoutOf, type WorkspaceLayout } from './storage/layout.ts';
import { readPlainFile } from './storage/plain-file.ts';
import { isThere } from './storage/presence.ts';
import { proveConsistency } from './verification/prove.ts';

/** Where a full copy of a record is kept. Paths are those under the workspace, with forward slashes. */
export type CopyTarget = {
  /** As messages name it. */
  readonly place: string;
  /** Called before anything is written. @throws RecordError `cannot-write` where the place cannot be one of a copy */
  prepare(): Promise<void>;
  read(path: string): Promise<Buffer | undefined>;
  /** Whether this very file is there. */
  holds(path: string, bytes: Buffer): Promise<boolean>;
  /** Appears whole or not at all. */
  write(path: string, bytes: Buffer): Promise<void>;
  holdsDocument(id: DocumentId): Promise<boolean>;
  writeDocument(id: DocumentId, file: string): Promise<void>;
  removeDocument(id: DocumentId): Promise<void>;
};

/** What a copy took over. */
export type Replication = { readonly acts: number; readonly documents: number; readonly copied: number };

const CHECKPOINT = 'record/log/checkpoint';

/**
 * Brings a copy of a record abreast of it: documents, acts, what others have cosigned, tiles, and the checkpoint last, so that
 * whoever finds the copy between two steps finds a whole, older one. Keys are never copied. A redaction reaches the copy.
 * @throws RecordError `cannot-write` when the copy has more acts than the record, or other ones; `not-covered`, `disk-full`
 */
export async function replicateRecord(from: string, target: CopyTarget): Promise<Replication> {
  const source = layoutOf(from);
  const note = readFileIfThere(source.checkpoint);
  if (note === undefined)
    throw new RecordError('not-covered', 'The record has no checkpoint yet; run "panel record checkpoint" first.');
  const checkpoint = parseCheckpoint(note, CHECKPOINT);
  try {
    await target.prepare();
    refuseOtherHistory(from, await target.read(CHECKPOINT), checkpoint, target.place);
    const { documents, redacted } = await documentsOf(source);
    let copied = 0;
    for (const id of documents) {
      if (!isThere(documentPath(source, id)) || (await target.holdsDocument(id))) continue;
      await target.writeDocument(id, documentPath(source, id));
      copied++;
    }
    for (const { path, bytes } of filesOf(source, checkpoint)) {
      if (await target.holds(path, bytes)) continue;
      await target.write(path, bytes);
      copied++;
    }
    await target.write('record/log/keys', readPlainFile(source.keyList));
    await target.write(CHECKPOINT, note);
    for (const id of redacted)
      if (!isThere(documentPath(source, id)) && (await target.holdsDocument(id))) await target.removeDocument(id);
    return { acts: checkpoint.size, documents: documents.size, copied };
  } catch (error) {
    throw error instanceof CodedError ? error : describeWriteFailure(error, 'The copy', target.place);
  }
}

/** Acts, what others have cosigned, and the tiles of the tree that the checkpoint states. */
function* filesOf(
  source: WorkspaceLayout,
  { size }: SignedCheckpoint,
): Generator<{ readonly path: string; readonly bytes: Buffer }> {
  for (const [folder, name] of [
    [source.acts, 'record/acts'],
    [source.cosigned, 'record/cosigned'],
  ] as const)
    for (const file of isThere(folder) ? readdirSync(folder) : [])
      yield { path: `${name}/${file}`, bytes: readPlainFile(join(folder, file), Number.POSITIVE_INFINITY) };
  for (const tile of [...fullTilesOf(size), ...partialTilesOf(size)]) {
    const bytes = readTile(source, size, tile);
    if (bytes !== undefined) yield { path: `record/log/${tilePath(tile)}`, bytes };
  }
}

function refuseOtherHistory(from: string, held: Buffer | undefined, checkpoint: SignedCheckpoint, place: string): void {
  if (held === undefined) return;
  const copy = parseCheckpoint(held, place);
  const refuse = (why: string) => new RecordError('cannot-write', why, { place });
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
