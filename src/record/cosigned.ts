import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeReadFailure, RecordError } from './errors.ts';
import { parseCheckpoint, parseTreeSize, type SignedCheckpoint } from './log/checkpoint.ts';
import { formatNote, type NoteSignature, type SignedNote } from './log/note.ts';
import { replaceFile, syncFolder } from './storage/durable-file.ts';
import type { WorkspaceLayout } from './storage/layout.ts';
import { readPlainFile } from './storage/plain-file.ts';
import { isThere } from './storage/presence.ts';

/**
 * `record/cosigned/`: `<size>` is the note of the checkpoint over so many acts with the lines of the log and of everybody
 * who cosigned it; `<size>.<n>.tsr` is the n-th RFC 3161 stamp over its text. What lies here is what others have said about
 * the record: it is kept, never made again.
 */
export type CosignedName =
  | { readonly kind: 'note'; readonly size: number }
  | { readonly kind: 'stamp'; readonly size: number; readonly number: number };

export function cosignedName(name: CosignedName): string {
  return name.kind === 'note' ? `${name.size}` : `${name.size}.${name.number}.tsr`;
}

/** Undefined for any name that `cosignedName` does not write. */
export function parseCosignedName(text: string): CosignedName | undefined {
  const [sizeText = '', numberText, ...rest] = text.split('.');
  const size = parseTreeSize(sizeText);
  if (size === undefined) return undefined;
  if (numberText === undefined) return { kind: 'note', size };
  const number = parseTreeSize(numberText);
  if (number === undefined || number === 0 || rest.length !== 1 || rest[0] !== 'tsr') return undefined;
  return { kind: 'stamp', size, number };
}

/** Sizes of which a note is kept, the largest first. */
export function cosignedSizes(layout: WorkspaceLayout): number[] {
  return namesIn(layout)
    .flatMap((name) => (name.kind === 'note' ? [name.size] : []))
    .sort((a, b) => b - a);
}

/** The note kept of a size, as it was written; null when there is none. @throws RecordError `bad-format` */
export function readCosigned(layout: WorkspaceLayout, size: number): SignedCheckpoint | null {
  const path = join(layout.cosigned, cosignedName({ kind: 'note', size }));
  if (!isThere(path)) return null;
  return parseCheckpoint(readPlainFile(path), `record/cosigned/${size}`);
}

/** The largest kept note that somebody has cosigned; null when there is none. */
export function newestCosigned(layout: WorkspaceLayout): SignedCheckpoint | null {
  for (const size of cosignedSizes(layout)) {
    const note = readCosigned(layout, size);
    if (note?.note.signatures.some(({ name }) => name !== note.origin)) return note;
  }
  return null;
}

/** Every kept note that can be read, the largest first. One that cannot be read is a fault, which verification tells. */
export function cosignedNotes(layout: WorkspaceLayout): SignedCheckpoint[] {
  return cosignedSizes(layout).flatMap((size) => {
    try {
      return readCosigned(layout, size) ?? [];
    } catch (error) {
      if (error instanceof RecordError) return [];
      throw error;
    }
  });
}

/** The stamps over the note of a size, in the order in which they came. */
export function readStamps(layout: WorkspaceLayout, size: number): { name: string; bytes: Buffer }[] {
  return namesIn(layout)
    .flatMap((name) => (name.kind === 'stamp' && name.size === size ? [name] : []))
    .sort((a, b) => a.number - b.number)
    .map((name) => ({ name: cosignedName(name), bytes: readPlainFile(join(layout.cosigned, cosignedName(name))) }));
}

function namesIn(layout: WorkspaceLayout): CosignedName[] {
  if (!isThere(layout.cosigned)) return [];
  try {
    return readdirSync(layout.cosigned).flatMap((text) => parseCosignedName(text) ?? []);
  } catch (error) {
    throw describeReadFailure(error, layout.cosigned);
  }
}

/** The signatures of both, each once. @throws RecordError `bad-format` for notes of two texts */
export function joinSignatures(held: SignedNote, added: SignedNote): SignedNote {
  if (held.text !== added.text) throw new RecordError('bad-format', 'the two notes do not say the same');
  const lines = new Map<string, NoteSignature>();
  for (const one of [...held.signatures, ...added.signatures])
    lines.set(`${one.name} ${one.id} ${one.signature.toString('base64')}`, one);
  return { text: held.text, signatures: [...lines.values()] };
}

/** Writes the note of a size, on the disk before this returns. */
export function writeCosigned(layout: WorkspaceLayout, size: number, note: SignedNote): void {
  write(layout, cosignedName({ kind: 'note', size }), Buffer.from(formatNote(note)));
}

/** Keeps a stamp as it came, under the next free number. @returns its name */
export function writeStamp(layout: WorkspaceLayout, size: number, stamp: Uint8Array): string {
  if (readCosigned(layout, size) === null)
    throw new RecordError('not-covered', `No note over ${size} acts is kept that this stamp could belong to.`);
  const numbers = namesIn(layout).map((name) => (name.kind === 'stamp' && name.size === size ? name.number : 0));
  const name = cosignedName({ kind: 'stamp', size, number: Math.max(0, ...numbers) + 1 });
  write(layout, name, stamp);
  return name;
}

function write(layout: WorkspaceLayout, name: string, bytes: Uint8Array): void {
  const isNew = !isThere(layout.cosigned);
  mkdirSync(layout.cosigned, { recursive: true });
  if (isNew) syncFolder(dirname(layout.cosigned));
  replaceFile(layout, join(layout.cosigned, name), bytes, { synced: true });
}

/**
 * Lines that somebody has appended to `record/log/checkpoint` are cosignatures: they go to `record/cosigned/` before a
 * newer checkpoint takes its place. Whose they are is judged by those who know the witnesses.
 */
export function keepCosignatures(layout: WorkspaceLayout): void {
  const checkpoint = readCheckpoint(layout);
  if (checkpoint === null || checkpoint.note.signatures.length < 2) return;
  const held = readCosigned(layout, checkpoint.size)?.note;
  // A note of another text is evidence, and stays for verification to tell of.
  if (held !== undefined && held.text !== checkpoint.note.text) return;
  const note = held === undefined ? checkpoint.note : joinSignatures(held, checkpoint.note);
  if (note.signatures.length > (held?.signatures.length ?? 0)) writeCosigned(layout, checkpoint.size, note);
}

/** Whether the checkpoint on the disk is this one, perhaps with further lines. */
export function standsAlready(layout: WorkspaceLayout, note: string): boolean {
  const checkpoint = readCheckpoint(layout);
  return checkpoint !== null && formatNote(checkpoint.note).startsWith(note);
}

/** Null where none can be read: the publisher then writes a new one. */
function readCheckpoint(layout: WorkspaceLayout): SignedCheckpoint | null {
  if (!isThere(layout.checkpoint)) return null;
  try {
    return parseCheckpoint(readPlainFile(layout.checkpoint));
  } catch (error) {
    if (error instanceof RecordError) return null;
    throw error;
  }
}
