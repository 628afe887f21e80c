import { CodedError } from '../core/errors.ts';

export type ScreeningErrorCode = 'cache-unusable' | 'batch-malformed' | 'question-empty';

/** Errors of `screening/`. */
export class ScreeningError extends CodedError<ScreeningErrorCode> {}
