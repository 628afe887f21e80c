import type { Decimal } from '../../core/decimal.ts';
import type { Verdict } from '../../regime/model/assessment.ts';

/** What the rows of a source give for the period of a cap, in one unit of its limits. */
export type LedgerAmount = {
  readonly unit: string;
  readonly low: Decimal;
  readonly high: Decimal;
  /** A greater sum that the source itself states in one row, and that its other rows do not make up; null where it states none. */
  readonly stated: { readonly row: number; readonly low: Decimal; readonly high: Decimal } | null;
};

/** By what tonnes became barrels. `committee`: its own numbers for products that a row names; `given`: one number for all rows. */
export type LedgerFactor = {
  readonly factor: Decimal;
  readonly basis: 'committee' | 'convention' | 'given';
  readonly name: string;
  readonly source: string | null;
};

/** What a sum of calls in tracks of ships was reckoned from, and which calls are not in it. */
export type CalledShips = {
  readonly counted: number;
  /** How many of these reach beyond the period, so that nothing of them is in the low figure; left out for none. */
  readonly beyond?: number;
  /** Least and greatest share of a deadweight that was taken for cargo. */
  readonly shares: { readonly low: Decimal; readonly high: Decimal };
  /** Calls in the period that people judged and that do not count, each with the reason, in a sentence. */
  readonly notCounted: readonly string[];
  /** The tracks and the tables of ships that it rests on. */
  readonly documents: readonly string[];
};

/** The sum of one source for the period of a cap, under one factor. Nothing of another source is in it. */
export type LedgerSum = {
  /** The name of the file, or of figures that ship with the regime; `tracks:calls` for calls in tracks. */
  readonly source: string;
  /** The document that it is; null for figures that ship with the regime, and for calls in tracks. */
  readonly document: string | null;
  /** Hash of the file's bytes. */
  readonly sha256: string;
  /** Who stands behind the figures; null where the form does not say. */
  readonly authority: string | null;
  /** Null where no limit of the cap needs one. */
  readonly factor: LedgerFactor | null;
  readonly amounts: readonly LedgerAmount[];
  /** Rows are missing, unread or without a figure, or the source states a greater sum: there was at least as much. */
  readonly isLeast: boolean;
  /** Its rows are estimates, such as what ships could have carried: of what there was they say nothing for certain. */
  readonly isEstimate?: true;
  /** Present for calls in tracks. */
  readonly calls?: CalledShips;
};

/** The total of a cap's period that a person took from the ledger of one source, and what the others at hand gave then. */
export type TakenTotal = {
  readonly provision: string;
  readonly period: { readonly from: string; readonly to: string };
  /** As the sources stood on that day; null: all that they hold. */
  readonly asOf: string | null;
  /** Said by the person for forms that do not say which way goods go. */
  readonly flow: 'import' | 'export' | null;
  readonly taken: LedgerSum;
  readonly others: readonly LedgerSum[];
};

/** A sum, and what the cap's paragraph says of the activity if it is the total. */
export type SettledSum = LedgerSum & { readonly effect: Verdict };

/** The total on which a finding rests, as its act has it, and what became of its source since. */
export type FindingTotal = Omit<TakenTotal, 'taken' | 'others'> & {
  readonly taken: SettledSum;
  readonly others: readonly SettledSum[];
  /** What the source, or a later release of it, gives by now; null where that is the same or the source is gone. */
  readonly later: SettledSum | null;
  /** The source is not at hand any more. */
  readonly isGone: boolean;
};

/** What the source of each total gives by now, by the act that took it; null where it is not at hand, or is kept beside no such cap. */
export type TotalsNow = ReadonlyMap<string, LedgerSum | null>;
