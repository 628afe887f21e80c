import type { CalendarDate } from '../core/time/calendar.ts';
import type { Claimant } from './model/claim.ts';
import type { ColumnMapping } from './tables/column-mapping.ts';

export type ExtractionOptions = {
  /** Whose document it is: the claimant of what the text says in its own voice. */
  readonly source: Claimant;
  /** Day of publication, against which "on Tuesday" is resolved; without it relative dates stay open. */
  readonly published: CalendarDate | null;
  /** What people said of the columns of tables, by their headings. */
  readonly columns?: readonly ColumnMapping[] | undefined;
  /** Called after each paragraph with the share done, for documents of hundreds of pages. */
  readonly onProgress?: (done: number, total: number) => void;
};
