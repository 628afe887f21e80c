import { CodedError } from '../core/errors.ts';

export type AppErrorCode =
  | 'not-a-workspace'
  | 'no-such-claim'
  | 'no-such-act'
  | 'no-such-regime'
  | 'no-such-decision'
  | 'bad-input'
  | 'unreadable'
  | 'not-written'
  | 'refused-by-rule'
  | 'screening-failed'
  | 'not-fetched';

/** Errors of the use cases: what was asked cannot be done, and what to do instead. */
export class AppError extends CodedError<AppErrorCode> {}
