import type { KeyObject } from 'node:crypto';
import { RecordError } from '../errors.ts';
import { decodeBase64, encodeBase64 } from '../storage/base64.ts';
import { HASH_BYTES, isTreeSize } from './merkle.ts';
import { parseNote, type SignedNote, signNote, type VerifierKey } from './note.ts';

/** A signed tree head after C2SP tlog-checkpoint: who speaks, how many leaves there are, and the root over them. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Buffer };

/** A checkpoint with the note that carries it; its signatures are not yet judged. */
export type SignedCheckpoint = Checkpoint & { readonly note: SignedNote };

/** The text that is signed. Extension lines are never written: nobody could audit them. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

export function signCheckpoint(
  checkpoint: Checkpoint,
  signer: { readonly key: VerifierKey; readonly privateKey: KeyObject },
): string {
  return signNote(checkpointText(checkpoint), [signer]);
}

/** @throws RecordError `bad-format` for a note that is no checkpoint; signatures are left to `signersOf` */
export function parseCheckpoint(bytes: Uint8Array | string, place?: string): SignedCheckpoint {
  const note = parseNote(bytes, place);
  const refuse = (why: string) => new RecordError('bad-format', `not a checkpoint: ${why}`, { place });
  const lines = note.text.slice(0, -1).split('\n');
  if (lines.length < 3 || lines.includes(''))
    throw refuse('it needs an origin, a tree size and a root, and no empty line');
  const [origin, sizeText, rootText] = lines as [string, string, string];
  const size = parseTreeSize(sizeText);
  if (size === undefined) throw refuse(`"${sizeText.slice(0, 40)}" is not a tree size`);
  const root = decodeBase64(rootText);
  if (root?.length !== HASH_BYTES) throw refuse('its root is not the base64 of 32 bytes');
  return { origin, size, root, note };
}

/** A decimal number without leading zeros, below 2^53; undefined for any other spelling. */
export function parseTreeSize(text: string): number | undefined {
  if (!/^(0|[1-9]\d{0,15})$/.test(text)) return undefined;
  const size = Number(text);
  return isTreeSize(size) ? size : undefined;
}
