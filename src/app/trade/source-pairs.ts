import { addDecimals } from '../../core/decimal.ts';
import { writePlural } from '../../core/plural.ts';
import type { DumbbellFigure, DumbbellsInput } from '../../figures/dumbbells.ts';
import type { Ledger } from '../../trade/ledger/ledger.ts';
import { leastIndex } from '../../trade/marks/mirror-gap.ts';

/**
 * The months for which several sources give a figure, for each unit of a cap under the paragraph's first factor: what is laid side by
 * side, source by source, suppliers of one source together. Days count in their month, and so do
 * several days of one month; longer periods stand in no pair.
 * `labels` say what the sources are called, else each has its file's name.
 */
export function sourcePairs(
  ledger: Ledger,
  labels: ReadonlyMap<string, string> = new Map(),
): readonly DumbbellsInput[] {
  return ledger.limits.flatMap(({ unit }) => {
    const own = ledger.steps.filter((step) => step.unit === unit);
    const factor = own[0]?.factor ?? null;
    const months = new Map<string, Map<string, DumbbellFigure>>();
    for (const { source: file, period, added, rows } of own.filter((step) => step.factor === factor)) {
      const month = monthOf(period);
      if (month === null) continue;
      const source = labels.get(file) ?? file;
      const figures = months.get(month) ?? new Map<string, DumbbellFigure>();
      const before = figures.get(source);
      figures.set(source, {
        source,
        low: before === undefined ? added.low : addDecimals(before.low, added.low),
        high: before === undefined ? added.high : addDecimals(before.high, added.high),
        rows: [...(before?.rows ?? []), ...rows],
      });
      months.set(month, figures);
    }
    const pairs = [...months]
      .map(([month, figures]) => ({ month, figures: [...figures.values()] }))
      .filter(({ figures }) => figures.length > 1)
      .sort((a, b) => (a.month < b.month ? -1 : 1))
      .map((pair) => ({ ...pair, index: farthest(pair.figures) }));
    if (pairs.length === 0) return [];
    return [
      {
        title: `${ledger.provision}, ${ledger.period.from} to ${ledger.period.to}, month by month in ${writePlural(unit)}`,
        unit,
        factor,
        sources: ledger.sources
          .map(({ file }) => labels.get(file) ?? file)
          .filter((label) => pairs.some(({ figures }) => figures.some(({ source }) => source === label))),
        months: pairs,
      },
    ];
  });
}

/** The one month of a period: a month, a day, or days of one month such as a stay in port; null for a longer one. */
function monthOf(period: string): string | null {
  const [first = '', last = first] = period.split('/');
  if (![first, last].every((end) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(end))) return null;
  const month = first.slice(0, 7);
  return last.startsWith(month) ? month : null;
}

function farthest(figures: readonly DumbbellFigure[]): number {
  return Math.max(...figures.flatMap((one) => figures.map((other) => leastIndex(one, other))));
}
