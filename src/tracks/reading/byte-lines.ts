import { closeSync, openSync, readSync } from 'node:fs';
import { TracksError } from '../errors.ts';

const CHUNK_BYTES = 1 << 20;
/** No report of any form is longer; a line that goes on is skipped to its end without being kept. */
const MAX_LINE_BYTES = 1 << 16;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Takes one line: its bytes in `buffer` from `start` to before `end`, without the line's end; valid until it returns. */
export type LineTaker = (buffer: Buffer, start: number, end: number, line: number) => void;

/**
 * Reads a file line by line in constant memory. Lines count from 1.
 * @param tooLong is told of lines that are longer than any report
 * @throws TracksError `track-unreadable`
 */
export function readLines(path: string, take: LineTaker, tooLong: (line: number) => void): void {
  const file = openTrack(path);
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES + MAX_LINE_BYTES);
    let kept = 0;
    let line = 1;
    let skipping = false;
    for (;;) {
      const length = readSync(file, buffer, kept, CHUNK_BYTES, null);
      const end = kept + length;
      let start = 0;
      for (let at = buffer.indexOf(LINE_FEED, kept); at >= 0 && at < end; at = buffer.indexOf(LINE_FEED, start)) {
        if (skipping) skipping = false;
        else if (at - start > MAX_LINE_BYTES) tooLong(line);
        else take(buffer, start, buffer[at - 1] === CARRIAGE_RETURN && at > start ? at - 1 : at, line);
        line++;
        start = at + 1;
      }
      if (length === 0) {
        if (end > start && !skipping) take(buffer, start, end, line);
        return;
      }
      kept = end - start;
      if (skipping) kept = 0;
      else if (kept > MAX_LINE_BYTES) {
        tooLong(line);
        skipping = true;
        kept = 0;
      } else if (start > 0) buffer.copy(buffer, 0, start, end);
    }
  } catch (error) {
    if (error instanceof TracksError) throw error;
    if (isSystemError(error)) throw unreadable(path, error);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file: enough to tell its form. @throws TracksError `track-unreadable` */
export function readHead(path: string, bytes: number): Buffer {
  const file = openTrack(path);
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, 0));
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    closeSync(file);
  }
}

function openTrack(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function unreadable(path: string, error: unknown): TracksError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const why =
    reason === 'ENOENT'
      ? 'There is no such file; check the path'
      : reason === 'EISDIR'
        ? 'This is a folder; name the files in it'
        : `The file cannot be read (${reason})`;
  return new TracksError('track-unreadable', why, { place: path, cause: error });
}
