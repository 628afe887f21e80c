import { z } from 'zod';
import { COLUMN_ROLES, type ColumnRole } from '../../../claims/tables/column-role.ts';
import type { CapBandsInput } from '../../../figures/cap-bands.ts';
import type { DumbbellsInput } from '../../../figures/dumbbells.ts';
import type { GoodsMatrixInput } from '../../../figures/goods-matrix.ts';
import type { Ledger } from '../../../trade/ledger/ledger.ts';
import { CALL_EXCLUSIONS, type TankerCall } from '../../derivation/trade/tanker-call.ts';
import type { StatedFigure } from '../../trade/stated-figures.ts';
import { list, maybeText, optional, text, texts } from './shape.ts';

const range = z.object({ low: text, high: text });
export const span = z.object({ from: text, to: text });
export const limit = z.object({ unit: text, value: text });
const ints = list(z.int());

export const refusalWords = {
  code: z.enum([
    'number-unreadable',
    'number-ambiguous',
    'period-unreadable',
    'quantity-negative',
    'partner-unreadable',
    'flow-missing',
    'columns-missing',
    'row-withdrawn',
    'row-not-supplied',
    'remark-unclear',
  ]),
  message: text,
};

const refusal = z.object({ row: z.int(), ...refusalWords });
const sourceKind = z.enum(['notified', 'customs', 'estimate', 'commercial']);

export const tradeSource = z.object({
  /** `notified:petroleum` for figures that ship with the regime, `tracks:calls` for calls in tracks, or the document's id. */
  id: text,
  /** How ledgers name it. */
  name: text,
  /** What it is called where people read. */
  label: text,
  /** Where its figures come from: the regime's own files, a document, or tracks of ships. */
  origin: z.enum(['regime', 'document', 'tracks']),
  document: maybeText,
  /** What ships with the program and says the same, row by row: it stands for both beside a cap. */
  copyOf: maybeText,
  form: text,
  formWords: text,
  kind: sourceKind.nullable(),
  /** What its figures are called. */
  kindWords: maybeText,
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  /** First and last day of its rows; null where none was taken in. */
  covers: span.nullable(),
  /** First and last day on which its rows were said; null where they do not say. */
  asOf: span.nullable(),
});
export type TradeSource = z.infer<typeof tradeSource>;

/** A table of a document whose columns no form knows, or whose columns people named. */
export const unknownTable = z.object({
  document: text,
  file: text,
  /** From 1, in the document. */
  table: z.int(),
  title: text,
  rows: z.int(),
  columns: list(
    z.object({
      heading: text,
      /** Cells of the first rows. */
      samples: texts,
      role: z.enum(COLUMN_ROLES).nullable(),
      unit: text,
      /** Another column has the same heading, so that neither can be named. */
      doubled: z.boolean(),
    }),
  ),
  named: z.boolean(),
  /** Why no row of it is a figure; null where rows were read. */
  reason: maybeText,
});
export type UnknownTable = z.infer<typeof unknownTable>;
export type { ColumnRole };

