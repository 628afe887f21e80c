import { addDays, type CalendarDate } from './calendar.ts';

/** Days from `from` to `to`, both included; null means without a bound on that side. */
export type DateInterval = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };

/** True when no day lies in the interval. */
export function isEmptyInterval({ from, to }: DateInterval): boolean {
  return from !== null && to !== null && from > to;
}

export function intervalContains(interval: DateInterval, date: CalendarDate): boolean {
  return (interval.from === null || interval.from <= date) && (interval.to === null || date <= interval.to);
}

export function intersectIntervals(a: DateInterval, b: DateInterval): DateInterval {
  return { from: laterFrom(a.from, b.from), to: earlierTo(a.to, b.to) };
}

export function intervalsOverlap(a: DateInterval, b: DateInterval): boolean {
  return !isEmptyInterval(a) && !isEmptyInterval(b) && !isEmptyInterval(intersectIntervals(a, b));
}

/** True when every day of `inner` is a day of `outer`. */
export function intervalWithin(inner: DateInterval, outer: DateInterval): boolean {
  if (isEmptyInterval(inner)) return true;
  const fromWithin = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  const toWithin = outer.to === null || (inner.to !== null && inner.to <= outer.to);
  return fromWithin && toWithin;
}

/** The interval that ends the day before `next` begins: how a provision that is replaced ends. */
export function endBefore(interval: DateInterval, next: CalendarDate): DateInterval {
  return intersectIntervals(interval, { from: null, to: addDays(next, -1) });
}

function laterFrom(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null) return b;
  return b === null || a >= b ? a : b;
}

function earlierTo(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null) return b;
  return b === null || a <= b ? a : b;
}
