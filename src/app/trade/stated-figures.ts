import { factsOf } from '../../claims/comparison/figure-facts.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { compareDecimals, type Decimal, multiplyDecimals } from '../../core/decimal.ts';
import { counts } from '../../findings/model/counting.ts';
import { compileRegime } from '../../regime/evaluation/compile.ts';
import { compileScope, matchWhole, resolveGoods } from '../../regime/goods/goods.ts';
import type { Period } from '../../regime/model/period.ts';
import { TradeError } from '../../trade/errors.ts';
import { type CapPeriod, capPeriodOf, cappingProvision, cappingProvisions } from '../../trade/ledger/cap.ts';
import type { Ledger, LedgerQuestion, LedgerTotal } from '../../trade/ledger/ledger.ts';
import { counterpartOf, type TradeSourceKind } from '../../trade/model/row.ts';
import { asking, keepAskedLedger } from './ledger.ts';
import type { TradeFiles } from './trade-files.ts';

/**
 * How a stated figure stands to the sum of a source for the same days and suppliers. A ledger may count other things than the
 * claimant does (what was notified, what ships could carry), so that none of these says that either is wrong. `open`: the sum is the
 * least there was, or the figure is of a supplier whose rows cannot be distinguished from others'.
 */
export type LedgerRelation = 'more' | 'less' | 'overlaps' | 'open';

/** What of a stated figure and a sum is not known to be the same: nothing follows from the numbers alone. */
export type LedgerDifference = 'goods' | 'kind' | 'factor' | 'as-of' | 'place' | 'supplier';

/** The sum of one source for the days and suppliers of a stated figure. */
export type SumBeside = Pick<LedgerTotal, 'source' | 'low' | 'high' | 'atLeast'> & {
  /** What kind of figures the source has; null where none of its rows says. */
  readonly kind: TradeSourceKind | null;
  /** Barrels a tonne; null where every row that counts states the unit itself. */
  readonly factor: Decimal | null;
  /** First and last day on which its rows were said; null where they do not say. */
  readonly asOf: DaySpan | null;
  readonly rows: readonly number[];
  /** The source itself states more for a longer period than its rows for parts of it, which alone are summed up. */
  readonly statesMore?: true;
  /** The stated figure in the cap's unit, where it was stated in tonnes: by how many barrels a tonne of its product. */
  readonly converted?: { readonly factor: Decimal; readonly low: Decimal | null; readonly high: Decimal | null };
  readonly says: LedgerRelation;
  readonly unknown: readonly LedgerDifference[];
};

type DaySpan = { readonly from: string; readonly to: string };

/** A figure that a claim states for days of a cap's period, beside the ledger of each source for those days. They are never merged. */
export type StatedFigure = {
  readonly claim: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly claimant: string;
  readonly raw: string;
  readonly unit: string;
  readonly provision: string;
  readonly window: DaySpan;
  /** What the claimant counts, where the claim says so: then sources of other kinds do not stand beside it. */
  readonly kind: TradeSourceKind | null;
  /** States that it went from, or to, besides the target; empty where the claim names none. */
  readonly suppliers: readonly string[];
  readonly beside: readonly SumBeside[];
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
  const provision = cappingProvision(files.regime, question.provision);
  const beside = besideLedgersOf(files, provision, question);
  const within = asking(() => capPeriodOf(provision, question.period)).period;
  return claims.flatMap((claim) => claim.quantities.flatMap((quantity) => beside(claim, quantity, within) ?? []));
}

/** The same for every cap and period that a claim's figure can be meant for, as the sources stand now. */
export function statedBesideAllLedgers(files: TradeFiles, claims: readonly Claim[]): readonly StatedFigure[] {
  const caps = cappingProvisions(files.regime).map((provision) =>
    besideLedgersOf(files, provision, { factors: [], asOf: null }),
  );
  return claims.flatMap((claim) =>
    claim.quantities.flatMap((quantity) => caps.flatMap((beside) => beside(claim, quantity, null) ?? [])),
  );
}

type Beside = (claim: Claim, quantity: Quantity, within: Period | null) => StatedFigure | undefined;

