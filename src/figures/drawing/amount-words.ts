import { type Decimal, formatDecimal, roundDecimal } from '../../core/decimal.ts';

/** An amount of a ledger for people: thousands apart, at most two places. */
export function writeAmount(amount: Decimal): string {
  return formatDecimal(roundDecimal(amount, 2));
}

/** "28,800 to 43,200"; one amount where both bounds are the same. */
export function writeAmounts({ low, high }: { readonly low: Decimal; readonly high: Decimal }): string {
  return low === high ? writeAmount(high) : `${writeAmount(low)} to ${writeAmount(high)}`;
}
