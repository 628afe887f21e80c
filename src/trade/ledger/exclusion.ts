import type { TradeRow } from '../model/row.ts';

export type ExclusionReason =
  | 'duplicate'
  | 'superseded'
  | 'covered-by-aggregate'
  | 'breakdown'
  | 'quantity-missing'
  | 'quantity-negative'
  | 'control-sum';

/** A row that counts nowhere, and the row that speaks for it. */
export type Exclusion = {
  readonly file: string;
  readonly row: number;
  readonly reason: ExclusionReason;
  readonly by?: number;
};

/** What is left of rows, and what was set aside from them. */
export type Sifted = {
  readonly rows: readonly TradeRow[];
  readonly excluded: readonly { readonly row: TradeRow; readonly reason: ExclusionReason; readonly by?: TradeRow }[];
};

export function sift(
  rows: readonly TradeRow[],
  reason: ExclusionReason,
  speaksFor: (row: TradeRow) => TradeRow | boolean | undefined,
): Sifted {
  const left: TradeRow[] = [];
  const excluded: { row: TradeRow; reason: ExclusionReason; by?: TradeRow }[] = [];
  for (const row of rows) {
    const by = speaksFor(row);
    if (by === undefined || by === false) left.push(row);
    else excluded.push(by === true ? { row, reason } : { row, reason, by });
  }
  return { rows: left, excluded };
}
