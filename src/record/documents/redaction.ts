import { existsSync, readFileSync } from 'node:fs';
import { type DocumentId, isDocumentId } from '../../core/hash.ts';
import { describeWriteFailure, RecordError } from '../errors.ts';
import { type ActId, type Actor, actIndex } from '../log/act.ts';
import { formatWithheldLine, parseLine } from '../log/act-line.ts';
import { traitsOf } from '../log/kind-traits.ts';
import { segmentPlace } from '../log/segment.ts';
import { replaceFile } from '../storage/durable-file.ts';
import { documentPath, SEGMENT_ACTS, segmentPath, type WorkspaceLayout } from '../storage/layout.ts';
import { documentPlace, removeDocument } from './document-store.ts';

/**
 * What to withhold: acts (their bodies and salts go, so that not even a guess can be tested against the commitment) and
 * documents (their bytes go). Leaves, tiles and checkpoints stay, and every proof made before still verifies.
 */
export type RedactionRequest = {
  readonly acts?: readonly ActId[];
  readonly documents?: readonly DocumentId[];
  readonly by: Actor;
  readonly reason: string;
  readonly at?: string;
};

/** Body of a `redacted` act. */
export type Redaction = {
  readonly acts: readonly ActId[];
  readonly documents: readonly DocumentId[];
  readonly reason: string;
};

/** Undefined for a body that no redaction writes. */
export function redactionOf(body: unknown): Redaction | undefined {
  const { acts, documents, reason } = (body ?? {}) as Partial<Redaction>;
  if (!Array.isArray(acts) || !Array.isArray(documents) || typeof reason !== 'string') return undefined;
  if (!acts.every((id) => typeof id === 'string' && actIndex(id) !== undefined)) return undefined;
  if (!documents.every((id) => typeof id === 'string' && isDocumentId(id))) return undefined;
  return { acts, documents, reason };
}

/**
 * The body of the act to log, after looking at what is to be redacted. `size` is the number of acts.
 * @throws RecordError `bad-act` for an empty request, `unknown-id`, `withheld` for an act withheld already
 */
export function planRedaction(layout: WorkspaceLayout, request: RedactionRequest, size: number): Redaction {
  const acts = [...new Set(request.acts ?? [])].sort((a, b) => actIndex(a)! - actIndex(b)!);
  const documents = [...new Set(request.documents ?? [])].sort();
  if (acts.length + documents.length === 0) throw new RecordError('bad-act', 'A redaction needs an act or a document.');
  if (request.reason.trim() === '') throw new RecordError('bad-act', 'A redaction needs a reason.');
  for (const id of documents) {
    if (!isDocumentId(id) || !existsSync(documentPath(layout, id)))
      throw new RecordError('unknown-id', `The record does not hold the document ${id}.`);
  }
  for (const id of acts) {
    const index = actIndex(id);
    if (index === undefined)
      throw new RecordError('unknown-id', 'This is no id: write that of an act (a-7) or of a document (sha256:...).', {
        place: String(id).slice(0, 80),
      });
    if (index >= size) throw new RecordError('unknown-id', `There is no act ${id} in the record.`);
  }
  for (const [segment, indexes] of bySegment(acts)) {
    for (const { line, index } of linesOf(layout, segment, indexes)) {
      if (line.withheld !== null) throw new RecordError('withheld', `The act a-${index} is withheld already.`);
      if (!traitsOf(line.leaf.kind).canBeWithheld)
        throw new RecordError(
          'bad-act',
          `The act a-${index} says what happened to the record itself and cannot be withheld.`,
        );
    }
  }
  return { acts, documents, reason: request.reason };
}

/**
 * Carries a logged redaction out: segments rewritten under another name, synced and renamed; document bytes removed.
 * May be repeated after a crash. Returns true when there was anything to do.
 */
export function carryOutRedaction(layout: WorkspaceLayout, { acts, documents }: Redaction, redaction: ActId): boolean {
  let done = false;
  for (const [segment, indexes] of bySegment(acts)) {
    const path = segmentPath(layout, segment);
    const bytes = readFileSync(path);
    const pieces: Buffer[] = [];
    let copied = 0;
    for (const { line, start, end } of linesOf(layout, segment, indexes, bytes)) {
      if (line.withheld !== null) continue;
      const leaf = bytes.toString('latin1', line.leafStart, line.leafEnd);
      pieces.push(bytes.subarray(copied, start), Buffer.from(formatWithheldLine(leaf, redaction)));
      copied = end + 1;
    }
    if (pieces.length === 0) continue;
    pieces.push(bytes.subarray(copied));
    try {
      replaceFile(layout, path, Buffer.concat(pieces), { synced: true });
    } catch (error) {
      throw describeWriteFailure(error, `The redaction ${redaction}, which is logged,`, segmentPlace(segment));
    }
    done = true;
  }
  for (const id of documents) {
    if (!existsSync(documentPath(layout, id))) continue;
    try {
      removeDocument(layout, id);
    } catch (error) {
      throw describeWriteFailure(error, `The redaction ${redaction}, which is logged,`, documentPlace(id));
    }
    done = true;
  }
  return done;
}

function bySegment(acts: readonly ActId[]): Map<number, number[]> {
  const segments = new Map<number, number[]>();
  for (const id of acts) {
    const index = actIndex(id)!;
    const segment = Math.floor(index / SEGMENT_ACTS);
    segments.set(segment, [...(segments.get(segment) ?? []), index]);
  }
  return segments;
}

/** The lines of a segment that hold the acts of these indexes, in order. @throws RecordError `damaged` */
function linesOf(
  layout: WorkspaceLayout,
  segment: number,
  indexes: readonly number[],
  bytes = readFileSync(segmentPath(layout, segment)),
) {
  const wanted = new Set(indexes);
  const found = [];
  for (let start = 0, index = segment * SEGMENT_ACTS; start < bytes.length; index++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    if (wanted.has(index)) {
      const line = parseLine(bytes, start, end);
      if ('fault' in line || line.index !== index)
        throw new RecordError('damaged', `The act a-${index} is damaged; run "panel record verify".`, {
          place: `${segmentPlace(segment)}@${start}`,
        });
      found.push({ line, index, start, end });
    }
    start = end + 1;
  }
  if (found.length !== wanted.size)
    throw new RecordError('damaged', 'Acts are missing from this segment; run "panel record verify".', {
      place: segmentPlace(segment),
    });
  return found;
}
