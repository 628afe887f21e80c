import { addDays, type CalendarDate } from '../../core/time/calendar.ts';
import type { Finding } from './finding.ts';

/** Days of an alleged period that follow one another and share one answer; `to` is the last of them. */
export type VerdictStretch = { readonly from: CalendarDate; readonly to: CalendarDate; readonly verdict: string };

/**
 * The answers of the law over the alleged period, up to the day whose law is asked. Where there are several, what is alleged for
 * the whole period is neither lawful nor unlawful as a whole: it depends on the day, and no answer of one day stands for it.
 */
export function verdictStretches({
  changes,
  activity: { date, periodTotal },
  assessment,
}: Pick<Finding, 'changes' | 'activity' | 'assessment'>): readonly VerdictStretch[] {
  const single = [{ from: date, to: date, verdict: assessment.verdict }];
  // A total is that of one year of a cap, and says nothing of a day before it was reached or of another year.
  if (periodTotal != null) return single;
  const stretches: VerdictStretch[] = [];
  for (const change of changes) {
    if (change.date > date) break;
    const last = stretches.at(-1);
    if (last?.verdict === change.verdict) continue;
    if (last !== undefined) stretches[stretches.length - 1] = { ...last, to: addDays(change.date, -1) };
    stretches.push({ from: change.date, to: date, verdict: change.verdict });
  }
  return stretches.length > 0 ? stretches : single;
}
