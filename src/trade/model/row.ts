import type { Decimal } from '../../core/decimal.ts';
import type { ReportedPeriod } from './reported-period.ts';

/** From least to most, both included; equal where the source gives one figure. */
export type Range = { readonly low: Decimal; readonly high: Decimal };

/** A quantity in a base unit: `tonne`, `barrel`, `item`, or the source's own word for another (`metre`). */
export type MeasuredRange = Range & { readonly unit: string };

export type Flow = 'import' | 'export';

/** What kind of source a form is: figures of different kinds are set side by side and never added. */
export type TradeSourceKind = 'notified' | 'customs' | 'estimate' | 'commercial';

/**
 * What singles a row out within a total of the same flow, goods and period; null where the row is the total itself or the
 * form knows no such part. A row with a part beside the row without it is a breakdown of that one.
 */
export type Parts = {
  /** Re-exports, domestic exports, processing: parts of exports or imports. */
  readonly flow: string | null;
  readonly procedure: string | null;
  readonly transport: string | null;
  readonly partner2: string | null;
};

/** What a row itself says of a place, beside its code: names that should agree with it, ports and addresses. */
export type Sayings = {
  /** Countries that the row's own fields give for its partner, where they can be read: code, ISO letters, name. */
  readonly partners: readonly { readonly field: string; readonly text: string; readonly country: string }[];
  /** Ports and addresses on the partner's side. */
  readonly places: readonly { readonly field: string; readonly text: string }[];
};

/** One figure of a source: a flow of goods between two States in a period. */
export type TradeRow = {
  readonly file: string;
  /** Counts data rows from 1. */
  readonly row: number;
  /** Line of the file, from 1, on which the row begins. */
  readonly line: number;
  readonly form: string;
  readonly kind: TradeSourceKind;
  /** Who reports, as two letters (ISO 3166-1); the source's own code for an area, several States joined by "+". */
  readonly reporter: string | null;
  readonly partner: string | null;
  readonly flow: Flow;
  /** The goods go from here. */
  readonly from: string | null;
  readonly to: string | null;
  readonly period: ReportedPeriod;
  /** Digits of the code as declared, national digits included; null where the code is none of the Harmonized System. */
  readonly hs: string | null;
  /** The code as it stands in the file. */
  readonly code: string | null;
  /** `HS2017`; null where the source does not say. */
  readonly edition: string | null;
  /** The goods by name; in a form of one product, that product where the row names none. */
  readonly product: string | null;
  /** The row named its product itself. */
  readonly productNamed: boolean;
  readonly measures: readonly MeasuredRange[];
  readonly value: (Range & { readonly currency: string }) | null;
  /** The source itself filled the quantity in. */
  readonly estimated: boolean;
  /** The day on which the source said so. */
  readonly asOf: string | null;
  /** Number of the master bill of lading, under which the house bills of one cargo stand. */
  readonly cargo: string | null;
  readonly parts: Parts;
  readonly sayings: Sayings;
  /** All fields that state the fact, for telling a row that stands twice. */
  readonly fingerprint: string;
};

export const NO_PARTS: Parts = Object.freeze({ flow: null, procedure: null, transport: null, partner2: null });
export const NO_SAYINGS: Sayings = Object.freeze({ partners: Object.freeze([]), places: Object.freeze([]) });

/** Whether the goods of a row move between the State and another. */
export function touches(row: Pick<TradeRow, 'from' | 'to'>, state: string): boolean {
  return row.from === state || row.to === state;
}

/** The other side of a row: who supplies the State, or buys from it. */
export function counterpartOf(row: Pick<TradeRow, 'from' | 'to'>, state: string): string | null {
  return row.from === state ? row.to : row.from;
}

/** Whether a source says that nothing moved: every figure that it gives is nought. */
export function isNought({ measures, value }: Pick<TradeRow, 'measures' | 'value'>): boolean {
  const figures = value === null ? measures : [...measures, value];
  return figures.length > 0 && figures.every((figure) => figure.high === '0');
}

/** What a file has of the State that the target is confused with, in short: a file of the world has a million such rows. */
export type SouthSeries = {
  readonly file: string;
  /** `series month`: each month that a series has. */
  readonly months: ReadonlySet<string>;
  /** Rows by what they say, for the first of them. */
  readonly figures: ReadonlyMap<string, number>;
};

type SeriesFacts = Pick<TradeRow, 'reporter' | 'flow' | 'hs'>;

/** Reporter, flow and subheading: what makes a series of months. */
export function seriesOf({ reporter, flow, hs }: SeriesFacts): string {
  return `${reporter} ${flow} ${hs?.slice(0, 6)}`;
}

/** A month of a series, as `SouthSeries` has it. */
export function monthOfSeries(series: string, month: string): string {
  return `${series} ${month}`;
}

/** The month of a row; null for a longer period. */
export function monthOf({ period }: Pick<TradeRow, 'period'>): string | null {
  const month = period.from.slice(0, 7);
  return month === period.to.slice(0, 7) ? month : null;
}

/** What a row says, for telling the same figure in another file; null where it gives no value. */
export function figureOf(row: SeriesFacts & Pick<TradeRow, 'period' | 'value' | 'measures'>): string | null {
  if (row.value === null || row.value.high === '0') return null;
  const weight = row.measures.find(({ unit }) => unit === 'tonne')?.high;
  return `${seriesOf(row)} ${row.period.label} ${row.value.high} ${row.value.currency} ${weight}`;
}
