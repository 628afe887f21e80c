import Papa from 'papaparse';
import { TradeError } from '../errors.ts';

/** A file, opened as often as it is asked for. */
export type ByteSource = {
  /** Its name in answers. */
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** A record of a table and the line on which it begins, from 1. */
export type TableRecord = { readonly cells: readonly string[]; readonly line: number };

/** More text than this without the end of a record is a quotation mark that was left open. */
const LONGEST_RECORD = 16 * 1024 * 1024;

/**
 * So many bytes are taken apart at once: the cells of a larger piece outlive the memory for what is short-lived, and collecting them
 * takes a third of the time (measured on 395 MB of Comext: 64 KB beside 1 MB).
 */
const PIECE = 64 * 1024;

/** A byte that its encoding does not know: the file must be read again in another. */
export class DecodingFault extends Error {}

/** The text of a file, piece by piece, less a byte-order mark. @throws DecodingFault */
export async function* textOf(
  source: ByteSource,
  encoding: string,
  seen: (bytes: Uint8Array) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding.startsWith('utf-') });
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new DecodingFault(encoding);
    }
  };
  for await (const bytes of source.open()) {
    seen(bytes);
    for (let at = 0; at < bytes.length; at += PIECE) {
      const text = decode(bytes.subarray(at, at + PIECE));
      if (text !== '') yield text;
    }
  }
  const rest = decode(undefined);
  if (rest !== '') yield rest;
}

/** Records of separated text, in batches as the text comes in. @throws TradeError `file-unreadable` for a quotation mark left open */
export async function* recordsOf(
  texts: AsyncIterable<string>,
  delimiter: string,
  newline: string,
  name: string,
): AsyncGenerator<readonly TableRecord[]> {
  const parser = new Papa.Parser({ delimiter, newline: newline as '\n' });
  let pending = '';
  let line = 1;
  const take = (last: boolean): readonly TableRecord[] => {
    const { data, meta } = parser.parse(pending, 0, !last) as { data: string[][]; meta: { cursor: number } };
    // Lines end within cells that stand in quotation marks, and by a bare line feed where records end by something else.
    const mayHoldLines = newline !== '\n' || pending.includes('"');
    pending = last ? '' : pending.slice(meta.cursor);
    const records: TableRecord[] = [];
    for (const cells of data) {
      records.push({ cells, line });
      line += 1 + (mayHoldLines ? newlinesIn(cells) : 0);
    }
    return records;
  };
  for await (const text of texts) {
    pending += text;
    const records = take(false);
    if (records.length > 0) yield records;
    if (pending.length > LONGEST_RECORD)
      throw new TradeError(
        'file-unreadable',
        'a quotation mark is left open; close it, or double one that stands inside a cell',
        {
          place: `${name}:${line}`,
        },
      );
  }
  if (pending !== '') yield take(true);
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.includes('\n')) count += cell.split('\n').length - 1;
  return count;
}

/** The end of a line in a text: as its first one is. */
export function newlineOf(text: string): string {
  const at = text.search(/[\r\n]/);
  if (at < 0) return '\n';
  if (text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}
