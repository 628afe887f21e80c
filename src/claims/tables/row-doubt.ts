import { tableHeadings } from '../lexicon/vocabulary.ts';
import { wholeName } from './cell-name.ts';
import { remarkCells, remarksOn } from './row-cells.ts';
import type { TableCell, TableRow } from './table.ts';
import type { HeadedTable } from './table-column.ts';
import { isNoteOfDoubt, marksIn } from './table-note.ts';
import { speaksOf, speaksOnlyOf } from './table-words.ts';

/** Signs that a row is not so, or that nobody knows. */
const CROSS = /[✗✘✖×❌❓⚠]|\?\s*$/u;
const NO = /(?:^|\t)(?:no|false|none|none found|no (?:evidence|proof|trace|record)\b[^\t]*)\.?(?:$|\t)/i;

/**
 * Whether a table gives a row without vouching for it: a remark, a judgement in a column of its own, a sign or a note below
 * tells that it was not so, that somebody withdrew it, or that it is somebody else's word. Such a row is no claim of whoever
 * prints it.
 */
export function isRowInDoubt(table: HeadedTable, row: TableRow): boolean {
  const remarks = remarksOn(table, row);
  return (
    row.cells.some(({ text }) => CROSS.test(text)) ||
    NO.test(remarks) ||
    speaksOf('not-done', remarks) ||
    speaksOf('doubts', remarks) ||
    (!table.isMapped && tellsMore(table, row)) ||
    isJudgedOtherwise(table, row) ||
    isNoted(table, row)
  );
}

/**
 * Words under a heading that nobody knows: they may say of the row whatever they like ("Panel dismissed this report"), so that
 * it is read only where they tell that it was done, or how sure that is, and nothing besides. Names and codes tell nothing of it.
 */
function tellsMore(table: HeadedTable, row: TableRow): boolean {
  return remarkCells(table, row).some(({ text, column }) => {
    if (table.indifferent.includes(column) || !/\p{L}{2,}/u.test(text) || isCode(text) || wholeName(text) !== undefined)
      return false;
    return !AFFIRMING.some((list) => speaksOf(list, text)) || !speaksOnlyOf([...AFFIRMING, 'plain'], text);
  });
}

/** Words by which a remark tells that a thing was done, or how sure that is. */
const AFFIRMING = ['done', 'affirmed', 'assesses', 'alleges'] as const;

/** "AB-12/7", "FOB": no words in capitals ("TEMPORARY ADMISSION"). */
/** Abbreviations of trade and of States have no more. */
const MOST_LETTERS = 3;

function isCode(text: string): boolean {
  const isSign = (part: string) => /^[\p{Lu}\d./:-]+$/u.test(part) && (/\d/.test(part) || part.length <= MOST_LETTERS);
  return text.trim().split(/\s+/).every(isSign) || /^https?:\S+$/.test(text);
}

/** A column that tells how it ended or what was found of it, in whose cell the row is not affirmed: an empty one affirms nothing. */
function isJudgedOtherwise({ columns, tall }: HeadedTable, { cells }: TableRow): boolean {
  const judging = columns.filter(({ role }) => role === 'status');
  return judging.some(({ index, words }) => {
    const holds = (cell: TableCell) => index >= cell.column && index < cell.column + cell.columns;
    const cell = cells.find(holds) ?? tall.find((other) => holds(other) && other.row < (cells[0]?.row ?? 0));
    const said = cell?.text.trim().toLowerCase() ?? '';
    const affirming = speaksOf('judgement', words)
      ? tableHeadings().affirmed
      : [...tableHeadings().done, ...tableHeadings().affirmed];
    return !affirming.includes(said);
  });
}

/** A mark in the row, over one of its columns or after the title whose note below takes something back; a mark without a note may. */
function isNoted(table: HeadedTable, row: TableRow): boolean {
  const { columns, title, surroundings } = table;
  const alone = remarkCells(table, row).flatMap(({ text }) => (/^\(?[a-z]\)?$/.test(text.trim()) ? [text.trim()] : []));
  const marks = [
    ...row.cells.flatMap(({ text }) => marksIn(text)),
    ...columns.flatMap(({ words }) => marksIn(words)),
    ...marksIn(title),
    ...alone.map((letter) => letter.replace(/[()]/g, '')),
  ];
  return marks.some((mark) => isNoteOfDoubt(mark, surroundings.after));
}
