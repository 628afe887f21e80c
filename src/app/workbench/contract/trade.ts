import { z } from 'zod';
import { COLUMN_ROLES, type ColumnRole } from '../../../claims/tables/column-role.ts';
import type { CapBandsInput } from '../../../figures/cap-bands.ts';
import type { DumbbellsInput } from '../../../figures/dumbbells.ts';
import type { GoodsMatrixInput } from '../../../figures/goods-matrix.ts';
import type { Ledger } from '../../../trade/ledger/ledger.ts';
import { CALL_EXCLUSIONS, type TankerCall } from '../../derivation/tanker-call.ts';
import type { StatedFigure } from '../../trade/stated-figures.ts';
import { actsDone } from './act.ts';
import { get, post } from './endpoint.ts';
import { day, filter, signed } from './request.ts';
import { list, maybeText, optional, text, texts } from './shape.ts';

const TAG = 'Trade';

const range = z.object({ low: text, high: text });
const span = z.object({ from: text, to: text });
const limit = z.object({ unit: text, value: text });
const ints = list(z.int());
const refusalWords = {
  code: z.enum([
    'number-unreadable',
    'number-ambiguous',
    'period-unreadable',
    'quantity-negative',
    'partner-unreadable',
    'flow-missing',
    'columns-missing',
  ]),
  message: text,
};
const refusal = z.object({ row: z.int(), ...refusalWords });

const sourceKind = z.enum(['notified', 'customs', 'estimate', 'commercial']);

