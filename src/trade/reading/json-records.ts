import { TradeError } from '../errors.ts';
import type { TableRecord } from './table-source.ts';

/** A file of JSON is held whole; answers of interfaces are far smaller. */
export const LARGEST_JSON = 128 * 1024 * 1024;

/**
 * The rows of an answer in JSON as records of a table: a list of objects, or one in a field of the answer (`data`). Names of fields are
 * the columns.
 * @throws TradeError `file-unreadable`
 */
export function jsonRecords(
  text: string,
  name: string,
): { readonly header: readonly string[]; readonly records: readonly TableRecord[] } {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new TradeError('file-unreadable', 'it begins as JSON and is none; fetch it again', { place: name, cause });
  }
  const rows = rowsIn(answer);
  const header: string[] = [];
  const places = new Map<string, number>();
  for (const row of rows)
    for (const key of Object.keys(row))
      if (!places.has(key)) {
        places.set(key, header.length);
        header.push(key);
      }
  const records = rows.map((row, at) => ({ cells: header.map((key) => textOf(row[key])), line: at + 1 }));
  return { header, records };
}

function rowsIn(answer: unknown): readonly Record<string, unknown>[] {
  const list = Array.isArray(answer)
    ? answer
    : Object.values((answer ?? {}) as Record<string, unknown>).find(
        (value): value is unknown[] => Array.isArray(value) && value.length > 0,
      );
  return (list ?? []).filter(
    (row): row is Record<string, unknown> => typeof row === 'object' && row !== null && !Array.isArray(row),
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'object') return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}
