import { multiplyDecimals } from '../../core/decimal.ts';
import type { RefusalCode } from '../errors.ts';
import type { MeasuredRange, Sayings, TradeRow } from '../model/row.ts';
import { type FigureReading, readFigure } from '../units/figure.ts';
import { inBaseUnit, type QuantityUnit } from '../units/quantity-unit.ts';

/** A quantity as it stands in a cell; with `shares`, so much of it at least and at most (deadweight and the cargo in it). */
export type DraftMeasure = {
  readonly text: string;
  readonly unit: QuantityUnit;
  readonly shares?: { readonly low: string; readonly high: string };
};

/** A row as a form reads it, its figures still as written: what point and comma mean is known when the file has been seen. */
export type RowDraft = Omit<
  TradeRow,
  'file' | 'row' | 'line' | 'form' | 'kind' | 'measures' | 'value' | 'hs' | 'sayings' | 'fingerprint'
> & {
  readonly measures: readonly DraftMeasure[];
  readonly value: { readonly text: string; readonly currency: string; readonly times?: string } | null;
  /** A weight of nought beside a value stands for one that is not known, as in customs statistics. */
  readonly noughtIsUnknown: boolean;
  /** Cells that state the fact: the fingerprint of a row that is kept. */
  readonly identity: readonly string[];
  /** Asked for only when the row is kept. */
  readonly sayings: (() => Sayings) | null;
  /** Rows of one key are one figure told in several rows, such as its weight and its value. */
  readonly joins: string | null;
  /** Why the row counts nowhere although its columns can be read. */
  readonly setAside?: RowSetAside;
};

export type RowSetAside = { readonly code: RefusalCode; readonly message: string };

/** A row that cannot be taken in, or the drafts that it gives: none for a line that only sums up others, several for a wide table. */
export type RowReading =
  | { readonly drafts: readonly RowDraft[] }
  | { readonly code: RefusalCode; readonly message: string };

/** The figures of a draft, read. */
export type SettledFigures =
  | { readonly measures: readonly MeasuredRange[]; readonly value: TradeRow['value'] }
  | { readonly code: RefusalCode; readonly message: string };

/** All texts of a draft that must be figures. */
export function figureTexts(draft: RowDraft): readonly string[] {
  // Asked of each of millions of rows: a loop is four times as fast as flatMap.
  const texts: string[] = [];
  for (const { text, shares } of draft.measures) {
    texts.push(text);
    if (shares) texts.push(shares.low, shares.high);
  }
  if (draft.value !== null) texts.push(draft.value.text);
  return texts;
}

export function settleFigures(draft: RowDraft, reading: FigureReading): SettledFigures {
  let value: TradeRow['value'] = null;
  if (draft.value !== null) {
    const figure = readFigure(draft.value.text, reading);
    if ('code' in figure) return figure;
    const amount = draft.value.times === undefined ? figure.value : multiplyDecimals(figure.value, draft.value.times);
    value = { low: amount, high: amount, currency: draft.value.currency };
  }
  const measures: MeasuredRange[] = [];
  for (const measure of draft.measures) {
    const figure = readFigure(measure.text, reading);
    if ('code' in figure) return figure;
    const base = inBaseUnit(figure.value, measure.unit);
    if (base === '0' && draft.noughtIsUnknown && value !== null && value.high !== '0') continue;
    if (measure.shares === undefined) measures.push({ unit: measure.unit.unit, low: base, high: base });
    else {
      const shares = readShares(measure.shares, reading);
      if ('code' in shares) return shares;
      measures.push({
        unit: measure.unit.unit,
        low: multiplyDecimals(base, shares.low),
        high: multiplyDecimals(base, shares.high),
      });
    }
  }
  return { measures, value };
}

function readShares(
  { low, high }: { readonly low: string; readonly high: string },
  reading: FigureReading,
): { readonly low: string; readonly high: string } | { readonly code: RefusalCode; readonly message: string } {
  const [from, to] = [readShare(low, reading), readShare(high, reading)];
  if ('code' in from) return from;
  if ('code' in to) return to;
  if (Number(from.value) <= Number(to.value) && Number(to.value) <= 1) return { low: from.value, high: to.value };
  return {
    code: 'number-unreadable',
    message: `the shares ${low} and ${high} must lie between 0 and 1, the lower one first`,
  };
}

/** `0.9` or `90 %`. */
function readShare(text: string, reading: FigureReading): ReturnType<typeof readFigure> {
  const percent = /^(.*?)\s*%$/.exec(text.trim());
  const figure = readFigure(percent?.[1] ?? text, reading);
  return percent && 'value' in figure ? { value: multiplyDecimals(figure.value, '0.01') } : figure;
}
