import type { Period } from '../../regime/model/period.ts';
import { daysOfMonth, monthsBetween, sharesDays } from '../model/reported-period.ts';
import { counterpartOf, type TradeRow } from '../model/row.ts';

/** A month for which a supplier that reported before and after has no row. A reported nought is a row. */
export type ReportingGap = { readonly reporter: string; readonly period: string };

/** The gaps of a source that have days in the period; lists of events have none, since nobody reports that nothing happened. */
export function gapsOf(rows: readonly TradeRow[], target: string, period: Period): readonly ReportingGap[] {
  const bySupplier = new Map<string, TradeRow[]>();
  for (const row of rows) {
    if (row.kind !== 'notified' && row.kind !== 'customs') continue;
    const supplier = counterpartOf(row, target) ?? '';
    const known = bySupplier.get(supplier);
    if (known) known.push(row);
    else bySupplier.set(supplier, [row]);
  }
  return [...bySupplier]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([reporter, reports]) => {
      const [first = ''] = reports.map((row) => row.period.from).sort();
      const last =
        reports
          .map((row) => row.period.to)
          .sort()
          .at(-1) ?? first;
      return monthsBetween(first, last).flatMap((month) => {
        const days = daysOfMonth(month);
        if (!sharesDays(days, period) || reports.some((row) => sharesDays(row.period, days))) return [];
        return [{ reporter, period: month }];
      });
    });
}
