import { CodedError } from '../core/errors.ts';

export type AppErrorCode =
  | 'not-a-workspace'
  | 'no-such-claim'
  | 'no-such-subject'
  | 'no-such-event'
  | 'no-such-document'
  | 'no-such-finding'
  | 'no-such-act'
  | 'no-such-entity'
  | 'no-such-list'
  | 'no-such-report'
  | 'no-such-regime'
  | 'no-such-decision'
  | 'no-such-scenario'
  | 'no-such-incident'
  | 'no-such-comparison'
  | 'no-such-job'
  | 'bad-input'
  /** A value on the command line, or in a request, that cannot be meant: exit 2. */
  | 'bad-option'
  | 'unreadable'
  | 'not-written'
  | 'refused-by-rule'
  | 'screening-failed'
  /** The name of a protected source would leave the workspace. */
  | 'protected-name'
  | 'not-fetched'
  /** Whoever asked for it ended it before it was done. */
  | 'cancelled'
  /** The rules for witnesses, policies and what others publish are not met. */
  | 'no-such-witness'
  | 'no-policy';

/** Errors of the use cases: what was asked cannot be done, and what to do instead. */
export class AppError extends CodedError<AppErrorCode> {}

/** Whether the words of the request are off, not what they were carried out on. */
export function isUsageFault(error: unknown): boolean {
  return error instanceof AppError && error.code === 'bad-option';
}
