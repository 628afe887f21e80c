import { type Decimal, divideDecimals, formatDecimal, multiplyDecimals, toDecimal } from '../../core/decimal.ts';
import { invalid } from '../errors.ts';
import { suggestWord } from '../files/nearest.ts';
import { type Period, parsePeriod } from './period.ts';
import type { Words } from './words.ts';

/** A figure in a unit that the caps use. */
export type Measure = { readonly value: Decimal; readonly unit: string };

/** A total of a cap's period. */
export type Total = Measure & { readonly period: Period | null; readonly labelled: boolean };

/** `600,000 barrels`, `1 tonne`, `53,495,894 USD`: units in capitals have no plural. */
export function amountInWords({ value, unit }: Measure): string {
  const word = value === '1' || unit === unit.toUpperCase() ? unit : `${unit}s`;
  return `${formatDecimal(value)} ${word}`;
}

const NO_TOTALS: readonly never[] = [];

/** @throws RegimeError `activity-invalid` */
export function totalsOf(value: unknown, words: Words): readonly Total[] {
  if (value === undefined || value === null) return NO_TOTALS;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
  return rows.map((row) => {
    const amount = measureOf(row, 'periodTotal', words);
    if (!amount) throw invalid('periodTotal must be {"value", "unit", "period"}');
    const given = (row as { period?: unknown }).period;
    const label = typeof given === 'number' ? String(given) : (given ?? null);
    if (label === null || label === '') return { ...amount, period: null, labelled: false };
    if (typeof label !== 'string') throw invalid('periodTotal.period must be text');
    const period = parsePeriod(label);
    if (period === undefined)
      throw invalid(
        `periodTotal.period "${label.slice(0, 40)}" is not understood; write a year (2018), a quarter (2017-Q4), a month (2017-11) or an interval, the first day first (2017-10-01/2017-12-31)`,
      );
    return { ...amount, period, labelled: !label.includes('/') };
  });
}

/** @throws RegimeError `activity-invalid` */
export function measureOf(value: unknown, field: string, words: Words): Measure | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') throw invalid(`${field} must be {"value", "unit"}`);
  const { value: number, unit } = value as { value?: unknown; unit?: unknown };
  const digits = readNumber(number, field);
  if (typeof unit !== 'string' || unit.trim() === '')
    throw invalid(`${field}.unit is missing; write one of ${words.unitNames.join(', ')}`);
  const written = unit.trim();
  const form = words.units.get(written) ?? words.units.get(written.toLowerCase());
  if (form === undefined)
    throw invalid(
      `${field}.unit "${unit.slice(0, 20)}" is not known${suggestWord(written, words.units.keys())}; write one of ${words.unitNames.join(', ')}`,
    );
  if (form.times !== null) return { value: multiplyDecimals(digits, form.times), unit: form.unit };
  if (form.dividedBy !== null) return { value: divideDecimals(digits, form.dividedBy), unit: form.unit };
  return { value: digits, unit: form.unit };
}

/** Commas, blanks and apostrophes part groups of three digits; the fraction follows a point. */
const GROUPED = /^\d{1,3}([, '\u00a0\u2009\u202f\u2019])\d{3}(\1\d{3})*(\.\d{1,20})?$/;

function readNumber(value: unknown, field: string): Decimal {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return toDecimal(value);
  if (typeof value === 'string') {
    const text = value.trim();
    if (/^[1-9]\d{0,39}$/.test(text)) return text;
    // "600.000" is six hundred thousand in half of the world and six hundred in the other.
    if (/^[1-9]\d{0,2}\.000$/.test(text))
      throw invalid(
        `${field}.value "${text}" can be read two ways; write ${text.replace('.', '')} or ${text.slice(0, text.indexOf('.'))}`,
      );
    if (/^\d{1,40}(\.\d{1,20})?$/.test(text)) return toDecimal(text);
    if (text.length <= 60 && GROUPED.test(text)) return toDecimal(text.replace(/[^\d.]/g, ''));
  }
  const given = typeof value === 'string' || typeof value === 'number' ? ` "${String(value).slice(0, 30)}"` : '';
  throw invalid(
    `${field}.value${given} must be a number that is not negative, written in digits, such as 600000, 600,000 or 0.5`,
  );
}