const tradeSource = z.object({
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
const unknownTable = z.object({
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

const tradeDesk = z.object({
  regime: text,
  sources: list(tradeSource),
  /** The first hundred of them. */
  tables: list(unknownTable),
  moreTables: z.int(),
  caps: list(
    z.object({
      provision: text,
      subject: text,
      /** `sources`: names of those that have a row of these goods in the period. */
      periods: list(z.object({ period: span, limits: list(limit), sources: texts })),
    }),
  ),
});
export type TradeDesk = z.infer<typeof tradeDesk>;

const capBands = z.object({
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

const tradeLedger = z.object({
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
  sources: list(z.object({ file: text, sha256: text, form: maybeText, counted: z.int(), elsewhere })),
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
const statedFigure = z.object({
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

const tradeStated = z.object({
  /** Those that stand beside a figure. */
  sources: list(z.object({ id: text, name: text, label: text })),
  stated: list(statedFigure),
});
export type TradeStated = z.infer<typeof tradeStated>;

const dumbbells = z.object({
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

/** A ledger, what the picture of each of its limits is drawn from, the months in which sources stand side by side, and what claimants state of the period. */
const tradeLedgerView = z.object({
  ledger: tradeLedger,
  pictures: list(capBands),
  pairs: list(dumbbells),
  stated: list(statedFigure),
});
export type TradeLedgerView = z.infer<typeof tradeLedgerView>;

const goodsStatus = z.enum(['prohibited', 'capped', 'approval-required', 'undetermined']);

const screenedRow = z.object({
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

const matrix = z.object({
  title: text,
  codes: list(z.object({ code: text, words: text })),
  months: texts,
  cells: list(z.object({ code: text, month: text, status: goodsStatus, figure: text, marks: texts, rows: texts })),
}) satisfies z.ZodType<GoodsMatrixInput>;

/** Rows that a ban or a cap touched in their month. Marks are questions to whoever published a row. */
const tradeGoods = z.object({
  rows: list(screenedRow),
  /** Rows of longer periods than a month stand in no cell. */
  matrix,
  longer: z.int(),
  /** Years that the rows of all sources asked for tell of. */
  years: texts,
});
export type TradeGoods = z.infer<typeof tradeGoods>;

/** Calls at ports of the State by the tracks of the workspace: those that count as a source of figures, and the others with the reason. */
const tradeCalls = z.object({
  calls: list(
    z.object({
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
      /** All of it in a sentence. */
      says: text,
    }) satisfies z.ZodType<TankerCall>,
  ),
});
export type TradeCallsView = z.infer<typeof tradeCalls>;

const tradeRows = z.object({
  source: text,
  document: maybeText,
  columns: texts,
  rows: list(
    z.object({
      row: z.int(),
      cells: texts,
      /** Where the row stands in the text of the document; null for figures that ship with the regime, and where it cannot be told. */
      place: z.object({ start: z.int(), end: z.int(), cell: text }).nullable(),
      /** Claims whose passage is this row. */
      claims: texts,
      /** Why it was not taken in; null where it was. */
      refusal: z.object(refusalWords).nullable(),
    }),
  ),
  /** How many more were refused, where the refused ones are asked for. */
  more: z.int(),
});
export type TradeRows = z.infer<typeof tradeRows>;

const nameColumnsRequest = z.object({
  ...signed,
  document: z.string().max(200),
  table: z.int().min(1).max(100_000),
  /** "menge=quantity:tonnes": a heading, what its column is, and the unit of its figures. */
  columns: z.array(z.string().max(1000)).min(1, 'name at least one column').max(200).readonly(),
});
export type NameColumnsRequest = z.input<typeof nameColumnsRequest>;

const asked = {
  regime: filter,
  /** For forms that do not say which way goods go. */
  flow: z.enum(['import', 'export']).optional(),
};

const claimRowsRequest = z.object({
  ...signed,
  /** The document's id. */
  source: z.string().max(200),
  rows: z.array(z.int().positive()).min(1).max(100).readonly(),
  regime: z.string().max(100).optional(),
  flow: asked.flow,
});
export type ClaimRowsRequest = z.input<typeof claimRowsRequest>;

/** Several values in one parameter, with commas between them. */
const several = z
  .string()
  .max(20_000)
  .transform((values) => values.split(',').filter((value) => value !== ''))
  .optional();

export const tradeEndpoints = {
  desk: get('/trade', {
    tag: TAG,
    summary: 'Sources of trade figures at hand, and the caps with the periods that they tell of',
    query: z.object(asked),
    answer: tradeDesk,
  }),
  ledger: get('/trade/ledger', {
    tag: TAG,
    summary: 'The ledger of each source against a cap; sources are never added together',
    query: z.object({
      ...asked,
      provision: z.string().max(200),
      period: z.string().max(100),
      sources: several,
      factors: several,
      asOf: day.optional(),
    }),
    answer: tradeLedgerView,
  }),
  goods: get('/trade/goods', {
    tag: TAG,
    summary: 'Rows that a ban or a cap touched in their month, with what should be asked about them',
    query: z.object({
      ...asked,
      sources: several,
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    }),
    answer: tradeGoods,
  }),
  rows: get('/trade/rows', {
    tag: TAG,
    summary: 'Rows as they stand in their file, with their place in the document',
    query: z.object({
      ...asked,
      source: z.string().max(200),
      rows: several,
      /** The rows that were not taken in, in place of those named. */
      refused: z.literal('1').optional(),
    }),
    answer: tradeRows,
  }),
  calls: get('/trade/calls', {
    tag: TAG,
    summary: 'Calls at ports of the State by the tracks of the workspace, and why those that do not count do not',
    query: z.object({ regime: filter }),
    answer: tradeCalls,
  }),
  stated: get('/trade/stated', {
    tag: TAG,
    summary: 'Figures of claims beside the ledgers of their goods and days; nothing is added together',
    query: z.object({ ...asked, claims: several }),
    answer: tradeStated,
  }),
  claimRows: post('/trade/claims', {
    tag: TAG,
    summary: 'Makes claims of rows: of the authority behind each figure, with the row as passage',
    body: claimRowsRequest,
    answer: actsDone,
  }),
  nameColumns: post('/trade/columns', {
    tag: TAG,
    summary: 'Says what the columns of a table are, for every table under the same headings',
    body: nameColumnsRequest,
    answer: actsDone,
  }),
};
