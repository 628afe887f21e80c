import { RecordError } from '../../record/errors.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { signersOf, type VerifierKey } from '../../record/log/note.ts';
import { type CosignedStanding, standingOfNotes } from '../policy/cosigned-standing.ts';
import type { Policy } from '../policy/policy.ts';
import { faultInGrowth } from './published-growth.ts';
import { type PublicationReader, readPublishedTree } from './published-tree.ts';

/** What was found when somebody's log was looked at. Only `good` becomes the state that the next look is held against. */
export const LOOK_STATES = [
  'good',
  /** Nothing answered, or nothing is there. */
  'unreachable',
  /** No checkpoint, or one that the key held does not sign. */
  'not-the-log',
  /** Fewer acts than were seen before. */
  'rollback',
  /** Another tree than the one that was seen before, under the same key. */
  'split-view',
  /** The published tiles do not give the signed root, or are not all there, or leaves among them are others. */
  'damaged',
  'no-quorum',
  'stale',
] as const;
export type LookState = (typeof LOOK_STATES)[number];

export type Look = {
  readonly state: LookState;
  /** The note as it was found, also where it is refused; null where there was none that can be read. */
  readonly checkpoint: SignedCheckpoint | null;
  /** What the policy says of it; null without a policy. */
  readonly standing: CosignedStanding | null;
  /** What is wrong, for the states that need words of their own. */
  readonly why: string | null;
};

/** What the last good look saw. */
export type LastSeen = { readonly size: number; readonly root: Buffer };

/** Looks at a publication: what it is, and whether it continues what was seen before. Times in seconds. */
export async function lookAt(
  read: PublicationReader,
  held: {
    readonly key: VerifierKey;
    readonly last: LastSeen | null;
    readonly policy: Policy | null;
    readonly maxAge: number | null;
  },
  now: number,
): Promise<Look> {
  const bytes = await read('checkpoint');
  if (bytes === undefined) return nothing('unreachable', 'no checkpoint is published there');
  let checkpoint: SignedCheckpoint;
  try {
    checkpoint = parseCheckpoint(bytes);
    if (checkpoint.origin !== held.key.name)
      return { ...nothing('not-the-log', `it is the log ${checkpoint.origin}`), checkpoint };
    if (signersOf(checkpoint.note, [held.key]).length === 0)
      return { ...nothing('not-the-log', 'the key that you hold has not signed it'), checkpoint };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return nothing('not-the-log', error.message);
  }
  const standing =
    held.policy === null ? null : standingOfNotes([checkpoint], held.policy, { now, maxAge: held.maxAge });
  const found = { checkpoint, standing, why: null };
  const { last } = held;
  if (last !== null && checkpoint.size < last.size) return { ...found, state: 'rollback' };
  if (last !== null && checkpoint.size === last.size && !checkpoint.root.equals(last.root))
    return { ...found, state: 'split-view' };
  const tree = await readPublishedTree(read, checkpoint.size, last?.size ?? 0);
  if (tree.root === null)
    return { ...found, state: 'damaged', why: `missing or cut short: ${tree.missing.slice(0, 3).join(', ')}` };
  if (!tree.root.equals(checkpoint.root))
    return { ...found, state: 'damaged', why: 'its tiles do not give the root that it has signed' };
  if (last !== null && !tree.oldRoot?.equals(last.root)) return { ...found, state: 'split-view' };
  const why = await faultInGrowth(read, checkpoint.size, last?.size ?? 0);
  if (why !== null) return { ...found, state: 'damaged', why };
  return { ...found, state: stateByPolicy(standing) };
}

function stateByPolicy(standing: CosignedStanding | null): LookState {
  if (standing === null || standing.state === 'holds') return 'good';
  if (standing.state === 'stale') return 'stale';
  return standing.state === 'no-quorum' ? 'no-quorum' : 'not-the-log';
}

function nothing(state: LookState, why: string): Look {
  return { state, checkpoint: null, standing: null, why };
}
