import { compareDecimals } from '../../core/decimal.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { siftBreakdowns, siftCovered, siftDuplicates, siftSuperseded } from '../ledger/double-count.ts';
import { amountOf, factorsOf } from '../ledger/factor.ts';
import { type GoodsMatcher, goodsMatcher } from '../ledger/goods-match.ts';
import { type MonthlyFigure, monthlyFigures } from '../marks/mirror-gap.ts';
import { type Range, type TradeRow, touches } from '../model/row.ts';

type CappedGoods = {
  readonly id: string;
  readonly direction: string;
  readonly from: string;
  readonly to: string | null;
  readonly goods: GoodsMatcher;
  readonly factors: ReturnType<typeof factorsOf>;
};

/**
 * Figures of files that can be set side by side: each file's rows without doubles, summed by supplier, month and goods in tonnes. Goods
 * under a cap are those of its paragraph, so that a notified total meets the codes of customs; others are compared by code.
 */
export function comparableFigures(regime: Regime, files: readonly (readonly TradeRow[])[]): readonly MonthlyFigure[] {
  const caps = regime.provisions.flatMap((provision): CappedGoods[] => {
    const { cap } = provision;
    if (cap === undefined || cap.periods.length === 0) return [];
    return [
      {
        id: provision.id,
        direction: provision.direction,
        from: provision.from,
        to: provision.to,
        goods: goodsMatcher(regime, { ...provision, cap }),
        factors: factorsOf(cap, []),
      },
    ];
  });
  const capOf = (row: TradeRow): CappedGoods | undefined =>
    caps.find(
      (cap) =>
        cap.from <= row.period.to &&
        (cap.to === null || row.period.from <= cap.to) &&
        (cap.direction === 'into-target' ? row.to === regime.target : row.from === regime.target) &&
        cap.goods.match(row) === 'yes',
    );
  return files.flatMap((rows) => {
    const own = rows.filter((row) => touches(row, regime.target));
    const clean = [siftDuplicates, (some: readonly TradeRow[]) => siftSuperseded(some, regime.target)].reduce<
      readonly TradeRow[]
    >((some, step) => step(some).rows, own);
    const whole = siftCovered(siftBreakdowns(clean, () => 0).rows, regime.target).rows;
    return monthlyFigures(
      whole,
      regime.target,
      (row) => capOf(row)?.id ?? row.hs?.slice(0, 6) ?? null,
      (row) => tonnesOf(row, capOf(row)),
    );
  });
}

/** Tonnes as stated, or the range that the factors in use make of stated barrels. */
function tonnesOf(row: TradeRow, cap: CappedGoods | undefined): Range | null {
  const stated = amountOf(row, 'tonne', null, null);
  if (stated !== null || cap === undefined) return stated;
  const amounts = cap.factors.flatMap((factor) => amountOf(row, 'tonne', factor, cap.goods.productOf(row)) ?? []);
  const [low] = amounts.map((amount) => amount.low).sort(compareDecimals);
  const high = amounts
    .map((amount) => amount.high)
    .sort(compareDecimals)
    .at(-1);
  return low === undefined || high === undefined ? null : { low, high };
}
