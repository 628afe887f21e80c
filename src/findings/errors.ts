import { CodedError } from '../core/errors.ts';

export type FindingsErrorCode = 'rules-invalid';

/** Errors of `findings/`: its own rule files cannot be read. */
export class FindingsError extends CodedError<FindingsErrorCode> {}
