import { CodedError } from '../core/errors.ts';

export type InterchangeErrorCode =
  /** A name that must not leave stands in what was to be written. */
  'protected-name' | 'not-interchange';

/** Errors of `interchange/`: what was to leave must not, or what came in is not what it says. */
export class InterchangeError extends CodedError<InterchangeErrorCode> {}
