import type { TradeRow } from '../model/row.ts';
import type { Mark } from './mark.ts';

/** Marks rows that state what an earlier row of their file states. */
export function duplicateMarks(rows: readonly TradeRow[]): ReadonlyMap<TradeRow, Mark> {
  const first = new Map<string, TradeRow>();
  const marks = new Map<TradeRow, Mark>();
  for (const row of rows) {
    const key = `${row.file}\u0001${row.fingerprint}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else if (earlier.row !== row.row)
      marks.set(row, {
        mark: 'duplicate',
        level: 'note',
        reasons: [`Row ${earlier.row} of the file says the same in every field.`],
      });
  }
  return marks;
}
