import { CodedError } from '../core/errors.ts';

export type TradeErrorCode =
  /** The data file of a regime's trade terms cannot be used. */
  | 'terms-invalid'
  /** The provision sets no cap that a ledger could be kept under, or is not known. */
  | 'no-cap'
  /** The period asked for is none of the cap's. */
  | 'no-period'
  /** A factor that is no positive number. */
  | 'factor-invalid'
  /** A file that cannot be opened or is no table at all. */
  | 'file-unreadable';

/** Errors of `trade/`: a question that cannot be put, or a file that cannot be opened. A bad row is no error: it is refused by code. */
export class TradeError extends CodedError<TradeErrorCode> {}

/** Why a row was not taken in. */
export type RefusalCode =
  | 'number-unreadable'
  | 'number-ambiguous'
  | 'period-unreadable'
  | 'quantity-negative'
  | 'partner-unreadable'
  | 'flow-missing'
  | 'columns-missing'
  /** The row's remark takes the figure back. */
  | 'row-withdrawn'
  /** The row's remark says that nothing was supplied: planned, cancelled, never arrived. */
  | 'row-not-supplied'
  /** The row's remark holds something that is not understood: another recipient, other goods, or a doubt. */
  | 'remark-unclear';

/** A row that was not taken in: its number among the data rows (from 1), the code, and what to do. */
export type RowRefusal = { readonly row: number; readonly code: RefusalCode; readonly message: string };
