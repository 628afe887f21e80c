import type { Cell } from '../text/text-layer.ts';
import type { PdfRun } from './pdf-lines.ts';

/** A cell of a table with the runs of text that stand in it. */
export type CellRuns = Pick<Cell, 'row' | 'rows' | 'column' | 'columns'> & { readonly runs: readonly PdfRun[] };

/** A table as it was found among the runs of a page: its cells row by row, the left edges of its columns, and all its runs. */
export type TableRuns = {
  readonly cells: readonly CellRuns[];
  readonly columns: readonly number[];
  readonly top: number;
  readonly runs: readonly PdfRun[];
};

/** Runs line by line from the head of the page; figures that are raised beside a line belong to it. */
export function baselinesOf(runs: readonly PdfRun[]): readonly (readonly PdfRun[])[] {
  const lines: PdfRun[][] = [];
  const base: PdfRun[] = [];
  for (const run of [...runs].filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y)) {
    const last = base.at(-1);
    if (last !== undefined && last.y - run.y <= Math.max(last.height, run.height) * 0.5) {
      lines.at(-1)!.push(run);
      if (run.width > last.width) base[base.length - 1] = run;
    } else {
      lines.push([run]);
      base.push(run);
    }
  }
  return lines.map((line, at) => [base[at]!, ...line.filter((run) => run !== base[at])]);
}

/** Whether some lines of a page may be rows of a table: two in a row hold more than one stretch of text. */
export function mayHoldTables(runs: readonly PdfRun[]): boolean {
  const isBroken = (line: readonly PdfRun[]): boolean => {
    const sorted = [...line].sort((a, b) => a.x - b.x);
    return sorted.some((run, at) => {
      const before = sorted[at - 1];
      return before !== undefined && run.x - (before.x + before.width) > run.height;
    });
  };
  const broken = baselinesOf(runs).map(isBroken);
  return broken.some((one, at) => one && broken[at + 1] === true);
}
