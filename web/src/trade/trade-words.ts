import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { TradeLedger, TradeScreenedRow } from '../../../src/app/workbench/contract/trade-shape.ts';
import { writePlural } from '../../../src/figures/drawing/words.ts';

/** What a source is called, by the name that ledgers have for it. */
export function labelOf({ sources }: TradeDesk, source: string): string {
  return sources.find(({ name }) => name === source)?.label ?? source;
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** States by their two letters, several joined by "+": "China and Russia"; an area that is no State by its code. */
export function statesInWords(codes: string): string {
  return codes
    .split('+')
    .map((code) => (/^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code))
    .join(' and ');
}

export const STATUS_WORDS: Readonly<Record<TradeScreenedRow['status'], string>> = {
  prohibited: 'prohibited',
  capped: 'capped',
  'approval-required': 'approval required',
  undetermined: 'undetermined',
};

export const EXCLUSION_WORDS: Readonly<Record<TradeLedger['excluded'][number]['reason'], string>> = {
  duplicate: 'it states the same fact as another row',
  superseded: 'the same supplier gave a later figure for the period',
  'covered-by-aggregate': 'a total beside it holds it',
  breakdown: 'it is a part of a total beside it',
  'quantity-missing': 'it gives no quantity',
  'quantity-negative': 'its quantity is below nought',
  'control-sum': 'it is a sum of other rows, against which they are checked',
};

/** A unit as it is counted: "barrels", "tonnes", "US dollars". */
export function unitWords(unit: string): string {
  return unit === 'USD' ? 'US dollars' : writePlural(unit);
}

const BASIS_WORDS: Readonly<Record<TradeLedger['factors'][number]['basis'], string>> = {
  committee: ", the Committee's",
  convention: ', a convention',
  given: '',
};

/** How a factor is called in a table; its whole name stands among the notes. */
export function factorWords({ factors }: TradeLedger, factor: string | null): string {
  if (factor === null) return 'as stated';
  const basis = factors.find((one) => one.factor === factor)?.basis ?? 'given';
  return `${factor} barrels a tonne${BASIS_WORDS[basis]}`;
}

/** A period of rows as people read it: "2019-03", "2023-02-09 to 2023-02-10". */
export function periodWords(period: string): string {
  return period.replace('/', ' to ');
}

/** `2019-01-01/2019-12-31`, as the interface takes a period. */
export function periodText({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}/${to}`;
}
