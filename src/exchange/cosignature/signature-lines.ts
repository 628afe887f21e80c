import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { type NoteSignature, parseNote, type SignedNote, type VerifierKey } from '../../record/log/note.ts';
import { ExchangeError } from '../exchange-error.ts';
import { type Cosignature, cosignaturesOn } from './cosignature.ts';

/**
 * Signature lines as a witness answers with, or as they come back on paper: alone or under a whole note.
 * @throws RecordError `bad-format`
 */
export function parseSignatureLines(text: string, place?: string): readonly NoteSignature[] {
  const lines = text.split('\n').filter((line) => line.startsWith('\u2014 '));
  return parseNote(`lines\n\n${lines.map((line) => `${line}\n`).join('')}`, place).signatures;
}

/**
 * The checkpoint with the cosignatures among `lines` that are by `cosigners` and verify over it; what is by others is left out.
 * @throws ExchangeError `bad-cosignature` for one by a known key that does not verify
 */
export function withCosignatures(
  checkpoint: SignedCheckpoint,
  lines: readonly NoteSignature[],
  cosigners: readonly VerifierKey[],
  place?: string,
): { note: SignedNote; added: readonly Cosignature[] } {
  const offered = { ...checkpoint, note: { text: checkpoint.note.text, signatures: lines } };
  const added = cosignaturesOn(offered, cosigners, place);
  return { note: withLines(checkpoint.note, added), added };
}

/** Whether a line that says nothing of its note is a cosignature over this one. */
export function isLineOver(
  checkpoint: SignedCheckpoint,
  line: NoteSignature,
  cosigners: readonly VerifierKey[],
): boolean {
  try {
    return withCosignatures(checkpoint, [line], cosigners).added.length > 0;
  } catch (error) {
    if (error instanceof ExchangeError) return false;
    throw error;
  }
}

/**
 * The note with the earliest and the latest line of each cosigner: one shows since when the tree has existed, the other that
 * somebody has looked lately. With all of them it would one day be too long to be read. Lines of others stay.
 */
export function keptLines(checkpoint: SignedCheckpoint, cosigners: readonly VerifierKey[]): SignedNote {
  const cosignatures = cosignaturesOn(checkpoint, cosigners);
  const kept = cosigners.flatMap((key) => {
    const inOrder = cosignatures.filter((one) => one.key === key).sort((a, b) => a.time - b.time);
    return [...new Set([...inOrder.slice(0, 1), ...inOrder.slice(-1)])];
  });
  const judged = new Set(cosignatures.map(({ signature }) => signature));
  const others = checkpoint.note.signatures.filter((line) => !judged.has(line));
  return withLines({ ...checkpoint.note, signatures: others }, kept);
}

function withLines(note: SignedNote, cosignatures: readonly Cosignature[]): SignedNote {
  return { text: note.text, signatures: [...note.signatures, ...cosignatures.map(({ signature }) => signature)] };
}
