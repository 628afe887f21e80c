import type { Decimal } from '../../core/decimal.ts';

/** An amount in a unit: `barrel`, `tonne`, `USD`, `item`. */
export type Amount = { readonly value: Decimal; readonly unit: string };

export type PeriodTotal = Amount & { readonly period: string };

/** What was done, when, by and to whom: the question put to the regime. Null and missing mean the same: not known or not so. */
export type Activity = {
  readonly date: string;
  readonly act: string;
  readonly goods?: {
    readonly hs?: string | null;
    readonly edition?: string | null;
    readonly name?: string | null;
  } | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly origin?: string | null;
  readonly via?: readonly string[] | null;
  readonly quantity?: Amount | null;
  /**
   * The total of the cap's period including this activity; `period` is a year, a quarter or an ISO interval. A cap with
   * two limits ("whichever is lower") is tested in full by two totals, one in each unit.
   */
  readonly periodTotal?: PeriodTotal | readonly PeriodTotal[] | null;
  readonly contractDate?: string | null;
  readonly parties?: readonly string[] | null;
  readonly circumstances?: readonly string[] | null;
};

/** A party as the engine sees it: an id on a list, from when to when, and the paragraphs it was listed under. */
export type Designation = {
  readonly id: string;
  readonly listedFrom: string;
  readonly listedTo: string | null;
  readonly basis: readonly string[];
};
