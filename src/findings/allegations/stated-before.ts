import type { Claim } from '../../claims/model/claim.ts';
import type { ClaimedAllegation } from './allegation.ts';

/** Claims of one question that can be of one time. */
export type TimedGroup = {
  readonly group: readonly ClaimedAllegation[];
  /** The last day by which claims without a time were told, all before the time that the others give; else null. */
  readonly statedUntil: string | null;
};

/**
 * What is told as done was done by the day on which it was told. A claim that gives no time and was told before the first day that
 * all others give cannot be of theirs: it is a matter of its own, which is older.
 */
export function partedByTelling(
  group: readonly ClaimedAllegation[],
  statedBy: (claim: Claim) => string,
): readonly TimedGroup[] {
  const first = firstDayOf(group.filter(isTimed));
  const isOlder = (one: ClaimedAllegation): boolean => first !== null && !isTimed(one) && statedBy(one.claim) < first;
  const older = group.filter(isOlder);
  if (older.length === 0) return [{ group, statedUntil: null }];
  const statedUntil = older
    .map(({ claim }) => statedBy(claim))
    .sort()
    .at(-1);
  return [
    { group: group.filter((one) => !isOlder(one)), statedUntil: null },
    { group: older, statedUntil: statedUntil ?? null },
  ];
}

function isTimed({ allegation: { period } }: ClaimedAllegation): boolean {
  return period.from !== null || period.to !== null;
}

/** The earliest day that the claims allow; null where one of them leaves it open. */
function firstDayOf(timed: readonly ClaimedAllegation[]): string | null {
  const days = timed.map(({ allegation }) => allegation.period.from);
  return days.includes(null) ? null : (days.filter((day) => day !== null).sort()[0] ?? null);
}
