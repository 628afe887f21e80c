import { z } from 'zod';
import { hsRange, places, sentence } from '../../regime/files/file-values.ts';

const column = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'write the name of a column in small letters' });
const names = z.array(column).default([]);
const evidence = z.enum(['read', 'recalled'], { error: 'write "read" or "recalled"' });

/** A form of the program's own: figures that people type from a page or a list. */
const page = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  words: sentence,
  kind: z.enum(['notified', 'estimate']),
  /** Who stands behind each figure. */
  authority: sentence,
  direction: z.enum(['into-target', 'from-target']),
  /** The goods of the page where a row names none; left out: those of the provision that is asked about. */
  product: z.string().min(2).optional(),
  /** Each row is something that happened on its day, so that two rows of one day are two; left out: a row reports a period. */
  events: z.literal(true).optional(),
  columns: z.strictObject({
    period: z.array(column).min(1),
    /** The other State. */
    state: z.array(column).min(1),
    product: names,
    asOf: names,
    /** Columns that tell one event from another. */
    identity: names,
    /** The event of a track that a call was found as. */
    event: names,
    /** Where the figure was read, which is no part of the fact. */
    source: names,
    /** What people write beside a figure: no part of the fact, but it may say that the row is none. */
    remark: names,
  }),
  quantities: z.array(z.strictObject({ column, unit: z.enum(['tonne', 'barrel', 'item']) })),
  value: z.strictObject({ column, currency: z.string().regex(/^[A-Z]{3}$/) }).optional(),
  /** Deadweight in tonnes and the least and greatest share of it that was cargo. */
  deadweight: z.strictObject({ column, low: column, high: column }).optional(),
  /** A quantity with its unit beside it. */
  freeQuantity: z.strictObject({ column, unit: column }).optional(),
});

const placeList = z.strictObject({ evidence, source: sentence, names: z.array(z.string().min(3)).min(1) });

/** A share of one, as `0.6`. */
const share = z.string().regex(/^(0\.\d{1,4}|1)$/, { error: 'write a share such as "0.6"' });

/** What calls of tankers found in tracks of ships are counted by. */
const calls = z.strictObject({
  /** Ports at which what a cap is on is landed from tankers, by the ids of src/tracks/places/ports.tsv. */
  ports: z.array(z.strictObject({ id: z.string().min(3), name: z.string().min(3), evidence, source: sentence })).min(1),
  /** The least and greatest share of deadweight that is taken for cargo, where nobody gave a ship's own. */
  load: z.strictObject({ low: share, high: share, words: sentence, evidence, source: sentence }),
  /** Official lists that give deadweights of ships: under which property of an entry, beside which property for gross tonnage. */
  deadweights: z
    .array(
      z.strictObject({
        format: z.string().min(2),
        property: z.string().min(2),
        gross: z.string().min(2),
        evidence,
        source: sentence,
      }),
    )
    .default([]),
});

/** `trade.yaml` of a regime. */
export const tradeFile = z.strictObject({
  /** The State that codes and names confuse with the target. */
  south: places,
  neighbours: z.array(places),
  thresholds: z.array(z.number().positive().max(100)).min(1),
  pages: z.array(page).min(1),
  calls: calls.optional(),
  /** By their names, claimants of whom it is known what kind of figures they speak of. */
  claimants: z.array(
    z.strictObject({ kind: z.enum(['notified', 'customs']), names: z.array(z.string().min(3)).min(1) }),
  ),
  southPlaces: placeList,
  targetPlaces: placeList,
  southProfile: z.array(z.strictObject({ hs: z.array(hsRange).min(1), text: sentence, evidence, source: sentence })),
});
export type TradeFile = z.infer<typeof tradeFile>;
export type TradeCalls = z.infer<typeof calls>;
export type TradePage = TradeFile['pages'][number];
