import { compareDecimals, type Decimal, subtractDecimals } from '../../core/decimal.ts';
import { liesInside, sameDays } from '../model/reported-period.ts';
import type { Range, TradeRow } from '../model/row.ts';
import { sharesGoods, suppliersOf } from './double-count.ts';
import { addRanges, amountOfEntry, type Entry, NOTHING } from './entry.ts';
import { amountOf, type Factor } from './factor.ts';
import type { GoodsMatcher } from './goods-match.ts';

/** A sum that the source states beside what its parts give: a difference hints at a revision or at a month that is not there. */
export type ControlCheck = {
  readonly row: TradeRow;
  readonly stated: Range;
  /** Null where no part lies wholly inside it. */
  readonly parts: Range | null;
  readonly difference: { readonly low: Decimal; readonly high: Decimal } | null;
  /** The stated sum is more than all its parts, so that parts are missing. */
  readonly isGreater: boolean;
};

export function checkControlSum(
  row: TradeRow,
  entries: readonly Entry[],
  unit: string,
  factor: Factor | null,
  target: string,
  goods: GoodsMatcher,
): ControlCheck | null {
  const stated = amountOf(row, unit, factor, goods.productOf(row));
  if (stated === null) return null;
  const states = suppliersOf(row, target);
  const inside = entries.filter(
    (entry) =>
      entry.supplier.split('+').every((state) => states.includes(state)) &&
      (sameDays(entry.period, row.period) || liesInside(entry.period, row.period)) &&
      entry.rows.some((part) => sharesGoods(part, row)),
  );
  if (inside.length === 0) return { row, stated, parts: null, difference: null, isGreater: false };
  const parts = inside.reduce<Range>(
    (sum, entry) => addRanges(sum, amountOfEntry(entry, unit, factor, goods) ?? NOTHING),
    NOTHING,
  );
  return {
    row,
    stated,
    parts,
    difference: { low: subtractDecimals(stated.low, parts.high), high: subtractDecimals(stated.high, parts.low) },
    isGreater: compareDecimals(stated.low, parts.high) > 0,
  };
}
