import { statSync } from 'node:fs';
import { describeReadFailure } from '../errors.ts';

/**
 * Whether something stands at a path. A folder on the way that may not be entered is no absence: taken for one, a record
 * would look empty and a key lost.
 * @throws RecordError `cannot-read`
 */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw describeReadFailure(error, path);
  }
}
