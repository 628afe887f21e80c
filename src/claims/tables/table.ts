import type { Block, Cell, Span, TextLayer } from '../../documents/text/text-layer.ts';
import { surroundingsOf, type TableSurroundings } from './surroundings.ts';

/** A cell of a table with its text and place. */
export type TableCell = Span & Cell & { readonly text: string };

/** One line of a table: the cells that begin in it, left to right, as one stretch of the text. */
export type TableRow = Span & {
  readonly cells: readonly TableCell[];
  readonly page: number | null;
  readonly paragraph: string | null;
};

export type Table = Span & {
  /** What stands right before the table and may say what it is of. */
  readonly title: string;
  readonly surroundings: TableSurroundings;
  readonly rows: readonly TableRow[];
};

/** What stands before a table and is longer is a paragraph, and no title. */
const LONGEST_TITLE = 240;

/** The tables of a document, in the order of its text. Cells that the reader could not place in one are left out. */
export function tablesOf(layer: TextLayer): Table[] {
  const cells = new Map<number, Block[]>();
  const titles = new Map<number, string>();
  const places = new Map<number, { readonly first: number; last: number }>();
  layer.blocks.forEach((block, i) => {
    if (block.kind !== 'table-cell' || block.cell === undefined) return;
    const { table } = block.cell;
    const known = cells.get(table);
    if (known !== undefined) {
      known.push(block);
      places.get(table)!.last = i;
    } else {
      cells.set(table, [block]);
      places.set(table, { first: i, last: i });
      const before = layer.blocks[i - 1];
      const title =
        before === undefined || before.kind === 'table-cell' ? '' : layer.text.slice(before.start, before.end);
      titles.set(table, title.length > LONGEST_TITLE ? '' : title);
    }
  });
  return [...cells].map(([number, blocks]) => {
    const { first, last } = places.get(number)!;
    return {
      start: blocks[0]!.start,
      end: blocks[blocks.length - 1]!.end,
      title: titles.get(number) ?? '',
      surroundings: surroundingsOf(layer, first, last),
      rows: rowsOf(layer, blocks),
    };
  });
}

function rowsOf({ text }: TextLayer, blocks: readonly Block[]): TableRow[] {
  const rows = new Map<number, { cells: TableCell[]; first: Block }>();
  for (const block of blocks) {
    const { start, end } = block;
    const cell = block.cell!;
    const row = rows.get(cell.row);
    const last = row?.cells[row.cells.length - 1];
    // A cell with several paragraphs is one cell.
    if (row !== undefined && last?.column === cell.column)
      row.cells[row.cells.length - 1] = { ...last, end, text: text.slice(last.start, end) };
    else if (row !== undefined) row.cells.push({ ...cell, start, end, text: text.slice(start, end) });
    else rows.set(cell.row, { first: block, cells: [{ ...cell, start, end, text: text.slice(start, end) }] });
  }
  return [...rows.values()].map(({ cells, first: { page, paragraph } }) => ({
    cells,
    start: cells[0]!.start,
    end: cells[cells.length - 1]!.end,
    page,
    paragraph,
  }));
}
