import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { read } from '@e965/xlsx';
import { listZip } from '../container/zip.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits, ReadingProgress } from '../limits.ts';
import type { ReadContent } from '../text/read-content.ts';
import { textOfCell } from './cell-text.ts';
import { tooManyCells } from './csv.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { layerOfSheets } from './sheet-layer.ts';
import { guardWorkbook, HIDDEN_SHEET } from './workbook-guard.ts';

export type WorkbookKind = 'xlsx' | 'xls' | 'ods';

/**
 * A spreadsheet: its values as they were last computed. No formula is computed and no macro is looked into.
 * @param progress in filled cells, sheet by sheet, once they are counted
 * @throws DocumentError
 */
export function readWorkbook(
  kind: WorkbookKind,
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  progress: ReadingProgress = () => undefined,
): ReadContent {
  const { workbook, sheets } = openSheets(kind, bytes, name, limits, progress);
  const notes: string[] = [];
  const unseen = sheets.filter((sheet) => sheet.unread === HIDDEN_SHEET).map((sheet) => sheet.name);
  if (unseen.length > 0) notes.push(`hidden sheets: ${unseen.join(', ')}`);
  const formulas = formulasIn(workbook);
  if (formulas > 0)
    notes.push(`${formulas.toLocaleString('en')} cells hold formulas; what stands here is what was last computed`);
  const layer = layerOfSheets(sheets, name, limits.textLength);
  const { Title, CreatedDate } = workbook.Props ?? {};
  return {
    kind,
    reader: `${kind}/1 (@e965/xlsx)`,
    ...layer,
    encoding: null,
    title: typeof Title === 'string' && Title.trim() !== '' ? Title.trim() : null,
    created: CreatedDate instanceof Date && !Number.isNaN(+CreatedDate) ? CreatedDate.toISOString().slice(0, 10) : null,
    notes,
  };
}

/** The sheets of a spreadsheet alone, under the same limits. @throws DocumentError */
export function sheetsOfWorkbook(
  kind: WorkbookKind,
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
): readonly Sheet[] {
  return openSheets(kind, bytes, name, limits).sheets;
}

type OpenedSheets = { readonly workbook: WorkBook; readonly sheets: readonly Sheet[] };

function openSheets(
  kind: WorkbookKind,
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  progress?: ReadingProgress,
): OpenedSheets {
  if (kind === 'xls') return sheetsIn(bytes, new Map(), name, limits);
  const { cells, hidden } = guardWorkbook(bytes, listZip(bytes, name, limits), name, limits);
  progress?.(0, cells);
  const onCount = (count: number): void => progress?.(Math.min(count, cells), cells);
  return sheetsIn(bytes, hidden, name, limits, onCount);
}

function sheetsIn(
  bytes: Uint8Array,
  hidden: ReadonlyMap<string, string>,
  name: string,
  limits: ReadingLimits,
  onCount?: (cells: number) => void,
): OpenedSheets {
  const workbook = open(bytes, name);
  return { workbook, sheets: sheetsOf(workbook, hidden, name, limits, onCount) };
}

function open(bytes: Uint8Array, name: string): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
    });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw locked
      ? new DocumentError('encrypted', 'locked with a password; save it without one and add it again', { place: name })
      : new DocumentError('corrupt', 'the file is damaged and cannot be read as a spreadsheet', {
          place: name,
          cause: error,
        });
  }
}

function sheetsOf(
  workbook: WorkBook,
  hidden: ReadonlyMap<string, string>,
  name: string,
  limits: ReadingLimits,
  onCount?: (cells: number) => void,
): readonly Sheet[] {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  let count = 0;
  return workbook.SheetNames.map((sheetName, index) => {
    const sheet = workbook.Sheets[sheetName];
    const rows = sheet === undefined ? [] : rowsOf(sheet, date1904);
    count += rows.reduce((sum, row) => sum + row.length, 0);
    if (count > limits.cells) throw new DocumentError('too-complex', tooManyCells(limits), { place: name });
    onCount?.(count);
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    return { name: sheetName, unread: isHidden ? HIDDEN_SHEET : (hidden.get(sheetName) ?? null), rows };
  });
}

function rowsOf(sheet: WorkSheet, date1904: boolean): readonly SheetCell[][] {
  const lines: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const merged = new Map((sheet['!merges'] ?? []).map(({ s, e }) => [`${s.r} ${s.c}`, e] as const));
  const rows: SheetCell[][] = [];
  // Rows and cells that are not there are holes: a sheet may have its second cell a million rows below the first.
  lines.forEach((line, row) => {
    const cells: SheetCell[] = [];
    const hiddenRow = sheet['!rows']?.[row]?.hidden === true;
    line?.forEach((cell, column) => {
      const text = cell === undefined ? '' : textOfCell(cell, date1904);
      if (text === '') return;
      const end = merged.get(`${row} ${column}`);
      cells.push({
        row,
        column,
        text,
        rows: end === undefined ? 1 : end.r - row + 1,
        columns: end === undefined ? 1 : end.c - column + 1,
        hidden: hiddenRow || sheet['!cols']?.[column]?.hidden === true,
      });
    });
    if (cells.length > 0) rows.push(cells);
  });
  return rows;
}

function formulasIn(workbook: WorkBook): number {
  const lines = Object.values(workbook.Sheets).flatMap((sheet) => Object.values(sheet['!data'] ?? []));
  return lines.reduce((sum, line) => sum + Object.values(line ?? []).filter((cell) => cell?.f !== undefined).length, 0);
}
