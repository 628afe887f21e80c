import { compareDecimals } from '../../core/decimal.ts';
import { hsRangeOf, hsWithin } from '../goods/hs.ts';
import { amountInWords } from '../model/amount.ts';
import type { GoodsScope } from '../model/regime.ts';
import type { Facts } from './facts.ts';

export type BelowValue = { readonly reason: string; readonly otherwise: 'not-covered' | 'unsettled' };

/**
 * Why goods that a paragraph names only above a value are not covered: all of them together are worth no more. More in all
 * says nothing of each, and without a value the name of the goods decides.
 */
export function notAboveValue(scope: GoodsScope | undefined, { goods, quantity }: Facts): BelowValue | undefined {
  if (!scope?.aboveValue || quantity === null) return undefined;
  const ranges = goods.hsRange ? [goods.hsRange] : (goods.entry?.ranges ?? []);
  const threshold = scope.aboveValue.find(
    ({ hs, unit }) =>
      unit === quantity.unit && ranges.length > 0 && ranges.every((range) => liesInAny(range, hs.map(hsRangeOf))),
  );
  if (!threshold || compareDecimals(quantity.value, threshold.value) > 0) return undefined;
  const reason = `It names these only above ${amountInWords(threshold)}; they are worth ${amountInWords(quantity)} in all.`;
  return { reason, otherwise: threshold.otherwise };
}

function liesInAny(range: ReturnType<typeof hsRangeOf>, outer: readonly ReturnType<typeof hsRangeOf>[]): boolean {
  return outer.some((one) => hsWithin(range, one));
}
