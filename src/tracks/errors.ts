import { CodedError } from '../core/errors.ts';

export type TracksErrorCode =
  | 'track-unreadable'
  | 'track-not-recognised'
  | 'track-malformed'
  | 'ports-malformed'
  | 'unknown-threshold'
  | 'bad-threshold'
  | 'unknown-kind'
  | 'no-positions'
  | 'too-many-files';

/** Errors of `tracks/`: a file or a setting that cannot be used at all. A bad row in a good file is counted instead. */
export class TracksError extends CodedError<TracksErrorCode> {}
