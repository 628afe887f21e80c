import type { TradeRow } from '../model/row.ts';
import type { Mark } from './mark.ts';

/** With fewer rows there is no usual price to be unlike. */
const FEWEST_ROWS = 5;
/** Modified z-score of Iglewicz and Hoaglin, with their threshold; 0.6745 makes the deviation comparable to a standard deviation. */
const FURTHEST = 3.5;
const NORMAL_SHARE = 0.6745;
/** Prices of one code differ by quality; less than this factor is no question. */
const LEAST_FACTOR = 3;

/**
 * Marks prices that are far from the usual one of the same code, direction and pair of States, by the median of the logarithms and the
 * median deviation from it, which a few wrong rows do not move. Where one State has too few rows, those of all reporters are taken.
 */
export function unitValueMarks(rows: readonly TradeRow[]): ReadonlyMap<TradeRow, Mark> {
  const marks = new Map<TradeRow, Mark>();
  const priced = rows.flatMap((row) => {
    const price = logPriceOf(row);
    return price === null ? [] : [{ row, price }];
  });
  const wide = groupBy(priced, ({ row }) => [row.hs, row.flow, row.partner, row.value?.currency].join('\t'));
  const own = groupBy(priced, ({ row }) =>
    [row.hs, row.flow, row.partner, row.value?.currency, row.reporter].join('\t'),
  );
  for (const one of priced) {
    const narrowGroup =
      own.get([one.row.hs, one.row.flow, one.row.partner, one.row.value?.currency, one.row.reporter].join('\t')) ?? [];
    const wideGroup = wide.get([one.row.hs, one.row.flow, one.row.partner, one.row.value?.currency].join('\t')) ?? [];
    const group = narrowGroup.length >= FEWEST_ROWS ? narrowGroup : wideGroup;
    if (group.length < FEWEST_ROWS) continue;
    const middle = median(group.map(({ price }) => price));
    const deviation = median(group.map(({ price }) => Math.abs(price - middle)));
    const distance = one.price - middle;
    const score =
      deviation === 0
        ? distance === 0
          ? 0
          : Number.POSITIVE_INFINITY
        : (NORMAL_SHARE * Math.abs(distance)) / deviation;
    const factor = Math.exp(Math.abs(distance));
    if (score > FURTHEST && factor > LEAST_FACTOR)
      marks.set(one.row, {
        mark: 'unit-value-outlier',
        level: 'suspect',
        reasons: reasonsOf(distance, factor, group.length),
      });
  }
  return marks;
}

function reasonsOf(distance: number, factor: number, count: number): readonly string[] {
  const times = factor >= 10 ? Math.round(factor) : Math.round(factor * 10) / 10;
  const reasons = [
    `The value by weight is ${times} times ${distance > 0 ? 'above' : 'below'} the median of ${count} rows of the same code and direction.`,
  ];
  if (factor > 700 && factor < 1400)
    reasons.push('A thousand times is what kilograms taken for tonnes make of a figure.');
  return reasons;
}

function logPriceOf(row: TradeRow): number | null {
  const weight = row.measures.find(({ unit, low, high }) => unit === 'tonne' && low === high)?.high;
  if (row.hs === null || weight === undefined || row.value === null) return null;
  const price = Number(row.value.high) / Number(weight);
  return Number.isFinite(price) && price > 0 ? Math.log(price) : null;
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
