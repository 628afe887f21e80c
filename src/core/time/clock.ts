import { CoreError } from '../errors.ts';
import { isCalendarDate } from './calendar.ts';

/** Where a use case takes its time from: the machine's clock, or one fixed by `--clock` so that runs can be repeated byte for byte. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock that stands still. Takes a day (midnight UTC) or an ISO 8601 instant with zone. @throws CoreError `not-a-date` */
export function fixedClock(text: string): Clock {
  const form = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;
  const instant = new Date(text);
  // `Date` reads 30 February as 1 March.
  if (!form.test(text) || !isCalendarDate(text.slice(0, 10)) || Number.isNaN(instant.getTime())) {
    throw new CoreError('not-a-date', `"${text}" is not a time; write 2024-03-29 or 2024-03-29T12:00:00Z`);
  }
  return () => new Date(instant);
}

/** UTC with milliseconds, the form of every time in the record. */
export function timestampOf(instant: Date): string {
  return instant.toISOString();
}