/** Lays figures beside the ledgers of one cap, keeping each ledger once. */
function besideLedgersOf(
  files: TradeFiles,
  provision: ReturnType<typeof cappingProvision>,
  { factors, asOf }: Pick<LedgerQuestion, 'factors' | 'asOf'>,
): Beside {
  const { terms } = files;
  const isOfCap = goodsTest(files, provision);
  const isAllOfCap = wholeGoodsTest(files, provision);
  const productOf = productTest(files);
  const units = new Set(provision.cap.periods.flatMap(({ limits }) => limits.map(({ unit }) => unit)));
  const ledgers = new Map<string, Ledger>();
  const ledgerOf = (window: DaySpan, suppliers: readonly string[]): Ledger => {
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
    const ledger = keepAskedLedger(
      { ...files, readings },
      { provision: provision.id, period: `${window.from}/${window.to}`, factors, asOf },
    );
    ledgers.set(key, ledger);
    return ledger;
  };
  return (claim, quantity, within) => {
    if (!counts(claim) || claim.polarity !== 'asserts') return undefined;
    // The figure of a ledger that was made a claim is one of those that stand beside, and no statement about them.
    if (quantity.series !== undefined) return undefined;
    const { unit, noun, nature, window, from, to, where } = factsOf(claim, quantity);
    if (unit === undefined || noun === undefined || !isOfCap(noun)) return undefined;
    const isConverted = !units.has(unit) && unit === 'tonne' && units.has('barrel');
    if (!units.has(unit) && !isConverted) return undefined;
    if (nature !== 'count' && nature !== 'running-total') return undefined;
    const days = daysOf(window);
    if (days === null || !liesInPeriod(provision, days, within)) return undefined;
    const [here, there] = provision.direction === 'from-target' ? [from, to] : [to, from];
    // A figure of several recipients together is not one of the target's.
    if (here?.size !== 1 || !here.has(terms.target)) return undefined;
    const others = [...(there ?? [])].filter((key) => key !== terms.target);
    const suppliers = others.filter((key) => /^[A-Z]{2}$/.test(key)).sort();
    const ledger = ledgerOf(days, suppliers);
    const kind = kindOf(claim, terms);
    const open: LedgerDifference[] = [
      ...(isAllOfCap(noun) ? [] : (['goods'] as const)),
      ...(kind === null ? (['kind'] as const) : []),
      ...(where === undefined ? [] : (['place'] as const)),
      ...(suppliers.length === others.length ? [] : (['supplier'] as const)),
    ];
    const inCapUnit = isConverted
      ? (factor: Decimal | null) => inBarrels(quantity, factorFor(ledger, factor, productOf(noun), isAllOfCap(noun)))
      : null;
    const counted = isConverted ? 'barrel' : unit;
    const beside = files.readings.flatMap((reading) =>
      sumsOf(reading, ledger, counted, kind, { quantity, inCapUnit }, open),
    );
    if (beside.length === 0) return undefined;
    const { id, document, start, end, claimant } = claim;
    return {
      claim: id,
      document,
      start,
      end,
      claimant: claimant.name,
      raw: quantity.raw,
      unit: counted,
      provision: provision.id,
      window: days,
      kind,
      suppliers,
      beside,
    };
  };
}

/** Whether all of the days lie in one period of the cap, and in the one that is asked about. */
function liesInPeriod(provision: ReturnType<typeof cappingProvision>, days: DaySpan, within: Period | null): boolean {
  if (within !== null) return days.from >= within.from && days.to <= within.to;
  try {
    const { period } = capPeriodOf(provision, days.from);
    return days.from >= period.from && days.to <= period.to;
  } catch (error) {
    if (error instanceof TradeError && error.code === 'no-period') return false;
    throw error;
  }
}

/** What a claimant counts: an assessment is an estimate; a Committee speaks of what it was notified of, customs of what they cleared. */
function kindOf({ modality, claimant }: Claim, { claimants }: TradeFiles['terms']): TradeSourceKind | null {
  if (modality === 'assesses') return 'estimate';
  const name = claimant.name.toLowerCase();
  return claimants.find(({ names }) => names.some((known) => name.includes(known.toLowerCase())))?.kind ?? null;
}

