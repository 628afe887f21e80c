import { RecordError } from '../../record/errors.ts';
import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { signersOf } from '../../record/log/note.ts';
import { type Cosignature, cosignaturesOn } from '../cosignature/cosignature.ts';
import { ExchangeError } from '../exchange-error.ts';
import { type Policy, type PolicyWitness, witnessOf } from './policy.ts';
import { isQuorum } from './quorum.ts';

/** One witness's latest word on a note. */
export type WitnessWord = { readonly witness: PolicyWitness; readonly time: number };

/** What a policy makes of the cosigned notes of a log. */
export const STANDING_STATES = [
  /** A quorum, lately enough. */
  'holds',
  /** A quorum, but too long ago. */
  'stale',
  /** Too few on every note. */
  'no-quorum',
  /** Signed by no log of the policy. */
  'not-the-log',
  /** A signature by a known key that does not verify. */
  'false',
] as const;

export type CosignedStanding = {
  readonly state: (typeof STANDING_STATES)[number];
  /** The note that it is about: the largest with a quorum, else the largest of all; null when there is none. */
  readonly checkpoint: SignedCheckpoint | null;
  readonly words: readonly WitnessWord[];
  /** Witnesses of the policy that have not cosigned that note, or not in a way that counts. */
  readonly missing: readonly PolicyWitness[];
  /** Of those, the ones whose cosignature is dated after now: their clock or ours is wrong, so it does not count. */
  readonly ahead: readonly WitnessWord[];
  /** Names in the note that the policy does not know: passed over, and told. */
  readonly strangers: readonly string[];
  /** Since when a quorum has stood behind it: the time at which the last of the newest words that make one was given. */
  readonly quorumTime: number | null;
  /** What does not verify, for `false`. */
  readonly fault: string | null;
};

/** How far a witness's clock may be ahead of ours, in seconds. */
export const CLOCKS_APART = 300;

/**
 * Judges notes of one log, the largest first, by a policy. `now` and `maxAge` in seconds; a word of the future does not count.
 */
export function standingOfNotes(
  notes: readonly SignedCheckpoint[],
  policy: Policy,
  { now, maxAge = null }: { now: number; maxAge?: number | null },
): CosignedStanding {
  const judged = notes.map((note) => judgeNote(note, policy, now));
  const best = judged.find(({ state }) => state === 'holds') ?? judged[0];
  if (best === undefined)
    return {
      state: policy.quorum === 'none' ? 'holds' : 'no-quorum',
      checkpoint: null,
      words: [],
      missing: policy.witnesses,
      ahead: [],
      strangers: [],
      quorumTime: null,
      fault: null,
    };
  const isStale = maxAge !== null && best.quorumTime !== null && now - best.quorumTime > maxAge;
  return best.state === 'holds' && isStale ? { ...best, state: 'stale' } : best;
}

function judgeNote(checkpoint: SignedCheckpoint, policy: Policy, now: number): CosignedStanding {
  const nothing = {
    checkpoint,
    words: [],
    missing: policy.witnesses,
    ahead: [],
    strangers: [],
    quorumTime: null,
    fault: null,
  };
  let cosignatures: Cosignature[];
  try {
    if (policy.logs.length > 0) {
      const logs = policy.logs.map(({ key }) => key).filter(({ name }) => name === checkpoint.origin);
      if (signersOf(checkpoint.note, logs).length === 0) return { ...nothing, state: 'not-the-log' };
    }
    cosignatures = cosignaturesOn(
      checkpoint,
      policy.witnesses.map(({ key }) => key),
    );
  } catch (error) {
    if (!(error instanceof RecordError || error instanceof ExchangeError)) throw error;
    return { ...nothing, state: 'false', fault: error.message };
  }
  const isPast = ({ time }: Cosignature): boolean => time <= now + CLOCKS_APART;
  // An earlier word of a witness still stands where its clock has gone wrong since.
  const words = latestWords(cosignatures.filter(isPast), policy);
  const present = new Set(words.map(({ witness }) => witness.name));
  return {
    state: isQuorum(policy, present) ? 'holds' : 'no-quorum',
    checkpoint,
    words,
    missing: policy.witnesses.filter(({ name }) => !present.has(name)),
    ahead: latestWords(cosignatures, policy).filter(({ witness }) => !present.has(witness.name)),
    strangers: strangersOn(checkpoint, policy),
    quorumTime: quorumTimeOf(words, policy),
    fault: null,
  };
}

function latestWords(cosignatures: readonly Cosignature[], policy: Policy): WitnessWord[] {
  const latest = new Map<string, WitnessWord>();
  for (const { key, time } of cosignatures) {
    const witness = witnessOf(policy, key);
    if (witness !== undefined && time > (latest.get(witness.name)?.time ?? 0))
      latest.set(witness.name, { witness, time });
  }
  return policy.witnesses.flatMap(({ name }) => latest.get(name) ?? []);
}

/** The newest words that make a quorum, and the oldest among them. */
function quorumTimeOf(words: readonly WitnessWord[], policy: Policy): number | null {
  const present = new Set<string>();
  for (const { witness, time } of [...words].sort((a, b) => b.time - a.time)) {
    present.add(witness.name);
    if (isQuorum(policy, present)) return time;
  }
  return null;
}

/** Names of lines that are neither the log's nor of a witness that the policy knows. */
export function strangersOn({ origin, note }: SignedCheckpoint, policy: Policy): string[] {
  const names = note.signatures.filter((line) => line.name !== origin && witnessOf(policy, line) === undefined);
  return [...new Set(names.map(({ name }) => name))];
}
