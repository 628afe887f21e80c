import { type Decimal, divideDecimals, multiplyDecimals } from '../../core/decimal.ts';
import { readTable } from '../model/code-table.ts';

/** A unit of a source, counted in a base unit by an exact factor. */
export type QuantityUnit = {
  readonly unit: string;
  readonly times: Decimal | null;
  readonly dividedBy: Decimal | null;
};

let known: ReadonlyMap<string, QuantityUnit> | undefined;

function units(): ReadonlyMap<string, QuantityUnit> {
  known ??= new Map(
    readTable('trade/units/quantity-units.tsv', [
      'system',
      'code',
      'unit',
      'times',
      'dividedBy',
      'evidence',
      'source',
    ]).map((row) => [
      `${row.system}\t${row.code.toLowerCase()}`,
      { unit: row.unit, times: row.times || null, dividedBy: row.dividedBy || null },
    ]),
  );
  return known;
}

/** The unit by a code of one system, or by a word (`system` "word"); undefined when it is not in the table. */
export function quantityUnitOf(system: string, code: string): QuantityUnit | undefined {
  return units().get(`${system}\t${code.trim().toLowerCase()}`);
}

/** A figure in its base unit, exactly as far as division ends. */
export function inBaseUnit(value: Decimal, { times, dividedBy }: QuantityUnit): Decimal {
  if (dividedBy !== null) return divideDecimals(times === null ? value : multiplyDecimals(value, times), dividedBy);
  return times === null || times === '1' ? value : multiplyDecimals(value, times);
}
