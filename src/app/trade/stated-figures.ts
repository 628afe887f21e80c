import { factsOf } from '../../claims/comparison/figure-facts.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { compareDecimals, type Decimal } from '../../core/decimal.ts';
import { compileRegime } from '../../regime/evaluation/compile.ts';
import { compileScope, matchScope, resolveGoods } from '../../regime/goods/goods.ts';
import { type CapPeriod, capPeriodOf, cappingProvision } from '../../trade/ledger/cap.ts';
import type { Ledger, LedgerQuestion, LedgerTotal } from '../../trade/ledger/ledger.ts';
import { counterpartOf } from '../../trade/model/row.ts';
import { keepAskedLedger } from './ledger.ts';
import type { TradeFiles } from './trade-files.ts';

/**
 * How a stated figure stands to the sum of a source for the same days and suppliers. A ledger may count other things than the
 * claimant does (what was notified, what ships could carry), so that none of these says that either is wrong. `open`: the sum is the
 * least there was, or the figure is of a supplier whose rows cannot be distinguished from others'.
 */
export type LedgerRelation = 'more' | 'less' | 'overlaps' | 'open';

/** A figure that a claim states for days of a cap's period, beside the ledger of each source for those days. They are never merged. */
export type StatedFigure = {
  readonly claim: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly claimant: string;
  readonly raw: string;
  readonly unit: string;
  readonly window: { readonly from: string; readonly to: string };
  /** States that it went from, or to, besides the target; empty where the claim names none. */
  readonly suppliers: readonly string[];
  readonly beside: readonly (Pick<LedgerTotal, 'source' | 'factor' | 'low' | 'high' | 'atLeast'> & {
    readonly says: LedgerRelation;
  })[];
};

/**
 * The figures that claims state of a cap's goods in a period, beside the ledgers. Goods, unit, direction and days must be said by the
 * claim with certainty, and the figure must be of something done: a plan, a capacity or a limit is held against no ledger.
 * @throws AppError `bad-option` as for a ledger
 */
export function statedBesideLedgers(
  files: TradeFiles,
  question: LedgerQuestion,
  claims: readonly Claim[],
): readonly StatedFigure[] {
  const { regime, terms } = files;
  const provision = cappingProvision(regime, question.provision);
  const capPeriod = capPeriodOf(provision, question.period);
  const isOfCap = goodsTest(files, provision);
  const ledgers = new Map<string, Ledger>();
  const ledgerOf = (window: StatedFigure['window'], suppliers: readonly string[]): Ledger => {
    const key = [window.from, window.to, ...suppliers].join(' ');
    const known = ledgers.get(key);
    if (known !== undefined) return known;
    const readings =
      suppliers.length === 0
        ? files.readings
        : files.readings.map((reading) => ({
            ...reading,
            rows: reading.rows.filter((row) => suppliers.includes(counterpartOf(row, terms.target) ?? '')),
          }));
    const ledger = keepAskedLedger({ ...files, readings }, { ...question, period: `${window.from}/${window.to}` });
    ledgers.set(key, ledger);
    return ledger;
  };
  const units = new Set(capPeriod.limits.map(({ unit }) => unit));
  return claims.flatMap((claim) => {
    if (claim.status === 'rejected' || claim.status === 'withdrawn' || claim.polarity !== 'asserts') return [];
    return claim.quantities.flatMap((quantity): readonly StatedFigure[] => {
      const { unit, noun, nature, window, from, to } = factsOf(claim, quantity);
      if (unit === undefined || !units.has(unit) || noun === undefined || !isOfCap(noun)) return [];
      if (nature !== 'count' && nature !== 'running-total') return [];
      const [days, { period }] = [daysOf(window), capPeriod];
      if (days === null || days.from < period.from || days.to > period.to) return [];
      const [here, there] = provision.direction === 'from-target' ? [from, to] : [to, from];
      if (here?.has(terms.target) !== true) return [];
      const others = [...(there ?? [])].filter((key) => key !== terms.target);
      const suppliers = others.filter((key) => /^[A-Z]{2}$/.test(key)).sort();
      const ledger = ledgerOf(days, suppliers);
      const isWhole = suppliers.length === others.length;
      const beside = ledger.totals
        .filter((total) => total.unit === unit && countedIn(ledger, total.source) > 0)
        .map(({ source, factor, low, high, atLeast }) => ({
          source,
          factor,
          low,
          high,
          ...(atLeast ? { atLeast } : {}),
          says: standingOf(quantity, { low, high, isLeast: atLeast === true }, isWhole),
        }));
      if (beside.length === 0) return [];
      const { id, document, start, end, claimant } = claim;
      return [
        {
          claim: id,
          document,
          start,
          end,
          claimant: claimant.name,
          raw: quantity.raw,
          unit,
          window: days,
          suppliers,
          beside,
        },
      ];
    });
  });
}

function countedIn(ledger: Ledger, source: string): number {
  return ledger.sources.find(({ file }) => file === source)?.counted ?? 0;
}

/** Whether a noun is of the goods of the cap, all of it. */
export function goodsTest(
  { regime }: Pick<TradeFiles, 'regime'>,
  provision: CapPeriod['provision'] & Pick<CapPeriod, 'cap'>,
): (noun: string) => boolean {
  const goods = provision.cap.goods ?? provision.goods;
  const scope = goods ? compileScope(goods) : null;
  const { vocabulary } = compileRegime(regime);
  return (noun) => scope !== null && matchScope(scope, resolveGoods(vocabulary, { name: noun })) === 'yes';
}

/** Days of which both ends are said. */
function daysOf(
  window: { readonly from: string | null; readonly to: string | null } | undefined,
): StatedFigure['window'] | null {
  return window === undefined || window.from === null || window.to === null
    ? null
    : { from: window.from, to: window.to };
}

function standingOf(
  { low, high, lowOpen, highOpen }: Quantity,
  sum: { readonly low: Decimal; readonly high: Decimal; readonly isLeast: boolean },
  isWhole: boolean,
): LedgerRelation {
  if (low !== null && exceeds(low, sum.high, lowOpen === true)) return sum.isLeast ? 'open' : 'more';
  if (!isWhole) return 'open';
  return high !== null && exceeds(sum.low, high, highOpen === true) ? 'less' : 'overlaps';
}

/** Whether one amount is above another, or at it where the bound itself is left out. */
function exceeds(a: Decimal, b: Decimal, isOpen: boolean): boolean {
  const order = compareDecimals(a, b);
  return order > 0 || (isOpen && order === 0);
}
