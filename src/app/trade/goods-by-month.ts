import { compareDecimals } from '../../core/decimal.ts';
import { writePlural } from '../../core/plural.ts';
import { writeAmounts } from '../../figures/drawing/amount-words.ts';
import type { GoodsCell, GoodsMatrixInput } from '../../figures/goods-matrix.ts';
import type { Mark } from '../../trade/marks/mark.ts';
import { monthsBetween } from '../../trade/model/reported-period.ts';
import { monthOf, type TradeRow } from '../../trade/model/row.ts';
import type { RowLaw } from '../../trade/screening/row-law.ts';
import { type ScreenedFigure, screenFigures } from '../../trade/screening/screen.ts';
import { statesInWords } from './source-words.ts';
import type { TradeFiles } from './trade-files.ts';

type Status = GoodsCell['status'];

/** A row that a ban or a cap touched in its period, with what should be asked about it. */
export type TouchedRow = {
  readonly source: string;
  readonly row: number;
  readonly period: string;
  readonly reporter: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly code: string | null;
  readonly goods: string | null;
  readonly figures: readonly string[];
  readonly status: Status;
  readonly provisions: RowLaw['provisions'];
  readonly missing: readonly string[];
  readonly marks: readonly Mark[];
};

export type GoodsByMonth = {
  readonly rows: readonly TouchedRow[];
  readonly matrix: GoodsMatrixInput;
  readonly longer: number;
  readonly years: readonly string[];
};

/** Of several rows in one cell the gravest answer stands; a case that is open comes before one that is within a cap. */
const GRAVEST_FIRST: readonly Status[] = ['prohibited', 'undetermined', 'approval-required', 'capped'];

/** The rows of files that a ban or a cap touched, as a matrix of codes and months: of all years, or of one. */
export function goodsByMonth(
  { regime, terms, readings }: TradeFiles,
  year: string | null,
  labels: Labels = NO_LABELS,
): GoodsByMonth {
  return goodsWithin(screenFigures(regime, terms, readings, false), year, labels);
}

/** What sources are called, by their files' names; one that is not there has its file's name. */
type Labels = ReadonlyMap<string, string>;
const NO_LABELS: Labels = new Map();

/** The same of figures that were screened. */
export function goodsWithin(
  all: readonly ScreenedFigure[],
  year: string | null,
  labels: Labels = NO_LABELS,
): GoodsByMonth {
  const years = [...new Set(all.flatMap(({ row: { period } }) => yearsOf(period.from, period.to)))].sort();
  const figures =
    year === null
      ? all
      : all.filter(({ row: { period } }) => period.from.slice(0, 4) <= year && year <= period.to.slice(0, 4));
  const rows = figures.map(describe);
  return {
    rows,
    matrix: matrixOf(figures, year, labels),
    longer: figures.filter(({ row }) => monthOf(row) === null).length,
    years,
  };
}

function yearsOf(from: string, to: string): readonly string[] {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) years.push(String(year));
  return years;
}

function describe({ row, law, marks }: ScreenedFigure): TouchedRow {
  return {
    source: row.file,
    row: row.row,
    period: row.period.label,
    reporter: nameOf(row.reporter),
    from: nameOf(row.from),
    to: nameOf(row.to),
    code: row.code,
    goods: row.product,
    figures: figuresOf(row),
    status: law.status as Status,
    provisions: law.provisions,
    missing: law.missing,
    marks,
  };
}

function nameOf(code: string | null): string | null {
  return code === null ? null : statesInWords(code);
}

function figuresOf({ measures, value }: TradeRow): readonly string[] {
  const amounts = measures.map(({ low, high, unit }) => `${writeAmounts({ low, high })} ${writePlural(unit)}`);
  return value === null ? amounts : [...amounts, `${writeAmounts(value)} ${value.currency}`];
}

function matrixOf(figures: readonly ScreenedFigure[], year: string | null, labels: Labels): GoodsMatrixInput {
  const cells = new Map<string, ScreenedFigure[]>();
  const words = new Map<string, string>();
  const months = new Set<string>();
  for (const figure of figures) {
    const month = monthOf(figure.row);
    if (month === null) continue;
    const code = codeOf(figure.row);
    months.add(month);
    if (!words.get(code)) words.set(code, figure.row.hs === null ? '' : (figure.row.product ?? ''));
    const key = `${code}\t${month}`;
    const known = cells.get(key);
    if (known) known.push(figure);
    else cells.set(key, [figure]);
  }
  const stated = [...months].sort();
  return {
    title: `Goods that a ban or a cap touched, by month${year === null ? '' : `, ${year}`}`,
    codes: [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, text]) => ({ code, words: text })),
    months: stated.length === 0 ? [] : monthsBetween(`${stated[0]}-01`, `${stated.at(-1)}-28`),
    cells: [...cells].map(([key, inCell]) => {
      const [code = '', month = ''] = key.split('\t');
      return cellOf(code, month, inCell, labels);
    }),
  };
}

/** Subheadings are the finest goods that all States declare alike. */
function codeOf({ hs, code, product }: TradeRow): string {
  return hs?.slice(0, 6) || code || product || 'goods not named';
}

/** Rows of a cell are never summed: they may tell one flow twice. */
function cellOf(code: string, month: string, figures: readonly ScreenedFigure[], labels: Labels): GoodsCell {
  const greatest = figures
    .flatMap(({ row }) => row.measures.filter(({ unit }) => unit === 'tonne'))
    .sort((a, b) => compareDecimals(b.high, a.high))[0];
  const [only] = figures;
  const figure =
    figures.length === 1 && only !== undefined
      ? figuresOf(only.row).join(', ') || 'no figure'
      : `${figures.length} rows${greatest === undefined ? '' : `, the greatest ${writeAmounts(greatest)} tonnes`}`;
  return {
    code,
    month,
    status: GRAVEST_FIRST.find((status) => figures.some(({ law }) => law.status === status)) ?? 'undetermined',
    figure,
    marks: [
      ...new Set(figures.flatMap(({ marks }) => marks.filter(({ level }) => level !== 'note').map(({ mark }) => mark))),
    ],
    rows: figures.map(({ row }) => `${labels.get(row.file) ?? row.file} row ${row.row}`),
  };
}
