import { RecordError } from '../../record/errors.ts';
import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { EMPTY_ROOT, verifyConsistency } from '../../record/log/merkle.ts';
import { signersOf } from '../../record/log/note.ts';
import type { CosignRequest } from './request.ts';
import type { WitnessedLog } from './witnessed-log.ts';

/** What a witness does with a request, by the numbers of HTTP that C2SP tlog-witness gives it. */
export type WitnessDecision =
  | { readonly status: 200 }
  | { readonly status: 400 | 403 | 404 | 422; readonly why: string }
  /** `size` is what was cosigned last. */
  | { readonly status: 409; readonly size: number };

/** Judges a request against what the witness knows of the log; undefined when it knows no such log. */
export function decide(log: WitnessedLog | undefined, { old, proof, checkpoint }: CosignRequest): WitnessDecision {
  if (log === undefined) return { status: 404, why: 'this origin is not witnessed here' };
  const unsigned = whyUnsigned(log, checkpoint);
  if (unsigned !== undefined) return { status: 403, why: unsigned };
  if (old > checkpoint.size) return { status: 400, why: 'the old size is above that of the checkpoint' };
  if (old !== log.size) return { status: 409, size: log.size };
  const refuse = (why: string): WitnessDecision => ({ status: 422, why });
  if (checkpoint.size === 0 && !checkpoint.root.equals(EMPTY_ROOT))
    return refuse('the root of a tree without leaves is the hash of nothing');
  if (old === 0 && proof.length > 0) return refuse('a proof from the empty tree has no lines');
  if (old === checkpoint.size && !checkpoint.root.equals(log.root))
    return refuse('a tree of this size with another root was cosigned before');
  if (!verifyConsistency(old, log.root, checkpoint.size, checkpoint.root, proof))
    return refuse('the consistency proof does not verify');
  return { status: 200 };
}

/** Whether the log has signed a second tree of the size that was cosigned: evidence, whatever else the request says. */
export function isFork(log: WitnessedLog, checkpoint: SignedCheckpoint): boolean {
  return (
    log.note !== null &&
    checkpoint.size === log.size &&
    !checkpoint.root.equals(log.root) &&
    whyUnsigned(log, checkpoint) === undefined
  );
}

function whyUnsigned({ keys }: WitnessedLog, checkpoint: SignedCheckpoint): string | undefined {
  try {
    const inForce = keys.slice(-1);
    return signersOf(checkpoint.note, inForce).length > 0
      ? undefined
      : 'the key that is trusted for this log has not signed it';
  } catch (error) {
    if (error instanceof RecordError) return error.message;
    throw error;
  }
}
