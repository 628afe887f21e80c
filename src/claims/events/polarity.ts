import type { Polarity } from '../model/claim.ts';
import type { Frame } from '../syntax/parsed-sentence.ts';
import type { PredicateHit } from './predicate.ts';

/**
 * Whether the claimant asserts or denies the predicate: a verb of denying or a negation at the verb turns it, both
 * together turn it back. "Could not confirm" denies nothing.
 */
export function polarityOf(frame: Frame | undefined, hit: PredicateHit | undefined): Polarity {
  const denied = frame !== undefined && frame.basis === 'denies' && frame.dissenter === undefined;
  const negated = hit?.group.negated === true && frame?.cue !== hit.group.head;
  return denied !== negated ? 'denies' : 'asserts';
}
