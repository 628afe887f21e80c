import type { Cap, Provision, Regime } from '../../regime/model/regime.ts';
import { sharesDays } from '../model/reported-period.ts';
import type { FileReading } from '../reading/file-reading.ts';
import type { TradeTerms } from '../terms/terms.ts';
import { type CapPeriod, capPeriodsUntil } from './cap.ts';
import { goodsMatcher } from './goods-match.ts';
import { rowsInScope } from './source-ledger.ts';

/** A period of a cap, and the sources that have a row of its goods in it. */
export type StatedPeriod = Pick<CapPeriod, 'period' | 'limits'> & { readonly sources: readonly string[] };

/** The periods of a cap that began by a day, each with the files that tell of it. */
export function statedPeriods(
  regime: Regime,
  terms: TradeTerms,
  provision: Provision & { readonly cap: Cap },
  files: readonly FileReading[],
  until: string,
): readonly StatedPeriod[] {
  const periods = capPeriodsUntil(provision, until);
  const [capPeriod] = periods;
  if (capPeriod === undefined) return [];
  const question = { capPeriod, target: terms.target, goods: goodsMatcher(regime, provision), asOf: null };
  const stated = files.map(({ report, rows }) => ({ file: report.file, rows: rowsInScope(rows, question).rows }));
  return periods.map(({ period, limits }) => ({
    period,
    limits,
    sources: stated.filter(({ rows }) => rows.some((row) => sharesDays(row.period, period))).map(({ file }) => file),
  }));
}
