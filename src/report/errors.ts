import { CodedError } from '../core/errors.ts';

export type ReportErrorCode =
  | 'unknown-claim'
  | 'unknown-document'
  | 'unknown-provision'
  | 'bad-method-statement'
  | 'missing-font'
  | 'unknown-shape'
  | 'not-printed';

/** Errors of `report/`: a model whose parts do not fit together. A reference that leads nowhere must not be printed. */
export class ReportError extends CodedError<ReportErrorCode> {}
