import { CodedError } from '../core/errors.ts';

export type RecordErrorCode =
  | 'not-a-workspace'
  | 'workspace-held'
  | 'workspace-served'
  | 'closed'
  | 'failed'
  | 'disk-full'
  | 'cannot-write'
  | 'cannot-read'
  | 'damaged'
  | 'bad-act'
  | 'bad-format'
  | 'unknown-id'
  | 'not-covered'
  | 'withheld'
  | 'document-missing'
  | 'document-changed'
  | 'key-missing'
  | 'key-passphrase'
  | 'archive-refused';

/** Errors of `record/`. `damaged` means that bytes under `record/` are not what was written; nothing is repaired by itself. */
export class RecordError extends CodedError<RecordErrorCode> {}

/** What the operating system said about a failed write, in words that tell the user what to do. */
export function describeWriteFailure(error: unknown, what: string, place: string): RecordError {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new RecordError('disk-full', `${what} was not written: the disk is full; free some space and try again`, {
      place,
      cause: error,
    });
  if (code === 'EFBIG')
    return new RecordError(
      'disk-full',
      `${what} was not written: it would exceed the size that files may have here; raise the limit (ulimit -f) and try again`,
      { place, cause: error },
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new RecordError('cannot-write', `${what} was not written: a file stands where a folder must be`, {
      place,
      cause: error,
    });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new RecordError('cannot-write', `${what} was not written: writing is not permitted here (${code})`, {
      place,
      cause: error,
    });
  return new RecordError(
    'cannot-write',
    `${what} was not written: ${error instanceof Error ? error.message : String(error)}`,
    { place, cause: error },
  );
}