/** The sums of one source beside a figure: one a factor where the factor decides, else one. */
function sumsOf(
  { report, rows }: TradeFiles['readings'][number],
  ledger: Ledger,
  unit: string,
  kind: TradeSourceKind | null,
  { quantity, inCapUnit }: Stated,
  open: readonly LedgerDifference[],
): readonly SumBeside[] {
  const source = report.file;
  const counted = new Set(
    ledger.steps.filter((step) => step.source === source && step.unit === unit).flatMap((step) => step.rows),
  );
  const own = rows.filter(({ row }) => counted.has(row));
  const [first] = own;
  if (first === undefined || (kind !== null && first.kind !== kind)) return [];
  const isStated = unit !== 'barrel' || own.every(({ measures }) => measures.some((measure) => measure.unit === unit));
  const days = own.flatMap(({ asOf }) => asOf ?? []).sort();
  const asOf = days[0] === undefined ? null : { from: days[0], to: days.at(-1) ?? days[0] };
  const isSameDay = quantity.asOf !== undefined && asOf?.from === quantity.asOf && asOf.to === quantity.asOf;
  const unknown: readonly LedgerDifference[] = [
    ...open,
    ...(isStated && inCapUnit === null ? [] : (['factor'] as const)),
    ...(isSameDay ? [] : (['as-of'] as const)),
  ];
  const isWhole = !open.includes('goods') && !open.includes('supplier') && !open.includes('place');
  return ledger.totals
    .filter((total) => total.source === source && total.unit === unit)
    .slice(0, isStated && inCapUnit === null ? 1 : undefined)
    .flatMap(({ factor, low, high, atLeast }): readonly SumBeside[] => {
      const converted = inCapUnit === null ? undefined : inCapUnit(factor);
      if (converted === null) return [];
      const stated = converted === undefined ? quantity : { ...quantity, low: converted.low, high: converted.high };
      return [
        {
          source,
          kind: first.kind,
          factor: isStated ? null : factor,
          low,
          high,
          ...(atLeast ? { atLeast } : {}),
          asOf,
          rows: [...counted].sort((a, b) => a - b),
          ...(ledger.checks.some((check) => check.source === source && check.factor === factor && check.isGreater)
            ? { statesMore: true as const }
            : {}),
          ...(converted === undefined ? {} : { converted }),
          says: standingOf(stated, { low, high, isLeast: atLeast === true }, isWhole),
          unknown,
        },
      ];
    });
}

/** A stated figure, and what it is in the cap's unit under a factor of the ledger where it is stated in another; null for what nothing says. */
type Stated = {
  readonly quantity: Quantity;
  readonly inCapUnit: ((factor: Decimal | null) => NonNullable<SumBeside['converted']> | null) | null;
};

/**
 * How many barrels a tonne of the stated goods has under a factor of the ledger: the paragraph's own of the product, its basket for the
 * goods as a whole, or the number that a person gave for all alike. Null for a product of which nothing says it.
 */
function factorFor(
  { factors }: Ledger,
  factor: Decimal | null,
  product: string | null,
  isAll: boolean,
): Decimal | null {
  const found = factors.find((one) => one.factor === factor);
  if (found === undefined) return null;
  if (found.basis === 'given' || isAll) return found.factor;
  const known = factors.flatMap(({ products }) => products).find((one) => one.product === product);
  if (known === undefined) return null;
  return found.basis === 'committee' ? known.factor : found.factor;
}

function inBarrels({ low, high }: Quantity, factor: Decimal | null): NonNullable<SumBeside['converted']> | null {
  if (factor === null) return null;
  const times = (tonnes: Decimal | null): Decimal | null => (tonnes === null ? null : multiplyDecimals(tonnes, factor));
  return { factor, low: times(low), high: times(high) };
}

/** The id of the goods that a noun names, in the vocabulary of the regime. */
function productTest({ regime }: Pick<TradeFiles, 'regime'>): (noun: string) => string | null {
  const { vocabulary } = compileRegime(regime);
  return (noun) => {
    const name = resolveGoods(vocabulary, { name: noun }).entry?.name;
    return regime.goods.find((one) => one.name === name)?.id ?? null;
  };
}

/** Whether a noun is of the goods of the cap, all of it. */
export function goodsTest(
  { regime }: Pick<TradeFiles, 'regime'>,
  provision: CapPeriod['provision'] & Pick<CapPeriod, 'cap'>,
): (noun: string) => boolean {
  const goods = provision.cap.goods ?? provision.goods;
  const scope = goods ? compileScope(goods) : null;
  const { vocabulary } = compileRegime(regime);
  return (noun) => scope !== null && matchWhole(scope, resolveGoods(vocabulary, { name: noun }));
}

/** Whether a noun of the goods of the cap is of all of them, as its Committee's page calls them: diesel is a part of refined petroleum. */
function wholeGoodsTest(
  files: TradeFiles,
  provision: CapPeriod['provision'] & Pick<CapPeriod, 'cap'>,
): (noun: string) => boolean {
  const { vocabulary } = compileRegime(files.regime);
  const isOfCap = goodsTest(files, provision);
  const entryOf = (name: string): string | undefined => resolveGoods(vocabulary, { name }).entry?.name;
  const wholes = files.terms.pages.flatMap(({ product, direction }) =>
    product !== undefined && direction === provision.direction && isOfCap(product) ? (entryOf(product) ?? []) : [],
  );
  return (noun) => wholes.length === 0 || wholes.includes(entryOf(noun) ?? '');
}

/** Days of which both ends are said. */
function daysOf(window: { readonly from: string | null; readonly to: string | null } | undefined): DaySpan | null {
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
