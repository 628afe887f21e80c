import type { Decimal } from '../../core/decimal.ts';
import { writePlural } from '../../core/plural.ts';
import { writeAmount, writeAmounts } from './amount-words.ts';

/** What a paragraph does at a share of its limit. */
export const MEANING_WORDS = { alert: 'warning', stop: 'supply stops', limit: 'limit' } as const;

/** How a stated figure stands to the sum of rows at hand, which need not be all that there was: the figure is the subject. */
export const STANDING_WORDS = {
  more: 'more than these rows give',
  less: 'less than these rows give',
  overlaps: 'within reach of what these rows give',
  open: 'cannot be told',
} as const;

/** What of a stated figure and the rows beside it is not known to be the same. */
export const UNKNOWN_WORDS = {
  goods: 'the goods, of which it names a part',
  kind: 'what is counted',
  factor: 'the factor',
  'as-of': 'the day as of which it is said',
  place: 'the place',
  supplier: 'the supplier',
} as const;

/** What a claimant counts. */
export const STATED_KIND_WORDS = {
  notified: 'what was notified',
  customs: 'what customs cleared',
  estimate: 'an estimate',
  commercial: 'commercial data',
} as const;

/** A stated figure in the unit of a cap, and by how many barrels a tonne it became that. */
type Converted = { readonly factor: Decimal; readonly low: Decimal | null; readonly high: Decimal | null };

/** "8,330 barrels at 8.33 barrels a tonne", "at least …" where one bound is not stated. */
export function writeConverted({ low, high, factor }: Converted, unit: string): string {
  const bounds =
    low === null || high === null
      ? `${low === null ? 'at most' : 'at least'} ${writeAmount(low ?? high ?? '0')}`
      : writeAmounts({ low, high });
  return `${bounds} ${writePlural(unit)} at ${factor} barrels a tonne`;
}

/** ", as of 2024-01-26"; nothing where rows do not say as of which day they are. */
export function writeAsOf(days: { readonly from: string; readonly to: string } | null): string {
  if (days === null) return '';
  return `, as of ${days.from === days.to ? '' : `${days.from} to `}${days.to}`;
}
