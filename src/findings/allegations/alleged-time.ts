import type { Claim } from '../../claims/model/claim.ts';
import type { Allegation } from '../model/finding.ts';
import type { ClaimedAllegation } from './allegation.ts';

/** When a claim was published, null where its document is of no known day; and the day by which it was made. */
type Days = { publishedOf(claim: Claim): string | null; statedBy(claim: Claim): string };

/**
 * One period for the group: from the first day that a claim gives to the last. A side that no claim gives stays open: the day
 * on which something was reported is no day on which it happened. So does the end where a claim gives only a beginning and was told
 * after the last day that the others give: what it tells of may have gone on since.
 */
export function combine(group: readonly ClaimedAllegation[], statedBy: (claim: Claim) => string): Allegation {
  const [first] = group;
  const days = (side: 'from' | 'to'): readonly string[] =>
    group
      .map(({ allegation }) => allegation.period[side])
      .filter((day) => day !== null)
      .sort();
  const last = days('to').at(-1) ?? null;
  const isOpen = group.some(
    ({ claim, allegation: { period } }) =>
      period.from !== null && period.to === null && last !== null && statedBy(claim) > last,
  );
  return {
    ...(first as ClaimedAllegation).allegation,
    period: { from: days('from')[0] ?? null, to: isOpen ? null : last },
  };
}

/** The time that each claim gives to what it alleges. */
export function timeIn(group: readonly ClaimedAllegation[]): (claim: Claim) => Allegation['period'] {
  const times = new Map(group.map(({ claim, allegation }) => [claim, allegation.period]));
  return (claim) => times.get(claim) ?? claim.when;
}

/**
 * The day whose law is asked: the last that the claims give, else, where one of them goes on, the last on which one was published or
 * that any of them gives, the latest possible. Null where nothing gives a day.
 */
export function dayOf(group: readonly ClaimedAllegation[], { publishedOf, statedBy }: Days): string | null {
  const { period } = combine(group, statedBy);
  const published = group
    .map(({ claim }) => publishedOf(claim))
    .filter((day) => day !== null)
    .sort();
  if (period.to !== null) return period.to;
  const given = group.flatMap(({ allegation: { period: own } }) => [own.from, own.to]);
  return [...published, ...given.filter((day) => day !== null)].sort().at(-1) ?? null;
}
