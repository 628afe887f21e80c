import { formatCosignRequest } from '../../exchange/witness/request.ts';
import { cosignedNotes } from '../../record/cosigned.ts';
import { formatNote } from '../../record/log/note.ts';
import { readRecord } from '../../record/read-record.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { proveConsistency } from '../../record/verification/prove.ts';
import { AppError } from '../errors.ts';

export type ConsistencyAnswer = {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: string;
  readonly toRoot: string;
  readonly hashes: readonly string[];
  /** The form in which a witness takes it: old size, hashes, empty line, the note of the larger size. */
  readonly proof: string;
};

/**
 * That the record over `to` acts continues the one over `from` (RFC 6962 section 2.1.2); without `to`, the last checkpoint.
 * @throws AppError `bad-option` where no signed note of that size is kept
 */
export function proveContinuation(request: {
  workspace: string;
  from: number;
  to?: number | undefined;
}): ConsistencyAnswer {
  const { workspace, from } = request;
  const last = readRecord(workspace).checkpoint();
  const notes = [...(last === null ? [] : [last]), ...cosignedNotes(layoutOf(workspace))];
  const to = request.to ?? last?.size ?? 0;
  if (from > to) throw new AppError('bad-option', `${from} is more than ${to}`, { place: '--from' });
  const note = notes.find(({ size }) => size === to);
  if (note === undefined) {
    const sizes = [...new Set(notes.map(({ size }) => size))].join(', ');
    throw new AppError('bad-option', `no note over ${to} acts is kept; there are notes over ${sizes || 'none'}`, {
      place: '--to',
    });
  }
  const { path, checkpoint } = proveConsistency(workspace, from, to);
  return {
    from,
    to,
    fromRoot: proveConsistency(workspace, from, from).checkpoint.root.toString('base64'),
    toRoot: checkpoint.root.toString('base64'),
    hashes: path.map((hash) => hash.toString('base64')),
    proof: formatCosignRequest(from, path, formatNote(note.note)),
  };
}
