import { addDays, type CalendarDate } from '../../core/time/calendar.ts';
import type { Regime } from '../../regime/model/regime.ts';

/** The days on which the law or its watching can change: the first day of each provision, mandate and body, and the day after its last. */
export function boundaryDates(regime: Regime): readonly CalendarDate[] {
  const terms = [
    ...regime.provisions,
    ...regime.mandates,
    ...regime.outsideBodies.map(({ from, to }) => ({ from, to: to ?? null })),
  ];
  const dates = terms.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  return [...new Set(dates)].sort();
}
