import { type Decimal, multiplyDecimals } from '../../core/decimal.ts';
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

/** What a source that is no document is called in a sentence: figures that ship with the program by their goods, and calls in tracks. */
export function writeNoDocument(source: string): string {
  return source === 'tracks:calls'
    ? 'calls of tankers in tracks of ships'
    : source.replace(/^notified:(.+)$/, '$1 as notified');
}

/** How far a sum can be relied on. */
type Reliance = {
  readonly isLeast: boolean;
  readonly isEstimate?: true;
  readonly calls?: {
    readonly counted: number;
    readonly beyond?: number;
    readonly shares: { readonly low: Decimal; readonly high: Decimal };
  };
};

/** "at least " before a sum of which rows are missing; of estimates nobody can say that there was at least as much. */
export function writeLeast({ isLeast, isEstimate }: Reliance): string {
  return isLeast && isEstimate !== true ? 'at least ' : '';
}

/** What has to be known of a sum beside its numbers; null where nothing is missing from it. */
export function writeReliance({ isLeast, isEstimate, calls }: Reliance): string | null {
  if (calls !== undefined) {
    const percent = (share: Decimal): Decimal => multiplyDecimals(share, '100');
    const shares = writeAmounts({ low: percent(calls.shares.low), high: percent(calls.shares.high) });
    const [ships, their] =
      calls.counted === 1 ? ['ship of one call', 'her'] : [`ships of ${calls.counted} calls`, 'their'];
    return `It is what the ${ships} would have carried, at ${shares} % of ${their} deadweight${writeBeyond(calls)}. Tracks show calls and no cargo: that there was any, and that it was of the goods of this cap, is supposed. Other calls may be missing.`;
  }
  if (isEstimate === true)
    return 'Its rows are estimates, and some may be missing: it settles that the cap is passed only as far as its low figures are right.';
  return isLeast
    ? 'Rows of it are missing, unread or without a figure, or it states a greater sum: there was at least as much, and only what is above the cap is settled by it.'
    : null;
}

/** "; of 1 that reaches beyond the period, nothing is in the low figure": her cargo may belong to it whole or not at all. */
function writeBeyond({ counted, beyond = 0 }: NonNullable<Reliance['calls']>): string {
  if (beyond === 0) return '';
  if (counted === 1) return '; the call reaches beyond the period, and nothing of it is in the low figure';
  return `; of ${beyond} that ${beyond === 1 ? 'reaches' : 'reach'} beyond the period, nothing is in the low figure`;
}
