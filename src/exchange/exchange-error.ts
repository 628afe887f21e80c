import { CodedError } from '../core/errors.ts';

export type ExchangeErrorCode =
  /** A policy file that is not as C2SP tlog-policy has it. */
  | 'bad-policy'
  /** A request to a witness that is not as C2SP tlog-witness has it. */
  | 'bad-request'
  /** A cosignature by a known key that does not verify. */
  | 'bad-cosignature'
  /** The witness's own files are not what it wrote, or another program holds them. */
  | 'bad-witness-state'
  | 'witness-held'
  | 'unknown-log'
  | 'key-not-endorsed'
  | 'bad-time-stamp'
  | 'bad-publication'
  | 'bad-package';

/** Errors of `exchange/`: bytes of others that cannot be believed, and why. */
export class ExchangeError extends CodedError<ExchangeErrorCode> {}
