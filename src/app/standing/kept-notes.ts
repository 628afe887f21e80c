import { cosignedNotes } from '../../record/cosigned.ts';
import { RecordError } from '../../record/errors.ts';
import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { rootsOf } from '../../record/verification/prove.ts';

export type KeptNotes = {
  /** Notes over trees that the record has, the largest first. */
  readonly own: readonly SignedCheckpoint[];
  /** Notes over trees that it does not have: whoever cosigned them has seen another record than this. */
  readonly other: readonly OtherNote[];
};

export type OtherNote = { readonly note: SignedCheckpoint; readonly why: string };

/** The cosigned notes that lie beside a record. That the record still has what was cosigned is shown, not assumed. */
export function keptNotes(workspace: string, acts: number): KeptNotes {
  const notes = cosignedNotes(layoutOf(workspace));
  const own: SignedCheckpoint[] = [];
  const other: OtherNote[] = [];
  if (notes.length === 0) return { own, other };
  const rootOf = rootsHere(workspace);
  for (const note of notes) {
    const why = whyOther(note, acts, rootOf);
    if (why === null) own.push(note);
    else other.push({ note, why });
  }
  return { own, other };
}

/** In one line, as the standing of the others is told. */
export function describeOtherNote({ note, why }: OtherNote): string {
  return `NOT THIS RECORD: the note kept over ${note.size} acts does not count: ${why}`;
}

/** What is wrong with the tiles is said of each note that they should bear out. */
function rootsHere(workspace: string): (size: number) => Buffer {
  try {
    return rootsOf(workspace);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function whyOther({ size, root }: SignedCheckpoint, acts: number, rootOf: (size: number) => Buffer): string | null {
  if (size > acts) return `here are ${acts}. Was this workspace restored from a backup?`;
  try {
    return rootOf(size).equals(root) ? null : 'the record no longer has the tree that was cosigned; verify it';
  } catch (error) {
    if (error instanceof RecordError) return error.message;
    throw error;
  }
}
