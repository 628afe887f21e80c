import { CodedError } from '../../core/errors.ts';

export type ClaimsErrorCode = 'invalid-quantity' | 'invalid-vocabulary' | 'unknown-convention' | 'invalid-grade';

/** Errors of `claims/`: a quantity or grade that says less than it must, or a vocabulary file that cannot be read. */
export class ClaimsError extends CodedError<ClaimsErrorCode> {}
