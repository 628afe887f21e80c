import type { Decimal } from '../../core/decimal.ts';
import type { CapBandsInput } from '../../figures/cap-bands.ts';
import type { DumbbellsInput } from '../../figures/dumbbells.ts';
import type { GoodsMatrixInput } from '../../figures/goods-matrix.ts';

type Range = { readonly low: Decimal; readonly high: Decimal };

/** A figure that a claim states, beside the sums of sources for the same goods, days and suppliers. Nothing says that either is wrong. */
export type ReportStated = {
  readonly claim: string;
  readonly raw: string;
  readonly unit: string;
  readonly provision: string;
  readonly window: { readonly from: string; readonly to: string };
  /** What the claimant counts, where the claim says so. */
  readonly kind: 'notified' | 'customs' | 'estimate' | 'commercial' | null;
  /** Names of States, joined. */
  readonly suppliers: string;
  readonly beside: readonly (Range & {
    readonly source: string;
    /** Figures that ship with the program, a document, or tracks of ships among the documents. */
    readonly origin: 'regime' | 'document' | 'tracks';
    readonly document: string | null;
    readonly factor: Decimal | null;
    readonly atLeast: boolean;
    readonly asOf: { readonly from: string; readonly to: string } | null;
    readonly rows: readonly number[];
    readonly statesMore?: true;
    /** The stated figure in barrels, where it was stated in tonnes: by how many barrels a tonne. */
    readonly converted?: { readonly factor: Decimal; readonly low: Decimal | null; readonly high: Decimal | null };
    readonly says: 'more' | 'less' | 'overlaps' | 'open';
    /** What is not known to be the same. */
    readonly unknown: readonly ('goods' | 'kind' | 'factor' | 'as-of' | 'place' | 'supplier')[];
  })[];
};

/** Files of trade figures among the documents, beside the caps and bans of their days. Sources are never added together. */
export type ReportTrade = {
  readonly sources: readonly {
    readonly name: string;
    readonly document: string;
    readonly form: string;
    /** What people call the form. */
    readonly formWords?: string;
    readonly rows: number;
    readonly accepted: number;
    readonly refused: number;
    /** The first rows that were not taken in, and why. */
    readonly refusals?: readonly { readonly row: number; readonly message: string }[];
  }[];
  /** Calls at ports that people judged, in sentences, with the rows of the ledger's source that count; left out where there is none. */
  readonly calls?: readonly {
    readonly row: number | null;
    readonly from: string;
    readonly to: string;
    readonly says: string;
  }[];
  readonly caps: readonly ReportLedger[];
  /** Left out where no claim states a figure that a ledger at hand is of. */
  readonly stated?: readonly ReportStated[];
  /** By year, the first ones first. */
  readonly goods: readonly ReportGoods[];
};

/** The ledgers of the sources for one period of a cap. */
export type ReportLedger = {
  readonly provision: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly factors: readonly { readonly factor: Decimal; readonly name: string; readonly source: string | null }[];
  /** Sources with rows that name no goods and are taken as goods of this cap. */
  readonly unnamed: readonly string[];
  /** What the picture of each limit is drawn from: a panel a factor, and the rows behind every point. */
  readonly pictures: readonly CapBandsInput[];
  /** Months for which several sources give a figure; left out where there is none. */
  readonly pairs?: readonly DumbbellsInput[];
  /** Totals that a source states itself and that are more than its rows for parts of them; left out where there is none. */
  readonly statedTotals?: readonly {
    readonly source: string;
    readonly row: number;
    readonly supplier: string;
    readonly period: string;
    readonly asOf: string | null;
    readonly unit: string;
    readonly factor: Decimal | null;
    readonly stated: Range;
    /** Null where no row lies inside it. */
    readonly parts: Range | null;
    /** Shares of the limit that it alone reaches, the greatest last. */
    readonly reaches: readonly number[];
  }[];
  readonly totals: readonly (Range & {
    readonly source: string;
    readonly unit: string;
    readonly factor: Decimal | null;
    /** Per cent of the limit. */
    readonly share: Range;
    readonly atLeast: boolean;
    /** The first period at or above each share of the limit, by the high figures and by the low ones. */
    readonly passed: readonly {
      readonly percent: number;
      readonly means: 'alert' | 'stop' | 'limit' | null;
      readonly earliest: string | null;
      readonly latest: string | null;
    }[];
  })[];
};

/** Rows that a ban or a cap touched in a year, and the same as pictures of codes and months. */
export type ReportGoods = {
  readonly year: string;
  readonly matrices: readonly GoodsMatrixInput[];
  /** Rows of longer periods than a month stand in no picture. */
  readonly longer: number;
  readonly rows: readonly {
    readonly source: string;
    readonly row: number;
    readonly period: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly code: string | null;
    readonly goods: string | null;
    readonly figures: readonly string[];
    readonly status: string;
    readonly provisions: readonly { readonly provision: string; readonly effect: string }[];
    readonly missing: readonly string[];
    readonly marks: readonly {
      readonly mark: string;
      readonly level: string | null;
      readonly reasons: readonly string[];
    }[];
  }[];
};