export const capBands = z.object({
  title: text,
  from: text,
  to: text,
  limit: text,
  unit: text,
  percents: list(z.number()),
  panels: list(
    z.object({
      heading: text,
      bands: list(
        z.object({
          source: text,
          atLeast: z.boolean(),
          steps: list(z.object({ period: text, to: text, low: text, high: text, rows: ints })),
          gaps: list(z.object({ period: text, to: text })),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<CapBandsInput>;

const elsewhere = z.object({ goods: z.int(), partners: z.int(), flows: z.int(), periods: z.int() });
const factor = maybeText;
const evidence = z.enum(['seen', 'recalled']);

export const tradeLedger = z.object({
  provision: text,
  period: span,
  limits: list(limit),
  factors: list(
    z.object({
      factor: text,
      basis: z.enum(['committee', 'convention', 'given']),
      name: text,
      source: maybeText,
      evidence: evidence.nullable(),
      products: list(z.object({ product: text, factor: text, name: text, source: text, evidence })),
    }),
  ),
  asOf: maybeText,
  sources: list(z.object({ file: text, sha256: text, form: maybeText, counted: z.int(), undated: z.int(), elsewhere })),
  totals: list(
    z.object({
      source: text,
      unit: text,
      factor,
      low: text,
      high: text,
      share: range,
      atLeast: optional(z.literal(true)),
    }),
  ),
  thresholds: list(
    z.object({
      source: text,
      percent: z.number(),
      means: z.enum(['alert', 'stop', 'limit']).nullable(),
      unit: text,
      factor,
      earliest: maybeText,
      latest: maybeText,
    }),
  ),
  first: list(z.object({ source: text, percent: z.number(), factor, earliest: maybeText, units: texts })),
  excluded: list(
    z.object({
      file: text,
      row: z.int(),
      reason: z.enum([
        'duplicate',
        'superseded',
        'covered-by-aggregate',
        'breakdown',
        'quantity-missing',
        'quantity-negative',
        'control-sum',
      ]),
      by: optional(z.int()),
    }),
  ),
  refused: list(refusal.extend({ file: text })),
  gaps: list(z.object({ source: text, reporter: text, period: text })),
  checks: list(
    z.object({
      source: text,
      row: z.int(),
      supplier: text,
      period: text,
      asOf: maybeText,
      unit: text,
      factor,
      stated: range,
      parts: range.nullable(),
      difference: range.nullable(),
      isGreater: z.boolean(),
      reaches: list(z.number()),
    }),
  ),
  steps: list(
    z.object({
      source: text,
      unit: text,
      factor,
      period: text,
      to: text,
      added: range,
      sum: range,
      rows: ints,
    }),
  ),
}) satisfies z.ZodType<Ledger>;
export type TradeLedger = z.infer<typeof tradeLedger>;

/** A figure that a claim states for days of the period, beside the ledgers of those days and suppliers; never merged with them. */
export const statedFigure = z.object({
  claim: text,
  document: text,
  start: z.int(),
  end: z.int(),
  claimant: text,
  raw: text,
  unit: text,
  provision: text,
  window: span,
  /** What the claimant counts, where the claim says so. */
  kind: sourceKind.nullable(),
  suppliers: texts,
  beside: list(
    z.object({
      source: text,
      kind: sourceKind.nullable(),
      /** Barrels a tonne; null where the rows state the unit. */
      factor,
      low: text,
      high: text,
      atLeast: optional(z.literal(true)),
      /** The source itself states more for a longer period than these rows for parts of it. */
      statesMore: optional(z.literal(true)),
      /** First and last day on which its rows were said. */
      asOf: span.nullable(),
      rows: ints,
      /** The stated figure in barrels, where it was stated in tonnes: by how many barrels a tonne. */
      converted: optional(z.object({ factor: text, low: maybeText, high: maybeText })),
      /** How the stated figure stands to the sum; none of it says that either is wrong. */
      says: z.enum(['more', 'less', 'overlaps', 'open']),
      /** What is not known to be the same. */
      unknown: list(z.enum(['goods', 'kind', 'factor', 'as-of', 'place', 'supplier'])),
    }),
  ),
}) satisfies z.ZodType<StatedFigure>;

export const dumbbells = z.object({
  title: text,
  unit: text,
  factor,
  sources: texts,
  months: list(
    z.object({
      month: text,
      figures: list(z.object({ source: text, low: text, high: text, rows: ints })),
      index: z.number(),
    }),
  ),
}) satisfies z.ZodType<DumbbellsInput>;
export type TradePairs = z.infer<typeof dumbbells>;
const goodsStatus = z.enum(['prohibited', 'capped', 'approval-required', 'undetermined']);

export const screenedRow = z.object({
  source: text,
  row: z.int(),
  period: text,
  reporter: maybeText,
  from: maybeText,
  to: maybeText,
  code: maybeText,
  goods: maybeText,
  /** Quantities and value as they were read. */
  figures: texts,
  status: goodsStatus,
  provisions: list(z.object({ provision: text, effect: text })),
  missing: texts,
  marks: list(z.object({ mark: text, level: maybeText, reasons: texts })),
});
export type TradeScreenedRow = z.infer<typeof screenedRow>;

export const matrix = z.object({
  title: text,
  codes: list(z.object({ code: text, words: text })),
  months: texts,
  cells: list(z.object({ code: text, month: text, status: goodsStatus, figure: text, marks: texts, rows: texts })),
}) satisfies z.ZodType<GoodsMatrixInput>;

/** A call at a port of the State as tracks show it, counted or with the reason why not. */
export const tradeCall = z.object({
  event: text,
  ship: text,
  name: maybeText,
  imo: maybeText,
  port: text,
  from: text,
  to: text,
  /** Of the source that the calls are; null for one that does not count. */
  row: z.int().nullable(),
  deadweight: maybeText,
  load: range.nullable(),
  excluded: z.enum(CALL_EXCLUSIONS).nullable(),
  /** The tracks that show it, and the tables that speak of the ship. */
  documents: texts,
  /** All of it in a sentence. */
  says: text,
}) satisfies z.ZodType<TankerCall>;
