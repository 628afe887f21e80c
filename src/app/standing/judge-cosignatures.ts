import { type CosignedStanding, standingOfNotes } from '../../exchange/policy/cosigned-standing.ts';
import { parsePolicy } from '../../exchange/policy/policy.ts';
import { describeStanding } from '../../exchange/policy/standing-words.ts';
import { formatVerifierKey } from '../../record/log/note.ts';
import type { Verification } from '../../record/verification/verification.ts';
import { instantOf } from './instant.ts';
import { describeOtherNote, keptNotes } from './kept-notes.ts';
import { readInput } from './named-file.ts';

/** Cosignatures of a record, judged by a policy. */
export type CosignedSummary = {
  readonly holds: boolean;
  readonly state: CosignedStanding['state'];
  /** Acts under the note that it is about. */
  readonly size: number | null;
  /** Acts that the record has beyond it. */
  readonly since: number | null;
  readonly cosigned: readonly { readonly name: string; readonly key: string; readonly time: string }[];
  readonly missing: readonly string[];
  readonly strangers: readonly string[];
  readonly lines: readonly string[];
};

/** Judges the kept notes of a record whose bytes have been verified. @throws AppError `unreadable`, ExchangeError `bad-policy` */
export function judgeCosignatures(
  workspace: string,
  { acts }: Pick<Verification, 'acts'>,
  { policy: file, maxAge = null }: { policy: string; maxAge?: number | null | undefined },
): CosignedSummary {
  const policy = parsePolicy(readInput(file, 'the policy'), file);
  const now = Math.floor(Date.now() / 1000);
  const { own, other } = keptNotes(workspace, acts);
  const standing = standingOfNotes(own, policy, { now, maxAge });
  const { state, checkpoint, words, missing, strangers } = standing;
  return {
    holds: state === 'holds',
    state,
    size: checkpoint?.size ?? null,
    since: checkpoint === null ? null : acts - checkpoint.size,
    cosigned: words.map(({ witness, time }) => ({
      name: witness.name,
      key: formatVerifierKey(witness.key),
      time: instantOf(time),
    })),
    missing: missing.map(({ name }) => name),
    strangers,
    lines: [...describeStanding(standing, policy, { acts, now, maxAge }), ...other.map(describeOtherNote)],
  };
}
