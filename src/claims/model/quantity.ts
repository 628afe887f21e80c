import type { Decimal } from '../../core/decimal.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Basis } from './basis.ts';

export const QUALIFIERS = [
  'exactly',
  'about',
  'at-least',
  'more-than',
  'at-most',
  'fewer-than',
  'between',
  'up-to',
  'some',
] as const;

/** The hedge of a figure. `about` is ±20 % by the default convention; `some` has no bounds ("hundreds"). */
export type Qualifier = (typeof QUALIFIERS)[number];

/**
 * What kind of figure it is. Only a `count` (of things done in a window) and a `running-total` (of things done up to `asOf`)
 * are of things done; a `stock` is held at `asOf`; a capacity, limit or plan is no event.
 */
export const NATURES = ['count', 'running-total', 'rate', 'stock', 'capacity', 'limit', 'plan', 'change'] as const;
export type Nature = (typeof NATURES)[number];

/** Parts of a figure that carry a basis. */
export const QUANTITY_PARTS = ['counts', 'of', 'event', 'window', 'asOf'] as const;
export type QuantityPart = (typeof QUANTITY_PARTS)[number];

/** `kind` and `authority` say which series; `asOf` is null where the series does not say its day. */
export type FigureSeries = { readonly kind: string; readonly authority: string; readonly asOf: string | null };

/**
 * How many, of what. `raw` is the source's own phrase and is authoritative; `low` and `high` are derived from it,
 * inclusive unless `lowOpen` or `highOpen`, null when without a bound.
 */
export type Quantity = {
  /** Singular lower-case noun phrase of what is counted (`attack`, `artillery shell`), an ISO 4217 code, or `percent`. */
  readonly counts: string;
  /** How it is measured, when that differs from what is counted (coal / `tonne`). */
  readonly unit?: string;
  readonly qualifier: Qualifier;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
  readonly raw: string;
  readonly window?: DateInterval;
  /** What a percentage is of, what money is for, or of which kind or part the things are. */
  readonly of?: string;
  /** What happened to the things counted: a predicate of the vocabulary, else the lemma of the event's head. */
  readonly event?: string;
  readonly nature?: Nature;
  /** The day up to which a running total or a stock holds. */
  readonly asOf?: string;
  readonly basis?: { readonly [part in QuantityPart]?: Basis };
  /** Id of the convention by which the bounds were derived (`about-20-percent`). */
  readonly convention?: string;
  /**
   * The series of figures that it is a figure of, where it comes out of one: what kind of figures, whose they are, and the day on which
   * they were said. Figures of two series, or of one on two days, are not of one thing, whatever their words.
   */
  readonly series?: FigureSeries;
  /** Quantities that share a value here are alternatives ("A or B"), not two facts. */
  readonly alternative?: string;
};
