import type { TimelineBar, TimelineInput } from '../../../src/figures/timeline/timeline-input.ts';
import { mergeTerms } from '../../../src/figures/timeline/timeline-mandates.ts';
import { dateOfDay, dayNumber } from './days.ts';

/** From a day on, so many measures are in force. */
type Step = { readonly from: number; readonly count: number };

export type SubjectRow = {
  readonly subject: string;
  readonly measures: readonly TimelineBar[];
  readonly steps: readonly Step[];
};

export type MandateTimelineRow = {
  readonly body: string;
  readonly outsideUn: boolean;
  readonly terms: readonly { readonly from: number; readonly to: number | null; readonly words: string }[];
  /** Days between terms, and after the last one, on which a U.N. body had no mandate. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly words: string }[];
};

/** How the number of measures in force goes up and down. */
export function stepsOf(measures: readonly TimelineBar[]): readonly Step[] {
  const changes = new Map<number, number>();
  const add = (day: number, by: number) => changes.set(day, (changes.get(day) ?? 0) + by);
  for (const { from, to } of measures) {
    // A paragraph that was replaced before it began was never in force.
    if (to !== null && to < from) continue;
    add(dayNumber(from), 1);
    if (to !== null) add(dayNumber(to) + 1, -1);
  }
  let count = 0;
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([from, by]) => {
      count += by;
      return { from, count };
    });
}

export function countOn(steps: readonly Step[], day: number): number {
  return steps.findLast(({ from }) => from <= day)?.count ?? 0;
}

export function subjectRows({ subjects }: TimelineInput): readonly SubjectRow[] {
  return subjects.map(({ subject, measures }) => ({ subject, measures, steps: stepsOf(measures) }));
}

export function mandateRows({ mandates, to: end }: TimelineInput): readonly MandateTimelineRow[] {
  return mandates.map(({ body, outsideUn, terms }) => {
    const held = mergeTerms([...terms]);
    const gaps = held.flatMap((term, at) => {
      if (outsideUn || term.to === null || term.to >= end) return [];
      const next = held[at + 1]?.from;
      const [from, to] = [dayNumber(term.to) + 1, next === undefined ? dayNumber(end) : dayNumber(next) - 1];
      const since = dateOfDay(from);
      return [
        {
          from,
          to,
          words: next === undefined ? `no mandate since ${since}` : `no mandate ${since} to ${dateOfDay(to)}`,
        },
      ];
    });
    return {
      body,
      outsideUn,
      terms: held.map(({ label, from, to }) => ({
        from: dayNumber(from),
        to: to === null ? null : dayNumber(to),
        words: `${body}: from ${from}${to === null ? '' : ` to ${to}`} (${label}${held.length < terms.length ? ' and renewals' : ''})`,
      })),
      gaps,
    };
  });
}
