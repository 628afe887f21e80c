import type { CalendarDate } from '../../core/time/calendar.ts';
import { writeDate } from '../drawing/words.ts';

/** A time during which something was in force; `to` null means without an end. Both days count. */
export type TimelineBar = {
  readonly label: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly text?: string;
};

export type TimelineInput = {
  readonly title: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly asOf: CalendarDate;
  /** Votes and decisions, adopted or rejected. */
  readonly votes: readonly { readonly symbol: string; readonly date: CalendarDate; readonly adopted: boolean }[];
  readonly subjects: readonly { readonly subject: string; readonly measures: readonly TimelineBar[] }[];
  /** Who had a mandate to watch; the gaps of each row of U.N. bodies are drawn as gaps. */
  readonly mandates: readonly {
    readonly body: string;
    readonly outsideUn: boolean;
    readonly terms: readonly TimelineBar[];
  }[];
};

/** A bar in words: its name, its days, its text. */
export function describeBar({ label: name, from, to, text }: TimelineBar): string {
  return `${name}: from ${writeDate(from)}${to === null ? '' : ` to ${writeDate(to)}`}${text === undefined ? '' : `. ${text}`}`;
}
