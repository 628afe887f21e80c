import Papa from 'papaparse';

export type ListRow = { readonly cells: string[]; readonly row: number };

/** A row of an official list is below 100 kB; an unclosed quotation mark must not swallow the file. */
const MAX_ROW_CHARACTERS = 1_000_000;

/**
 * Rows of a CSV text in pieces (RFC 4180: quoted cells, doubled quotation marks, line breaks inside them).
 * @yields each row with its number from 1; a row that grows beyond a megabyte, or has no end, ends the walk through `onBroken`
 */
export function* csvRows(
  chunks: Iterable<string>,
  onBroken: (place: string, message: string) => void,
): Generator<ListRow> {
  let rest = '';
  let row = 0;
  let start = 0;
  for (const chunk of chunks) {
    const scanned = rest.length;
    rest += chunk;
    const cut = lastRowEnd(rest, scanned, start);
    start = cut.quoted ? 1 : 0;
    if (cut.end < 0) {
      if (rest.length > MAX_ROW_CHARACTERS) {
        onBroken(
          `row ${row + 1}`,
          'a row does not end; is a quotation mark left open? The rest of the file is not read',
        );
        return;
      }
      continue;
    }
    yield* rowsOf(rest.slice(0, cut.end));
    rest = rest.slice(cut.end);
  }
  if (rest !== '') yield* rowsOf(rest);

  function* rowsOf(text: string): Generator<ListRow> {
    const { data, errors } = parse(text);
    // The last row has taken in all that follows the mark: what it would say is not what the file says.
    const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
    for (const cells of isOpen ? data.slice(0, -1) : data) yield { cells, row: ++row };
    if (isOpen)
      onBroken(`row ${++row}`, 'a quotation mark is left open; the row is not read, with what was taken into it');
  }
}

function parse(text: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: 'greedy' });
}

/** Index after the last line break outside quotation marks, and whether the text ends inside them. */
function lastRowEnd(text: string, from: number, quotedBefore: number): { end: number; quoted: boolean } {
  let quoted = quotedBefore === 1;
  let end = -1;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (code === 10 && !quoted) end = i + 1;
  }
  return { end, quoted };
}
