import type { Unread } from '../text/text-layer.ts';

/**
 * What a plain text is where it is no running text: a table with one row a line, or data for programs. Told from the content; null
 * for running text.
 */
export function formOf(text: string): Unread | null {
  const head = text.slice(0, 20_000);
  if (isData(text)) return { what: 'data', whole: true, words: 'data for programs and no text' };
  return isTable(head) ? { what: 'table', whole: true, words: 'a table, which the program does not read yet' } : null;
}

function isData(text: string): boolean {
  const trimmed = text.trim();
  if (/^<\?xml[\s?]/.test(trimmed)) return true;
  if (!/^[[{]/.test(trimmed) || !/[\]}]$/.test(trimmed)) return false;
  const lines = trimmed.split(/\r?\n/);
  // JSON, or one JSON value a line.
  return (
    isJson(trimmed) || (lines.length > 1 && lines.slice(0, 20).every((line) => line.trim() === '' || isJson(line)))
  );
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** Rows that are looked at. */
const ROWS = 50;

/** Lines that all have the same number of cells by one sign between them, and are no sentences. */
function isTable(head: string): boolean {
  const lines = head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, ROWS);
  if (lines.length < 2) return false;
  return ['\t', ';', ',', '|'].some((sign) => {
    const rows = lines.map((line) => cellsOf(line, sign));
    const columns = rows[0]?.length ?? 0;
    const least = lines.length === 2 ? 3 : 2;
    if (columns < least || columns > 500) return false;
    // A line may be cut off by the end of what is looked at, or hold a sign in a cell without marks.
    const even = rows.filter((row) => row.length === columns).length;
    if (even < rows.length * 0.9) return false;
    const sentences = lines.filter((line) => /[.!?]["”’]?$/.test(line.trim())).length;
    const cells = rows.flat();
    const long = cells.filter((cell) => cell.trim().split(/\s+/).length > 12).length;
    return sentences <= lines.length * 0.3 && long <= cells.length * 0.2;
  });
}

/** Cells of a line; a sign between double marks is part of its cell (RFC 4180). */
function cellsOf(line: string, sign: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    if (character === sign && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}
