import { TracksError } from '../errors.ts';
import { readHead } from './byte-lines.ts';
import { CellSplitter } from './cells.ts';
import type { TableForm } from './csv.ts';
import { readHeader } from './header.ts';

export const TRACK_FORMS = ['table', 'nmea', 'parquet', 'gfw-events'] as const;

/** What a file is, told by its content; its name plays no part. */
export type TrackForm =
  | { readonly kind: 'table'; readonly table: TableForm }
  | { readonly kind: 'nmea' }
  | { readonly kind: 'parquet' }
  | { readonly kind: 'gfw-events' };

const HEAD_BYTES = 64 * 1024;
/** A table may have lines of explanation before its header. */
const LINES_BEFORE_HEADER = 20;
const MOST_COLUMNS = 500;
const LINES_LOOKED_AT = 200;
/** Receivers write lines of their own between the sentences. */
const SENTENCE_SHARE = 0.8;
const SENTENCE = /^(?:\\[^\\\r\n]*\\)?[^!\r\n]{0,80}![A-Z]{2}VD[MO],/m;

/** Signatures of what users have and must unpack first. */
const PACKED: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is a ZIP archive; unpack it and give the files in it'],
  [[0x1f, 0x8b], 'This file is packed with gzip; unpack it first (gunzip)'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'This file is packed with Zstandard; unpack it first (unzstd)'],
  [[0xff, 0xfe], 'This file is in UTF-16; save it as UTF-8 first'],
  [[0xfe, 0xff], 'This file is in UTF-16; save it as UTF-8 first'],
];

/** Tells the form of a file. @throws TracksError `track-not-recognised`, `track-unreadable` */
export function recogniseTrack(path: string): TrackForm {
  return trackFormOf(readHead(path, HEAD_BYTES), path);
}

/**
 * Whether a file that came among documents is a table of positions or a log of AIVDM sentences. It must be that from its beginning: a
 * text that quotes a few sentences is a text.
 */
export function tracksAmongDocuments(bytes: Uint8Array): 'table' | 'nmea' | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  if (recogniseTable(text) !== undefined) return 'table';
  const lines = text.split('\n', LINES_LOOKED_AT).filter((line) => line.trim() !== '');
  const sentences = lines.filter((line) => SENTENCE.test(line)).length;
  return sentences > 0 && sentences >= lines.length * SENTENCE_SHARE ? 'nmea' : null;
}

function trackFormOf(head: Buffer, path: string): TrackForm {
  for (const [bytes, advice] of PACKED)
    if (bytes.every((byte, at) => head[at] === byte)) throw notRecognised(path, advice);
  if (head.toString('latin1', 0, 4) === 'PAR1') return { kind: 'parquet' };
  const text = head.toString('latin1', 0, head.length).replace(/^\xef\xbb\xbf/, '');
  if (text.trim() === '') throw notRecognised(path, 'The file is empty');
  const start = text.trimStart();
  if ((start.startsWith('{') || start.startsWith('[')) && /"type"\s*:|"entries"\s*:/.test(start))
    return { kind: 'gfw-events' };
  const table = recogniseTable(text);
  if (table !== undefined) return { kind: 'table', table };
  if (SENTENCE.test(text)) return { kind: 'nmea' };
  throw notRecognised(
    path,
    'This is none of the track files that can be read: a table with a header that names MMSI, time, latitude and longitude (CSV), NMEA 0183 sentences (AIVDM), Parquet, events of the Global Fishing Watch API (JSON)',
  );
}

function recogniseTable(text: string): TableForm | undefined {
  const lines = text.split('\n').slice(0, LINES_BEFORE_HEADER);
  for (const [at, line] of lines.entries())
    for (const delimiter of [',', ';', '\t', '|']) {
      const cells = cellsOf(line.replace(/\r$/, ''), delimiter);
      const header = cells.length < 4 || cells.length > MOST_COLUMNS ? undefined : readHeader(cells);
      if (header !== undefined) return { delimiter, columns: cells.length, header, headerLine: at + 1 };
    }
  return undefined;
}

function cellsOf(line: string, delimiter: string): string[] {
  const bytes = Buffer.from(line, 'latin1');
  const splitter = new CellSplitter(delimiter.charCodeAt(0), MOST_COLUMNS);
  const count = splitter.split(bytes, 0, bytes.length);
  return Array.from({ length: Math.max(0, Math.min(count, MOST_COLUMNS)) }, (_, at) => splitter.text(bytes, at));
}

function notRecognised(path: string, message: string): TracksError {
  return new TracksError('track-not-recognised', message, { place: path });
}
