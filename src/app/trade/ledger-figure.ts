import { writePlural } from '../../core/plural.ts';
import { type CapBandsInput, capBandsFigure } from '../../figures/cap-bands.ts';
import { PRINT_PALETTE } from '../../figures/drawing/palette.ts';
import type { Ledger } from '../../trade/ledger/ledger.ts';
import { daysOfMonth } from '../../trade/model/reported-period.ts';
import { statesInWords } from './source-words.ts';

/** A ledger as a picture by itself: for one limit, a panel a factor, every source against the cap. */
export function ledgerFigure(ledger: Ledger, unit: string): string {
  return capBandsFigure(capBandsOf(ledger, unit), { palette: PRINT_PALETTE });
}

/** What the picture of a ledger is drawn from; `labels` say what its sources are called, else each has its file's name. */
export function capBandsOf(
  ledger: Ledger,
  unit: string,
  labels: ReadonlyMap<string, string> = new Map(),
): CapBandsInput {
  const factors = [...new Set(ledger.totals.filter((total) => total.unit === unit).map(({ factor }) => factor))];
  return {
    title: `${ledger.provision}, ${ledger.period.from} to ${ledger.period.to}`,
    from: ledger.period.from,
    to: ledger.period.to,
    limit: ledger.limits.find((limit) => limit.unit === unit)?.value ?? '0',
    unit,
    percents: [...new Set(ledger.thresholds.map(({ percent }) => percent))],
    panels: factors.map((factor) => ({
      heading:
        factor === null
          ? `In ${writePlural(unit)}`
          : (ledger.factors.find((one) => one.factor === factor)?.name ?? factor),
      bands: ledger.sources.map(({ file }) => ({
        source: labels.get(file) ?? file,
        atLeast: ledger.totals.some(
          (total) => total.source === file && total.unit === unit && total.factor === factor && total.atLeast,
        ),
        steps: ledger.steps
          .filter((step) => step.source === file && step.unit === unit && step.factor === factor)
          .map(({ period, to, sum, rows }) => ({ period, to, low: sum.low, high: sum.high, rows })),
        gaps: ledger.gaps
          .filter(({ source }) => source === file)
          .map(({ reporter, period }) => ({
            period: `${statesInWords(reporter)} ${period}`,
            to: daysOfMonth(period).to,
          })),
      })),
    })),
  };
}
