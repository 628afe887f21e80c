import { addDecimals, compareDecimals } from '../../core/decimal.ts';
import { counterpartOf, type Range, type TradeRow } from '../model/row.ts';
import type { Mark } from './mark.ts';

/** Above it two sources disagree by more than freight, rounding and the turn of the month explain. */
const WIDEST = 0.2;

/** A figure of one source for a supplier, a month and goods, in one unit. */
export type MonthlyFigure = {
  readonly file: string;
  readonly form: string;
  readonly supplier: string;
  readonly month: string;
  /** The paragraph whose goods they are, or a code. */
  readonly goods: string;
  readonly figure: Range;
  readonly rows: readonly TradeRow[];
};

/** 2 |a - b| / (a + b): nought where they agree, two where one of them has nothing. */
export function mirrorIndex(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * Math.abs(a - b)) / (a + b);
}

/** The smallest index that two ranges allow: nought where they share a figure. */
export function leastIndex(a: Range, b: Range): number {
  if (compareDecimals(a.low, b.high) <= 0 && compareDecimals(b.low, a.high) <= 0) return 0;
  return compareDecimals(a.low, b.high) > 0
    ? mirrorIndex(Number(a.low), Number(b.high))
    : mirrorIndex(Number(a.high), Number(b.low));
}

/** Marks the rows of figures that files of different kinds give differently for one supplier, month and goods. */
export function mirrorGapMarks(figures: readonly MonthlyFigure[]): ReadonlyMap<TradeRow, Mark> {
  const groups = new Map<string, MonthlyFigure[]>();
  for (const figure of figures) {
    const key = [figure.supplier, figure.month, figure.goods].join('\t');
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  const reasons = new Map<TradeRow, string[]>();
  for (const group of groups.values())
    for (const one of group)
      for (const other of group) {
        if (one.form === other.form || one.file === other.file) continue;
        const index = leastIndex(one.figure, other.figure);
        if (index <= WIDEST) continue;
        const words = `${other.file} (${other.form}) has ${rangeInWords(other.figure)} t for ${other.supplier} in ${other.month}, this file ${rangeInWords(one.figure)} t: index ${index.toFixed(2)}.`;
        for (const row of one.rows) reasons.set(row, [...(reasons.get(row) ?? []), words]);
      }
  return new Map([...reasons].map(([row, words]) => [row, { mark: 'mirror-gap', level: 'suspect', reasons: words }]));
}

function rangeInWords({ low, high }: Range): string {
  return low === high ? high : `${low} to ${high}`;
}

/** Rows of one file, already without doubles, summed by supplier, month and goods. */
export function monthlyFigures(
  rows: readonly TradeRow[],
  target: string,
  goodsOf: (row: TradeRow) => string | null,
  tonnesOf: (row: TradeRow) => Range | null,
): readonly MonthlyFigure[] {
  const sums = new Map<string, MonthlyFigure>();
  for (const row of rows) {
    const goods = goodsOf(row);
    const figure = tonnesOf(row);
    const month = row.period.from.slice(0, 7);
    const supplier = counterpartOf(row, target);
    if (goods === null || figure === null || supplier === null || month !== row.period.to.slice(0, 7)) continue;
    const key = [row.file, supplier, month, goods, row.from === target].join('\t');
    const known = sums.get(key);
    sums.set(
      key,
      known === undefined
        ? {
            file: row.file,
            form: row.form,
            supplier,
            month,
            goods: `${goods} ${row.from === target ? 'out' : 'in'}`,
            figure,
            rows: [row],
          }
        : {
            ...known,
            figure: {
              low: addDecimals(known.figure.low, figure.low),
              high: addDecimals(known.figure.high, figure.high),
            },
            rows: [...known.rows, row],
          },
    );
  }
  return [...sums.values()];
}
