import type { RefusalCode, RowRefusal } from '../errors.ts';
import type { SouthSeries, TradeRow } from '../model/row.ts';
import type { TradeTerms } from '../terms/terms.ts';
import type { NamedColumns } from './named-columns.ts';

export type ReadingOptions = {
  readonly terms: TradeTerms;
  readonly flow: 'import' | 'export' | null;
  /** `target`: rows that name the target State; a file of the whole world then takes little memory. */
  readonly keep: 'target' | 'all';
  /** What people said of the columns of tables in no known form. */
  readonly columns?: readonly NamedColumns[];
};

/** What was made of a file, as `panel trade import` tells it. */
export type ImportReport = {
  readonly file: string;
  readonly form: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: readonly RowRefusal[];
  /** How many more were refused than are listed. */
  readonly refusedMore?: number;
  readonly periods: readonly string[];
  readonly reporters: readonly string[];
  readonly sha256: string;
  /** Of a spreadsheet, the one that was read. */
  readonly sheet?: string;
  /** Sheets with columns of a known form that were not read: one file is one source. */
  readonly otherSheets?: readonly string[];
  /** Why nothing was read, where no form was recognised. */
  readonly reason?: string;
};

export type UnreadRow = { readonly row: TradeRow; readonly code: RefusalCode };

export type FileReading = {
  readonly report: ImportReport;
  readonly rows: readonly TradeRow[];
  /** Rows that were refused for a figure alone, without it: the source did report there, which is no gap, and a ledger lists what is below nought. */
  readonly unread: readonly UnreadRow[];
  readonly south: SouthSeries;
};

/** What is said of a file that is none of a form that is known. */
export function unknownOf(
  file: string,
  sha256: string,
  encoding: string | null,
  delimiter: string | null,
  rows: number,
  reason: string,
): FileReading {
  const report = {
    file,
    form: null,
    encoding,
    delimiter,
    rows,
    accepted: 0,
    refused: [],
    periods: [],
    reporters: [],
    sha256,
    reason,
  };
  return { report, rows: [], unread: [], south: { file, months: new Set(), figures: new Map() } };
}
