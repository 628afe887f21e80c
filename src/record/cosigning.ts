import { joinSignatures, readCosigned, writeCosigned } from './cosigned.ts';
import { describeWriteFailure, RecordError } from './errors.ts';
import { keyInForce, type NamedKey } from './keys/key-history.ts';
import { parseCheckpoint, type SignedCheckpoint } from './log/checkpoint.ts';
import { formatNote, type SignedNote, signersOf } from './log/note.ts';
import type { WorkspaceLayout } from './storage/layout.ts';
import { proveConsistency } from './verification/prove.ts';

/** Whose checkpoints are meant: the log's name, and the keys that it has had. */
export type LogIdentity = { readonly origin: string; readonly history: readonly NamedKey[] };

/**
 * Adds the lines of a note to those kept of its size, where it is a checkpoint of this very log. Tiles must be abreast.
 * @param arrange may leave out lines that say nothing further
 * @throws RecordError `bad-format`, `damaged`, `disk-full`, `cannot-write`
 */
export function addCosigned(
  layout: WorkspaceLayout,
  { origin, history }: LogIdentity,
  note: SignedNote,
  arrange: (joined: SignedNote) => SignedNote,
): SignedCheckpoint {
  const checkpoint = parseCheckpoint(formatNote(note));
  const { size } = checkpoint;
  const key = keyInForce(history, size);
  if (checkpoint.origin !== origin || key === undefined || signersOf(checkpoint.note, [key]).length === 0)
    throw new RecordError('bad-format', 'This note is not a checkpoint of this record.');
  if (!proveConsistency(layout.root, size, size).checkpoint.root.equals(checkpoint.root))
    throw new RecordError('damaged', `The note over ${size} acts states another root than the acts of this record.`);
  const held = readCosigned(layout, size);
  const joined = arrange(held === null ? checkpoint.note : joinSignatures(held.note, checkpoint.note));
  try {
    writeCosigned(layout, size, joined);
  } catch (error) {
    throw describeWriteFailure(error, 'The cosigned note', 'record/cosigned');
  }
  return { ...checkpoint, note: joined };
}
