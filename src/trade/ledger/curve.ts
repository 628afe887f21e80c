import { compareDecimals, multiplyDecimals } from '../../core/decimal.ts';
import type { ReportedPeriod } from '../model/reported-period.ts';
import type { Range } from '../model/row.ts';
import { addRanges, amountOfEntry, type Entry, NOTHING } from './entry.ts';
import type { Factor } from './factor.ts';
import type { GoodsMatcher } from './goods-match.ts';

/** A step of a running total: what came with the period, and the sum up to its last day, with the rows behind it. */
export type Step = {
  readonly period: ReportedPeriod;
  readonly added: Range;
  readonly sum: Range;
  readonly rows: readonly number[];
};

/** The running total of a source in one unit under one factor. */
export type Curve = {
  readonly unit: string;
  readonly factor: Factor | null;
  readonly steps: readonly Step[];
  readonly total: Range;
  /** Some entries say nothing in this unit, so that the total is the least there was. */
  readonly isPartial: boolean;
};

/** Adds entries up in the order of their last days. */
export function curveOf(entries: readonly Entry[], unit: string, factor: Factor | null, goods: GoodsMatcher): Curve {
  const steps: Step[] = [];
  let sum: Range = NOTHING;
  let isPartial = false;
  for (const entry of entries) {
    const added = amountOfEntry(entry, unit, factor, goods);
    if (added === null) {
      isPartial = true;
      continue;
    }
    sum = addRanges(sum, added);
    const rows = entry.rows.map(({ row }) => row);
    const last = steps.at(-1);
    if (last !== undefined && last.period.from === entry.period.from && last.period.to === entry.period.to)
      steps[steps.length - 1] = { ...last, added: addRanges(last.added, added), sum, rows: [...last.rows, ...rows] };
    else steps.push({ period: entry.period, added, sum, rows });
  }
  return { unit, factor, steps, total: sum, isPartial };
}

/** When a share of the limit is reached: at the earliest by the high figures, at the latest by the low ones; null: not in this source. */
export type Passing = { readonly earliest: number | null; readonly latest: number | null };

/** The steps, by their place, at which a sum is at or above so many per cent of a limit. */
export function passingOf({ steps }: Curve, limit: string, percent: number): Passing {
  const line = multiplyDecimals(limit, String(percent));
  const reaches = (amount: string): boolean => compareDecimals(multiplyDecimals(amount, '100'), line) >= 0;
  const earliest = steps.findIndex(({ sum }) => reaches(sum.high));
  const latest = steps.findIndex(({ sum }) => reaches(sum.low));
  return { earliest: earliest < 0 ? null : earliest, latest: latest < 0 ? null : latest };
}
