import { ExchangeError } from '../../exchange/exchange-error.ts';
import { standingOfNotes } from '../../exchange/policy/cosigned-standing.ts';
import { parsePolicy } from '../../exchange/policy/policy.ts';
import { standingOf } from '../../exchange/policy/quorum.ts';
import { describeQuorum } from '../../exchange/policy/quorum-words.ts';
import { minuteOf } from '../../exchange/policy/standing-words.ts';
import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { formatNote } from '../../record/log/note.ts';
import type { ReportWitnesses } from '../../report/model/model.ts';

/**
 * Who has cosigned a record, for the annex of a report: by the policy that the record itself names, of which the report says just
 * that. Null where nobody has, or no policy is named.
 */
export function reportWitnesses(notes: readonly SignedCheckpoint[], policyText: string | null): ReportWitnesses | null {
  if (policyText === null) return null;
  try {
    const policy = parsePolicy(Buffer.from(policyText), 'policy');
    // Whatever the clock of the report says, a time that a witness has signed is printed as it was signed.
    const { state, checkpoint, words } = standingOfNotes(notes, policy, { now: Number.MAX_SAFE_INTEGER });
    if (checkpoint === null || words.length === 0) return null;
    return {
      note: formatNote(checkpoint.note),
      acts: checkpoint.size,
      isEnough: state === 'holds',
      of: policy.witnesses.length,
      witnesses: words.map(({ witness, time }) => ({
        name: witness.name,
        key: `${witness.key.name}+${witness.key.id}`,
        time: minuteOf(time),
        kept: witness.key.name.endsWith('/mirror'),
      })),
      policy: describeQuorum(standingOf(policy)).lines,
    };
  } catch (error) {
    // A record may come from somebody else, with a policy that is none.
    if (error instanceof ExchangeError) return null;
    throw error;
  }
}
