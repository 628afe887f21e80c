import { CodedError } from '../../core/errors.ts';

export type ClaimsErrorCode =
  | 'invalid-quantity'
  | 'invalid-vocabulary'
  | 'unknown-convention'
  /** A text from which claims were not read within the limits of time and memory. */
  | 'set-aside';

/** Errors of `claims/`: a quantity that says less than it must, or a vocabulary file that cannot be read, a text that takes too much. */
export class ClaimsError extends CodedError<ClaimsErrorCode> {}
