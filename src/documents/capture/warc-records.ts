import { gzipMembers } from '../container/gzip.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';

/** One record of a web archive (WARC 1.1, ISO 28500:2017). */
export type WarcRecord = {
  readonly type: string;
  readonly id: string;
  readonly url: string | null;
  /** When it was captured, by the archive's word, in UTC. */
  readonly date: string | null;
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Buffer;
  /** Where it begins in the file, in bytes; of a packed file in its packed bytes. */
  readonly offset: number;
};

const LONGEST_HEADER = 65_536;

/**
 * The records of a web archive, packed record by record or not at all.
 * @throws DocumentError `corrupt` with the place, where a record is not as long as it says; `bomb`
 */
export function* warcRecords(bytes: Uint8Array, name: string, limits: ReadingLimits): Generator<WarcRecord> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data[0] !== 0x1f || data[1] !== 0x8b) {
    yield* recordsIn(data, name, (at) => at);
    return;
  }
  for (const { offset, content } of gzipMembers(bytes, name, limits)) yield* recordsIn(content, name, () => offset);
}

function* recordsIn(data: Buffer, name: string, placeOf: (at: number) => number): Generator<WarcRecord> {
  for (let at = 0; at < data.length; ) {
    // Two line ends part records; some writers leave more.
    if (data[at] === 0x0d || data[at] === 0x0a) {
      at++;
      continue;
    }
    const offset = placeOf(at);
    const fault = (reason: string) =>
      new DocumentError('corrupt', `its record at byte ${offset} ${reason}; the rest cannot be trusted`, {
        place: name,
      });
    const end = endOfHeader(data, at);
    if (end === null || !/^WARC\/\d\.\d/.test(data.toString('latin1', at, at + 10))) throw fault('has no header');
    const fields = fieldsIn(data.toString('utf8', at, end.header).split(/\r?\n/).slice(1));
    const length = Number(fields.get('content-length'));
    if (!Number.isSafeInteger(length) || length < 0) throw fault('does not say how long it is');
    const stop = end.body + length;
    if (stop > data.length) throw fault(`is ${stop - data.length} bytes shorter than it says`);
    if (stop < data.length && data[stop] !== 0x0d && data[stop] !== 0x0a) throw fault('is longer than it says');
    yield {
      type: fields.get('warc-type')?.toLowerCase() ?? '',
      id: (fields.get('warc-record-id') ?? '').replace(/^<|>$/g, ''),
      url: fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null,
      date: fields.get('warc-date') ?? null,
      fields,
      block: data.subarray(end.body, stop),
      offset,
    };
    at = stop;
  }
}

/** Where a header ends and what follows it begins, at an empty line. */
export function endOfHeader(data: Buffer, at: number): { readonly header: number; readonly body: number } | null {
  const window = data.subarray(at, at + LONGEST_HEADER);
  const crlf = window.indexOf('\r\n\r\n');
  const lf = window.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { header: at + crlf, body: at + crlf + 4 };
  return lf < 0 ? null : { header: at + lf, body: at + lf + 2 };
}

/** Header fields by their names in lower case; of two of one name the first. */
export function fieldsIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const match = /^([^\s:]+):\s*(.*)$/.exec(line);
    if (match !== null) {
      last = match[1]!.toLowerCase();
      if (!fields.has(last)) fields.set(last, match[2]!.trim());
    } else if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
  }
  return fields;
}
