import { compareDecimals, type Decimal, divideDecimals, multiplyDecimals, toDecimal } from '../../core/decimal.ts';
import type { Cap } from '../../regime/model/regime.ts';
import { TradeError } from '../errors.ts';
import type { Range, TradeRow } from '../model/row.ts';

/** A factor between tonnes and barrels for one product. */
export type ProductFactor = {
  readonly product: string;
  readonly factor: Decimal;
  readonly name: string;
  readonly source: string;
  readonly evidence: 'seen' | 'recalled';
};

/**
 * One way to turn tonnes into the cap's barrels: a number, and with the Committee's way its own numbers for the products that rows name.
 * `factor` is how answers call it.
 */
export type Factor = {
  readonly factor: Decimal;
  readonly basis: 'committee' | 'convention' | 'given';
  readonly name: string;
  readonly source: string | null;
  readonly evidence: 'seen' | 'recalled' | null;
  readonly products: readonly ProductFactor[];
};

/**
 * The factors that a ledger is kept under: those that the user gives, each for all rows alike, or else those of the paragraph.
 * @throws TradeError `factor-invalid`
 */
export function factorsOf(cap: Cap, given: readonly string[]): readonly Factor[] {
  if (given.length > 0) return uniqueFactors(given.map((text) => givenFactor(cap, text)));
  const products = cap.conversions.flatMap(({ product, factor, name, source, evidence }) =>
    product === undefined ? [] : [{ product, factor, name, source, evidence }],
  );
  return cap.conversions
    .filter((row) => row.product === undefined)
    .map(({ factor, basis, name, source, evidence }) => ({
      factor,
      basis,
      name,
      source,
      evidence,
      products: basis === 'committee' ? products : [],
    }));
}

function givenFactor(cap: Cap, text: string): Factor {
  if (!/^\d{1,3}(\.\d{1,12})?$/.test(text.trim()) || compareDecimals(toDecimal(text), '0') <= 0)
    throw new TradeError(
      'factor-invalid',
      `"${text.slice(0, 20)}" is no factor; write how many barrels a tonne has, such as 7.5`,
    );
  const factor = toDecimal(text);
  const known = cap.conversions.find((row) => row.factor === factor);
  return {
    factor,
    basis: 'given',
    name: known?.name ?? `${factor} barrels a tonne, as given`,
    source: known?.source ?? null,
    evidence: known?.evidence ?? null,
    products: [],
  };
}

function uniqueFactors(factors: readonly Factor[]): readonly Factor[] {
  return factors.filter((factor, at) => factors.findIndex((one) => one.factor === factor.factor) === at);
}

/**
 * What a row says in a unit of the cap; null where it says nothing in it. Barrels that the source states are used as they stand under
 * every factor, volumes are exact, and only a row that gives a weight alone is multiplied: by its product's factor where it names one.
 */
export function amountOf(row: TradeRow, unit: string, factor: Factor | null, product: string | null): Range | null {
  if (/^[A-Z]{3}$/.test(unit))
    return row.value?.currency === unit ? { low: row.value.low, high: row.value.high } : null;
  const stated = row.measures.find((measure) => measure.unit === unit);
  if (stated !== undefined) return { low: stated.low, high: stated.high };
  if (factor === null) return null;
  const number = factor.products.find((one) => one.product === product)?.factor ?? factor.factor;
  const other = row.measures.find((measure) => measure.unit === (unit === 'barrel' ? 'tonne' : 'barrel'));
  if (other === undefined) return null;
  if (unit === 'barrel')
    return { low: multiplyDecimals(other.low, number), high: multiplyDecimals(other.high, number) };
  if (unit === 'tonne') return { low: divideDecimals(other.low, number), high: divideDecimals(other.high, number) };
  return null;
}
