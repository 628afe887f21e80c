import { alignedTables } from './aligned-table.ts';
import type { PdfPageProxy } from './page-operators.ts';
import { NO_RULES, type PageRules, rulesOn } from './page-rules.ts';
import { lineOf, type PdfRun } from './pdf-lines.ts';
import type { PdfTable } from './pdf-table.ts';
import { ruledTables } from './ruled-table.ts';
import { baselinesOf, mayHoldTables, type TableRuns } from './table-runs.ts';

/** The runs of a page, in which each table stands as one where its first run stood. */
export async function withTables(page: PdfPageProxy, runs: readonly PdfRun[]): Promise<readonly PdfRun[]> {
  if (!mayHoldTables(runs)) return runs;
  const rules = await rulesOrNone(page);
  // The reader fills gaps with runs of blanks as wide as the gap, over the lines between cells too.
  const filled = runs.filter(({ text }) => text.trim() !== '');
  const ruled = ruledTables(filled, rules);
  const taken = new Set(ruled.flatMap((table) => table.runs));
  const rest = filled.filter((run) => !taken.has(run));
  return [...ruled, ...alignedTables(rest, rules)].reduce(replaced, runs);
}

/** Pictures and lines of a page may be damaged while its text is not. */
async function rulesOrNone(page: PdfPageProxy): Promise<PageRules> {
  try {
    return await rulesOn(page);
  } catch {
    return NO_RULES;
  }
}

function replaced(runs: readonly PdfRun[], table: TableRuns): readonly PdfRun[] {
  const own = new Set(table.runs);
  const first = runs.findIndex((run) => own.has(run));
  return runs.flatMap((run, at) => (at === first ? [runOf(table)] : own.has(run) ? [] : [run]));
}

function runOf(table: TableRuns): PdfRun {
  const { runs, top } = table;
  const x = Math.min(...runs.map((run) => run.x));
  const right = Math.max(...runs.map((run) => run.x + run.width));
  const height = Math.max(...runs.map((run) => run.height));
  return { text: '', x, y: top - height, width: right - x, height, table: tableOf(table) };
}

function tableOf({ cells, columns }: TableRuns): PdfTable {
  return {
    columns,
    cells: cells
      .map(({ runs, ...place }) => ({
        ...place,
        lines: baselinesOf(runs).map(
          (line) =>
            lineOf(
              [...line].sort((a, b) => a.x - b.x),
              0,
            ).text,
        ),
      }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
