import Papa from 'papaparse';
import { encodingName, encodingsOf } from './encoding.ts';
import type { Form } from './form.ts';
import { formOf } from './forms/forms.ts';
import { Header } from './header.ts';
import { newlineOf } from './table-source.ts';

/** How a file is laid out, from its beginning. */
export type Layout = {
  /** Null: no header in it is a known one. */
  readonly form: Form | null;
  readonly encoding: string;
  readonly encodingName: string;
  /** Null for a file that is no separated text. */
  readonly delimiter: string | null;
  readonly newline: string;
  readonly header: Header;
  /** Number of records above and with the header. */
  readonly headerRecords: number;
};

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Titles stand above a header in a few lines. */
const MOST_TITLE_LINES = 12;

/**
 * The layout of a file by the beginning of it: the encoding in which, the delimiter with which and the line on which a known header is
 * read. Where none is, the likeliest of each, and no form.
 * @throws DocumentError `not-text`
 */
export function layoutOf(head: Uint8Array, name: string, forms: readonly Form[]): Layout {
  let first: Layout | undefined;
  for (const encoding of encodingsOf(head, name)) {
    const text = new TextDecoder(encoding).decode(head);
    const newline = newlineOf(text);
    const named = { encoding, encodingName: encodingName(encoding, head), newline };
    for (const delimiter of DELIMITERS) {
      const records = Papa.parse<string[]>(text, {
        delimiter,
        newline: newline as '\n',
        preview: MOST_TITLE_LINES,
      }).data;
      for (const [at, cells] of records.entries()) {
        if (cells.length < 3) continue;
        const title = records.slice(0, at).map((record) => record.join(' ').trim());
        const header = new Header(
          cells,
          title.filter((line) => line !== ''),
        );
        const form = formOf(header, forms);
        if (form === undefined) continue;
        const known = { form, newline, delimiter, headerRecords: at + 1 };
        // A few letters are too few to tell a code page by; the source's own is meant where the header reads the same in it.
        const page = encoding.startsWith('utf-') ? null : form.codePage;
        const again = page === null ? null : headerIn(page, head, newline, delimiter, at);
        if (page !== null && again !== null && formOf(again, forms) === form)
          return { ...known, encoding: page, encodingName: encodingName(page, head), header: again };
        return { ...known, ...named, header };
      }
    }
    first ??= { form: null, ...named, ...likeliest(text, newline), headerRecords: 1 };
  }
  return (
    first ?? {
      form: null,
      encoding: 'utf-8',
      encodingName: 'utf-8',
      delimiter: null,
      newline: '\n',
      header: new Header([]),
      headerRecords: 1,
    }
  );
}

function headerIn(encoding: string, head: Uint8Array, newline: string, delimiter: string, at: number): Header | null {
  const text = new TextDecoder(encoding).decode(head);
  const records = Papa.parse<string[]>(text, { delimiter, newline: newline as '\n', preview: at + 1 }).data;
  const title = records.slice(0, at).map((record) => record.join(' ').trim());
  const cells = records[at];
  return cells === undefined
    ? null
    : new Header(
        cells,
        title.filter((line) => line !== ''),
      );
}

function likeliest(text: string, newline: string): { readonly delimiter: string; readonly header: Header } {
  const line = text.split(newline, 1)[0] ?? '';
  const delimiter = DELIMITERS.toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ',';
  return { delimiter, header: new Header(line.split(delimiter)) };
}
