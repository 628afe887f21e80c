import type { CalendarDate } from '../../core/time/calendar.ts';
import type { Block, TextLayer } from '../../documents/text/text-layer.ts';
import type { Claim, Claimant } from '../model/claim.ts';
import { claimIdOf } from '../model/claim-id.ts';
import { LONGEST_QUOTE } from '../sentence/passage.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { isOthersTable } from './others-table.ts';
import { cellsOf } from './row-cells.ts';
import { type Table, type TableCell, type TableRow, tablesOf } from './table.ts';
import { claimOfRow, timeOfRow } from './table-claim.ts';
import { type HeadedTable, headedTable } from './table-column.ts';

type Prose = { readonly start: number; readonly end: number; readonly row: Row | undefined };
type Row = { readonly table: HeadedTable; readonly row: TableRow };

/** The tables of one document: rows that are claims, and cells that hold sentences. */
export class TableReading {
  private readonly layer: TextLayer;
  private readonly published: CalendarDate | null;
  /** Rows not taken yet, the last of the text first. */
  private readonly rows: Row[] = [];
  /** Cells of sentences by where they begin and end, with the row whose time is theirs. */
  private readonly prose: Prose[] = [];

  constructor(layer: TextLayer, published: CalendarDate | null, mappings: readonly ColumnMapping[] = []) {
    this.layer = layer;
    this.published = published;
    for (const table of tablesOf(layer)) this.add(table, mappings);
    this.rows.sort((a, b) => b.row.start - a.row.start);
    this.prose.sort((a, b) => a.start - b.start);
  }

  private add(table: Table, mappings: readonly ColumnMapping[]): void {
    const headed = headedTable(table, mappings);
    if (headed === undefined) {
      if (isLayout(table))
        for (const { cells } of table.rows) this.prose.push(...cells.filter(isProseCell).map(spanned));
      return;
    }
    if (isOthersTable(headed)) return;
    for (const row of headed.rows) {
      const at = { table: headed, row };
      this.rows.push(at);
      for (const [, cell] of cellsOf(headed, row, 'account'))
        if (isProseCell(cell)) this.prose.push({ ...spanned(cell), row: at });
    }
  }

  /** Whether a block of a table is to be read sentence by sentence. */
  isProse({ start, end }: Block): boolean {
    const cell = this.proseAt(start);
    return cell !== undefined && end <= cell.end;
  }

  /** The claims of the rows that begin before a place in the text and were not taken yet. */
  claimsBefore(end: number, own: Claimant): Claim[] {
    const claims: Claim[] = [];
    for (let next = this.rows.pop(); next !== undefined; next = this.rows.pop()) {
      if (next.row.start >= end) {
        this.rows.push(next);
        break;
      }
      const claim = this.claimOf(next, own);
      if (claim !== undefined) claims.push(claim);
    }
    return claims;
  }

  private proseAt(at: number): Prose | undefined {
    let [from, to] = [0, this.prose.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.prose[middle]!.start <= at) from = middle + 1;
      else to = middle;
    }
    const cell = this.prose[from - 1];
    return cell !== undefined && at < cell.end ? cell : undefined;
  }

  /** What a cell tells without a time was when its row says. */
  timed(claims: readonly Claim[], at: number): Claim[] {
    const row = this.proseAt(at)?.row;
    const when = row === undefined ? undefined : timeOfRow(row.table, row.row, this.published);
    if (when === undefined) return [...claims];
    return claims.map((claim) =>
      claim.when.raw === null && claim.modality !== 'intends' && claim.modality !== 'calls-for'
        ? { ...claim, when, rules: [...claim.rules, 'when:row'] }
        : claim,
    );
  }

  private claimOf({ table, row }: Row, own: Claimant): Claim | undefined {
    const { text, document } = this.layer;
    const { start, end, page, paragraph } = row;
    const read = end - start > LONGEST_QUOTE ? undefined : claimOfRow(table, row, own, this.published);
    if (read === undefined) return undefined;
    const { rules, ...said } = read;
    const claim = {
      document,
      start,
      end,
      quote: text.slice(start, end),
      ...said,
      polarity: 'asserts' as const,
      predicate: 'transferred' as const,
      status: 'proposed' as const,
      ...(page === null && paragraph === null
        ? {}
        : { locator: { ...(page === null ? {} : { page }), ...(paragraph === null ? {} : { paragraph }) } }),
      rules,
    };
    return { id: claimIdOf(claim), ...claim };
  }
}

const spanned = ({ start, end }: TableCell) => ({ start, end, row: undefined });

const LEAST_WORDS = 6;

/** A cell that tells something in sentences. */
function isProseCell({ text }: TableCell): boolean {
  return /[.!?…]["”’')\]]*$/.test(text) && text.split(/\s+/).length >= LEAST_WORDS;
}

/** A page laid out in a table: one column, or one row, without headings. */
function isLayout({ rows }: Table): boolean {
  return (
    (rows.length === 1 || rows.every(({ cells }) => cells.length === 1)) &&
    rows.every(({ cells }) => cells.every(({ heading }) => !heading))
  );
}
