import type { RefusalCode } from '../errors.ts';
import type { ReportedPeriod } from '../model/reported-period.ts';
import { type Flow, NO_PARTS, type Parts, type Sayings } from '../model/row.ts';
import { type QuantityUnit, quantityUnitOf } from '../units/quantity-unit.ts';
import type { DraftMeasure, RowDraft } from './draft.ts';

/** What a customs form knows of a row. */
export type CustomsRow = {
  readonly reporter: string | null;
  readonly partner: string | null;
  readonly flow: Flow;
  readonly period: ReportedPeriod;
  readonly code: string;
  readonly product?: string;
  readonly edition?: string | null;
  readonly measures: readonly DraftMeasure[];
  readonly value: RowDraft['value'];
  readonly estimated?: boolean;
  readonly parts?: Parts;
  readonly sayings?: () => Sayings;
  readonly joins?: string | null;
  readonly cells: readonly string[];
};

/** A draft of a customs row: the goods go from the exporter to the importer, and the code says what they are. */
export function customsDraft(row: CustomsRow): RowDraft {
  return {
    reporter: row.reporter,
    partner: row.partner,
    flow: row.flow,
    from: row.flow === 'export' ? row.reporter : row.partner,
    to: row.flow === 'export' ? row.partner : row.reporter,
    period: row.period,
    code: row.code,
    edition: row.edition ?? null,
    product: row.product || null,
    productNamed: false,
    measures: row.measures,
    value: row.value,
    estimated: row.estimated ?? false,
    asOf: null,
    cargo: null,
    parts: row.parts ?? NO_PARTS,
    sayings: row.sayings ?? null,
    identity: row.cells,
    noughtIsUnknown: true,
    joins: row.joins ?? null,
  };
}

/** A quantity by its unit's code or word; none where the cell is empty or the unit is not known. */
export function measureOf(text: string, system: string, unit: string): readonly DraftMeasure[] {
  if (text === '') return [];
  const known = quantityUnitOf(system, unit);
  return known === undefined || known.unit === 'none' ? [] : [{ text, unit: known }];
}

const KILOGRAM: QuantityUnit = { unit: 'tonne', times: '0.001', dividedBy: null };
const TONNE: QuantityUnit = { unit: 'tonne', times: '1', dividedBy: null };
const HUNDRED_KILOGRAMS: QuantityUnit = { unit: 'tonne', times: '0.1', dividedBy: null };
export const WEIGHTS = Object.freeze({ kilogram: KILOGRAM, tonne: TONNE, hundredKilograms: HUNDRED_KILOGRAMS });

export function weightOf(text: string, unit: QuantityUnit): readonly DraftMeasure[] {
  return text === '' ? [] : [{ text, unit }];
}

export function moneyOf(text: string, currency: string, times?: string): RowDraft['value'] {
  return text === '' ? null : { text, currency, ...(times === undefined ? {} : { times }) };
}

export function refusal(code: RefusalCode, message: string): { readonly code: RefusalCode; readonly message: string } {
  return { code, message };
}

export function periodRefusal(text: string): { readonly code: RefusalCode; readonly message: string } {
  return refusal(
    'period-unreadable',
    text === ''
      ? 'the period is empty; write a year (2019), a month (2019-03), a day or an interval (2019-01/2019-05)'
      : `"${text.slice(0, 40)}" is no period; write a year (2019), a month (2019-03), a day or an interval (2019-01/2019-05)`,
  );
}

export function partnerRefusal(what: string, text: string): { readonly code: RefusalCode; readonly message: string } {
  return refusal(
    'partner-unreadable',
    text === ''
      ? `the ${what} is empty; write the State's two letters or its name`
      : `"${text.slice(0, 40)}" is not known as a State; write its two letters (ISO 3166-1), such as CN`,
  );
}

export function flowRefusal(message: string): { readonly code: RefusalCode; readonly message: string } {
  return refusal('flow-missing', message);
}
