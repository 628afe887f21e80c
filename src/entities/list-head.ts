import Papa from 'papaparse';
import type { CalendarDate } from '../core/time/calendar.ts';
import { readListDay } from './entity-builder.ts';

/** What the beginning of a list file shows of its format; the file's name plays no part. */
export type ListHead = {
  readonly text: string;
  /** The name of the root element, where the file is XML. */
  readonly root: string | undefined;
  /** Whether it begins as an object of JSON. */
  readonly json: boolean;
  /** The first rows, where it may be comma separated; cells without the spaces about them. */
  readonly rows: readonly (readonly string[])[];
};

/** Looks at the first characters of a list file. */
export function readListHead(head: string): ListHead {
  const text = head.replace(/^\ufeff/, '').trimStart();
  const json = text.startsWith('{');
  if (text.startsWith('<')) return { text, root: rootOf(text), json, rows: [] };
  const parsed = json ? [] : Papa.parse<string[]>(text, { delimiter: ',', preview: 5 }).data;
  return { text, root: undefined, json, rows: parsed.map((row) => row.map((cell) => cell.trim())) };
}

/** The first row of some width: a file may begin with lines that say what it is. */
export function firstFullRow({ rows }: ListHead): readonly string[] {
  return rows.find((cells) => cells.length > 2) ?? [];
}

/** The day in the first attribute of this name. */
export function dayOfAttribute(name: string): (head: ListHead) => CalendarDate | null {
  const attribute = new RegExp(`${name}\\s*=\\s*["'](\\d{4}-\\d{2}-\\d{2})`);
  return ({ text }) => attribute.exec(text)?.[1] ?? null;
}

/** The first day, such as "04-Feb-2025", in the rows above the names of the columns, of which `column` is one. */
export function dayAboveColumns(column: string): (head: ListHead) => CalendarDate | null {
  return ({ rows }) => {
    const header = rows.findIndex((cells) => cells.some((cell) => cell.toLowerCase() === column));
    const written = rows
      .slice(0, Math.max(header, 0))
      .map((cells) => /\d{1,2}[-/ ]\w{2,9}[-/ ]\d{4}/.exec(cells.join(' '))?.[0].replaceAll('-', ' '));
    return readListDay(written.find((day) => day !== undefined));
  };
}

function rootOf(text: string): string | undefined {
  const plain = text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/g, '');
  return /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])([^>]*)>/.exec(plain)?.[1];
}
