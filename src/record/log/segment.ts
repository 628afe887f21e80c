import { readdirSync } from 'node:fs';
import { RecordError } from '../errors.ts';
import { parseSegmentName, placeInRecord, segmentName, segmentPath, type WorkspaceLayout } from '../storage/layout.ts';
import { openPlainFile } from '../storage/plain-file.ts';
import { isThere } from '../storage/presence.ts';

const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;
/** A line has at most some 8 MiB; what a power cut leaves of a write without an end of line is no longer than that write. */
const MOST_HELD = 256 * 1024 * 1024;

/** `bytes[start, end)` is a line without its newline, `offset` its place in the file. Only good during the call. */
export type OnLine = (bytes: Buffer, start: number, end: number, offset: number) => void;

export type SegmentEnd = {
  /** Bytes up to and with the last newline. */
  readonly whole: number;
  /** What stands after it: an unfinished line. */
  readonly tail: Buffer;
};

/**
 * Reads a file of lines piece by piece; a line longer than a piece grows the buffer.
 * @throws RecordError `damaged` at a line that has no end; `cannot-read`; what the system says of the file
 */
export async function readLines(
  path: string,
  onLine: OnLine,
  onChunk: (bytes: number) => void = () => {},
): Promise<SegmentEnd> {
  const file = await openPlainFile(path);
  try {
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let [held, whole] = [0, 0];
    for (;;) {
      buffer = withRoom(buffer, held, `${path}@${whole}`);
      const { bytesRead } = await file.read(buffer, held, buffer.length - held, null);
      if (bytesRead === 0) break;
      onChunk(bytesRead);
      const searchFrom = held;
      held += bytesRead;
      let start = 0;
      for (let end = buffer.subarray(0, held).indexOf(NEWLINE, searchFrom); end >= 0; ) {
        onLine(buffer, start, end, whole);
        whole += end + 1 - start;
        start = end + 1;
        end = nextNewline(buffer, start, held);
      }
      buffer.copy(buffer, 0, start, held);
      held -= start;
    }
    return { whole, tail: Buffer.from(buffer.subarray(0, held)) };
  } finally {
    await file.close();
  }
}

/** The buffer, twice as long when it is full. @throws RecordError `damaged` for a line that no act is as long as */
export function withRoom(buffer: Buffer<ArrayBuffer>, held: number, place: string): Buffer<ArrayBuffer> {
  if (held < buffer.length) return buffer;
  if (held >= MOST_HELD) throw new RecordError('damaged', 'This line is longer than any act.', { place });
  return Buffer.concat([buffer], 2 * buffer.length);
}

/** `indexOf` on the whole buffer would run on into bytes of an earlier piece; the bound keeps it to what was read. */
function nextNewline(buffer: Buffer, start: number, held: number): number {
  const at = buffer.indexOf(NEWLINE, start);
  return at < held ? at : -1;
}

/**
 * How many segments the log has. @throws RecordError `damaged` when one is missing between the first and the last;
 * names that are not segments are left to `verifyRecord`
 */
export function countSegments(layout: WorkspaceLayout): number {
  if (!isThere(layout.acts)) return 0;
  const segments = readdirSync(layout.acts)
    .map(parseSegmentName)
    .filter((segment) => segment !== undefined);
  for (let segment = 0; segment < segments.length; segment++) {
    if (!isThere(segmentPath(layout, segment)))
      throw new RecordError('damaged', 'This segment of the log is missing.', { place: segmentPlace(segment) });
  }
  return segments.length;
}

export function segmentPlace(segment: number): string {
  return placeInRecord('acts', segmentName(segment));
}
