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
  if (code === 'ENOENT')
    return new RecordError('cannot-write', `${what} was not written: a folder on the way to it does not exist`, {
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

/** What the operating system said about a failed read, in words that tell the user what to do. */
export function describeReadFailure(error: unknown, place?: string): RecordError {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  const at = { place: place ?? path, cause: error };
  if (code === 'EACCES' || code === 'EPERM')
    return new RecordError(
      'cannot-read',
      `It may not be read (${code}); give this account the right to read it (chmod, chown), or run panel as its owner.`,
      at,
    );
  if (code === 'ENOENT') return new RecordError('cannot-read', 'There is no such file.', at);
  if (code === 'EIO')
    return new RecordError(
      'cannot-read',
      'The disk cannot read it (EIO); take the workspace from a copy or an export, and check the disk.',
      at,
    );
  if (code === 'EMFILE' || code === 'ENFILE')
    return new RecordError(
      'cannot-read',
      `Too many files are open (${code}); end other programs or raise the limit (ulimit -n), and try again.`,
      at,
    );
  return new RecordError(
    'cannot-read',
    `It cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    at,
  );
}

/** Errors with a code of ours pass; what the operating system refused gets words. Anything else is a fault of the program and passes too. */
export function inOurWords(error: unknown): unknown {
  if (error instanceof CodedError) return error;
  const { code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === 'EROFS')
    return describeWriteFailure(error, 'The workspace', path ?? '');
  return typeof code === 'string' && syscall !== undefined ? describeReadFailure(error) : error;
}
