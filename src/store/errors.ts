import { CodedError } from '../core/errors.ts';

export type StoreErrorCode =
  | 'store-unreadable'
  | 'disk-full'
  | 'store-closed'
  | 'query-failed'
  | 'migration-unknown'
  /** Of a database server. */
  | 'store-unreachable'
  | 'store-unsuitable'
  | 'store-in-use';

/** Errors of the projection database. Nothing of the record is at stake: `panel rebuild` rebuilds the store. */
export class StoreError extends CodedError<StoreErrorCode> {}
