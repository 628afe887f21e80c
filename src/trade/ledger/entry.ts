import { addDecimals, compareDecimals } from '../../core/decimal.ts';
import type { Period } from '../../regime/model/period.ts';
import { byLastDay, liesInside, type ReportedPeriod, sameDays, sharesDays } from '../model/reported-period.ts';
import { counterpartOf, type Range, type TradeRow } from '../model/row.ts';
import { amountOf, type Factor } from './factor.ts';
import type { GoodsMatcher } from './goods-match.ts';

/** What a ledger adds up: one figure of a supplier for a period, with the rows that give it, which may differ. */
export type Entry = {
  readonly supplier: string;
  readonly period: ReportedPeriod;
  /** Several where one day's page had several figures: they are one range. */
  readonly rows: readonly TradeRow[];
  /** Why it counts from nought: only a part of it may belong here. */
  readonly partly: 'period' | 'goods' | 'overlap' | null;
};

export function entriesOf(rows: readonly TradeRow[], target: string, goods: GoodsMatcher): readonly Entry[] {
  const groups = new Map<string, TradeRow[]>();
  for (const row of rows) {
    const key =
      row.kind === 'notified'
        ? [
            counterpartOf(row, target),
            row.flow,
            row.period.from,
            row.period.to,
            row.hs,
            row.product?.toLowerCase(),
          ].join('\t')
        : `row\t${row.row}\t${row.period.label}\t${row.flow}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const entries = [...groups.values()].flatMap((group): Entry[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        supplier: counterpartOf(first, target) ?? '',
        period: first.period,
        rows: group,
        partly: group.some((row) => goods.match(row) === 'open') ? 'goods' : null,
      },
    ];
  });
  return markOverlaps(entries.sort((a, b) => byLastDay(a.period, b.period)));
}

/** Two reports of one supplier that share days and do not hold one another: the later one may repeat a part of the earlier. */
function markOverlaps(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry, at) => {
    if (entry.partly !== null || entry.rows[0]?.kind !== 'notified') return entry;
    const overlaps = entries.some(
      (other, place) =>
        place < at &&
        other.supplier === entry.supplier &&
        sharesDays(other.period, entry.period) &&
        !sameDays(other.period, entry.period) &&
        !liesInside(other.period, entry.period),
    );
    return overlaps ? { ...entry, partly: 'overlap' as const } : entry;
  });
}

/** The entries that have days in the cap's period; one that has others too counts from nought to its whole. */
export function entriesWithin(entries: readonly Entry[], period: Period): readonly Entry[] {
  return entries
    .filter((entry) => sharesDays(entry.period, period))
    .map((entry) =>
      entry.period.from < period.from || entry.period.to > period.to ? { ...entry, partly: 'period' as const } : entry,
    );
}

/** What an entry adds in a unit under a factor; null where none of its rows says anything in that unit. */
export function amountOfEntry(entry: Entry, unit: string, factor: Factor | null, goods: GoodsMatcher): Range | null {
  const amounts = entry.rows.flatMap((row) => amountOf(row, unit, factor, goods.productOf(row)) ?? []);
  const [first, ...others] = amounts;
  if (first === undefined) return null;
  const hull = others.reduce(
    (range, amount) => ({
      low: compareDecimals(amount.low, range.low) < 0 ? amount.low : range.low,
      high: compareDecimals(amount.high, range.high) > 0 ? amount.high : range.high,
    }),
    first,
  );
  return entry.partly === null ? hull : { low: '0', high: hull.high };
}

export function addRanges(a: Range, b: Range): Range {
  return { low: addDecimals(a.low, b.low), high: addDecimals(a.high, b.high) };
}

export const NOTHING: Range = Object.freeze({ low: '0', high: '0' });
