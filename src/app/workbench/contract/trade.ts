import { z } from 'zod';
import { get, post } from './endpoint.ts';
import { actsDone } from './record/act.ts';
import { day, filter, signed } from './request.ts';
import { list, maybeText, text, texts } from './shape.ts';
import {
  capBands,
  dumbbells,
  limit,
  matrix,
  refusalWords,
  screenedRow,
  span,
  statedFigure,
  tradeCall,
  tradeLedger,
  tradeSource,
  unknownTable,
} from './trade-shape.ts';

const TAG = 'Trade';

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

const tradeStated = z.object({
  /** Those that stand beside a figure. */
  sources: list(z.object({ id: text, name: text, label: text })),
  stated: list(statedFigure),
});
export type TradeStated = z.infer<typeof tradeStated>;

/** A ledger, what the picture of each of its limits is drawn from, the months in which sources stand side by side, and what claimants state of the period. */
const tradeLedgerView = z.object({
  ledger: tradeLedger,
  pictures: list(capBands),
  pairs: list(dumbbells),
  stated: list(statedFigure),
});
export type TradeLedgerView = z.infer<typeof tradeLedgerView>;

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
  calls: list(tradeCall),
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
