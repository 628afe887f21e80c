import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentId } from '../core/hash.ts';
import { isDocumentId } from '../core/hash.ts';
import { readStoredDocument } from './documents/document-store.ts';
import { inOurWords, RecordError } from './errors.ts';
import { type Act, actIndex } from './log/act.ts';
import { actOfLine, type ParsedLine, parseLine } from './log/act-line.ts';
import { parseCheckpoint, type SignedCheckpoint } from './log/checkpoint.ts';
import { countSegments, segmentPlace, withRoom } from './log/segment.ts';
import { documentPath, layoutOf, SEGMENT_ACTS, segmentPath, type WorkspaceLayout } from './storage/layout.ts';
import { type LockOwner, lockOwnerOf } from './storage/lock.ts';
import { openPlainFile, readPlainFile } from './storage/plain-file.ts';
import { isThere } from './storage/presence.ts';

/** Reading a record needs no lock: what has been acknowledged stands in plain files. */
export type ReadRecord = {
  /** Acts from leaf `from` on, in order; withheld ones are passed over. @throws RecordError `damaged` at a line that does not hold up */
  acts(from?: number): AsyncIterableIterator<Act>;
  /** As `acts`, with the leaf, and null for what is withheld. */
  lines(from?: number): AsyncIterableIterator<{ readonly line: ParsedLine; readonly act: Act | null }>;
  /** @throws RecordError `unknown-id`, `withheld` */
  act(id: string): Promise<Act>;
  /** @throws RecordError `unknown-id`, `document-missing`, `damaged` */
  document(id: string): Promise<Buffer>;
  hasDocument(id: string): boolean;
  /** How many documents lie here: acts of others may speak of some that did not come along. */
  documentCount(): number;
  /** Where a document's bytes lie, for readers that stream; the bytes are not checked. */
  documentPath(id: DocumentId): string;
  /** The last signed checkpoint; null before the first. Its signature is not judged here. */
  checkpoint(): SignedCheckpoint | null;
  /** The checkpoint as signed, for printing; null before the first. */
  checkpointNote(): string | null;
  /** Who writes to the workspace now. */
  owner(): LockOwner | null;
};

/** @throws RecordError `not-a-workspace` */
export function readRecord(workspace: string): ReadRecord {
  const layout = layoutOf(workspace);
  if (!isThere(layout.acts))
    throw new RecordError('not-a-workspace', 'There is no record here; name another --workspace.', {
      place: workspace,
    });
  return {
    acts: (from = 0) => readActs(layout, from),
    lines: (from = 0) => readActLines(layout, from),
    act: (id) => readAct(layout, id),
    document: (id) => readStoredDocument(layout, id),
    hasDocument: (id) => isDocumentId(id) && isThere(documentPath(layout, id)),
    documentCount: () => countDocuments(layout),
    documentPath: (id) => documentPath(layout, id),
    checkpoint: () => {
      const note = readNote(layout);
      return note === null ? null : parseCheckpoint(note, 'record/log/checkpoint');
    },
    checkpointNote: () => readNote(layout),
    owner: () => lockOwnerOf(layout),
  };
}

/** Folders of a desktop's program hold files of its own, such as .DS_Store, which are no documents. */
function countDocuments({ documents }: WorkspaceLayout): number {
  const parts = readdirSync(documents, { withFileTypes: true });
  return parts
    .filter((part) => part.isDirectory() && /^[0-9a-f]{2}$/.test(part.name))
    .reduce((sum, { name }) => {
      const files = readdirSync(join(documents, name));
      return sum + files.filter((file) => isDocumentId(`sha256:${name}${file}`)).length;
    }, 0);
}

function readNote(layout: WorkspaceLayout): string | null {
  if (!isThere(layout.checkpoint)) return null;
  try {
    return readPlainFile(layout.checkpoint).toString('utf8');
  } catch (error) {
    throw inOurWords(error);
  }
}

async function* readActs(layout: WorkspaceLayout, from: number): AsyncGenerator<Act> {
  for await (const { act } of readActLines(layout, from)) if (act !== null) yield act;
}

async function readAct(layout: WorkspaceLayout, id: string): Promise<Act> {
  const index = actIndex(id);
  if (index !== undefined) {
    for await (const { line, act } of readActLines(layout, index)) {
      if (act !== null) return act;
      throw new RecordError('withheld', `The act ${id} is withheld by the redaction ${line.withheld}.`);
    }
  }
  throw new RecordError('unknown-id', `There is no act ${id.slice(0, 40)} in the record.`);
}

const CHUNK_BYTES = 1024 * 1024;

type ActLine = { readonly line: ParsedLine; readonly act: Act | null; readonly lineText: string };

/** An unfinished last line is another process at work, or a crash: not yet an act, so it is left out. */
export async function* readActLines(layout: WorkspaceLayout, from: number): AsyncGenerator<ActLine> {
  try {
    yield* readSegments(layout, from);
  } catch (error) {
    throw inOurWords(error);
  }
}

async function* readSegments(layout: WorkspaceLayout, from: number): AsyncGenerator<ActLine> {
  const segments = countSegments(layout);
  for (let segment = Math.floor(from / SEGMENT_ACTS); segment < segments; segment++) {
    const file = await openPlainFile(segmentPath(layout, segment));
    try {
      let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      let [held, offset, index] = [0, 0, segment * SEGMENT_ACTS];
      for (;;) {
        buffer = withRoom(buffer, held, `${segmentPlace(segment)}@${offset}`);
        const { bytesRead } = await file.read(buffer, held, buffer.length - held, null);
        if (bytesRead === 0) break;
        held += bytesRead;
        const filled = buffer.subarray(0, held);
        let start = 0;
        for (let end = filled.indexOf(0x0a); end >= 0; end = filled.indexOf(0x0a, start)) {
          if (index >= from) yield readLine(filled, start, end, index, `${segmentPlace(segment)}@${offset + start}`);
          index++;
          start = end + 1;
        }
        buffer.copy(buffer, 0, start, held);
        held -= start;
        offset += start;
      }
    } finally {
      await file.close();
    }
  }
}

function readLine(bytes: Buffer, start: number, end: number, index: number, place: string) {
  const line = parseLine(bytes, start, end);
  if ('fault' in line)
    throw new RecordError('damaged', `This act is damaged: ${line.fault}; run "panel record verify".`, { place });
  if (line.index !== index)
    throw new RecordError(
      'damaged',
      `Act a-${line.index} stands where a-${index} belongs; run "panel record verify".`,
      { place },
    );
  return { line, act: actOfLine(line) ?? null, lineText: bytes.toString('utf8', start, end) };
}
