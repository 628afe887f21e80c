import type { CosignedStanding, WitnessWord } from './cosigned-standing.ts';
import type { Policy } from './policy.ts';
import { leastQuorum } from './quorum.ts';

/** The standing of a record's notes in the words of the contract. `acts` is the size of the record, `maxAge` in seconds. */
export function describeStanding(
  standing: CosignedStanding,
  policy: Policy,
  { acts, now, maxAge }: { acts: number; now: number; maxAge: number | null },
): string[] {
  const { state, checkpoint, words, missing, ahead, strangers, quorumTime, fault } = standing;
  const remarks = [
    ...ahead.map((word) => `AHEAD OF THIS CLOCK: ${wordOf(word)} (not counted; one of the two clocks is wrong)`),
    ...strangers.map((name) => `UNKNOWN WITNESS: ${name} is not in the policy (ignored)`),
  ];
  const all = policy.witnesses.length;
  if (state === 'not-the-log')
    return [
      `NOT THE LOG OF THE POLICY: ${checkpoint?.origin} is not signed by a log that the policy names`,
      ...remarks,
    ];
  if (state === 'false') return [`FALSE COSIGNATURE at ${checkpoint?.size} acts: ${fault}`, ...remarks];
  if (checkpoint === null)
    return state === 'holds' ? [] : [`QUORUM NOT REACHED: 0 of ${all}, needs ${leastQuorum(policy)}`];
  const since = acts - checkpoint.size;
  const cosigned = `Cosigned at ${checkpoint.size} acts by ${words.length} of ${all}: ${words.map(wordOf).join(', ')}`;
  if (state === 'no-quorum') {
    const silent = missing.filter(({ name }) => ahead.every(({ witness }) => witness.name !== name));
    const none = `no cosignature at ${checkpoint.size} acts: ${silent.map(({ name }) => name).join(', ')}`;
    return [
      `QUORUM NOT REACHED: ${words.length} of ${all}, needs ${leastQuorum(policy)}${silent.length === 0 ? '' : `; ${none}`}`,
      ...remarks,
    ];
  }
  const line = `${cosigned}; ${since === 0 ? 'no act' : since === 1 ? '1 act' : `${since} acts`} since`;
  if (state === 'holds')
    return [words.length === 0 ? `No cosignature is asked for at ${checkpoint.size} acts` : line, ...remarks];
  const age = quorumTime === null ? 'never' : `${describeDuration(now - quorumTime)} ago`;
  return [`STALE: last cosigned ${age}, you allow ${describeDuration(maxAge ?? 0)}`, line, ...remarks];
}

function wordOf({ witness, time }: WitnessWord): string {
  return `${witness.name} ${minuteOf(time)}`;
}

/** `2026-11-30 09:29`, in UTC. */
export function minuteOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Days from two on, hours below. */
export function describeDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return hours === 1 ? '1 hour' : hours > 0 ? `${hours} hours` : `${Math.floor(seconds / 60)} minutes`;
}
