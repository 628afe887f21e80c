import { CodedError } from '../core/errors.ts';

export type RegimeErrorCode =
  | 'regime-unreadable'
  | 'regime-invalid'
  | 'regime-unknown'
  | 'activity-invalid'
  | 'act-unknown'
  | 'circumstance-unknown'
  | 'scenario-invalid'
  | 'ballots-invalid'
  | 'line-invalid';

/** Errors of `regime/`: a data file a lawyer must mend, or a question that cannot be put in this form. */
export class RegimeError extends CodedError<RegimeErrorCode> {}

/** The error of an activity that cannot be read, naming the field and what to write. */
export function invalid(message: string): RegimeError {
  return new RegimeError('activity-invalid', message);
}
