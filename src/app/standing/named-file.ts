import { readFileSync } from 'node:fs';
import { AppError } from '../errors.ts';

/** A file that the user names. @throws AppError `unreadable` */
export function readInput(file: string, what: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('unreadable', `${what} cannot be read: ${(cause as Error).message}`, { place: file, cause });
  }
}
