import { sharesDays } from '../model/reported-period.ts';
import { type TradeRow, touches } from '../model/row.ts';
import type { FileReading } from '../reading/file-reading.ts';
import type { CapPeriod } from './cap.ts';
import { type ControlCheck, checkControlSum } from './control-check.ts';
import { type Curve, curveOf } from './curve.ts';
import { siftBreakdowns, siftControlSums, siftCovered, siftDuplicates, siftSuperseded } from './double-count.ts';
import { type Entry, entriesOf, entriesWithin } from './entry.ts';
import { type Exclusion, type Sifted, sift } from './exclusion.ts';
import { amountOf, type Factor } from './factor.ts';
import { gapsOf, type ReportingGap } from './gap.ts';
import type { GoodsMatcher } from './goods-match.ts';

/** Rows that are about something else: they are counted, not listed. */
export type Elsewhere = {
  readonly goods: number;
  readonly partners: number;
  readonly flows: number;
  readonly periods: number;
};

/** The ledger of one source: nothing of another is in it. */
export type SourceLedger = {
  readonly source: string;
  readonly sha256: string;
  readonly entries: readonly Entry[];
  /** One for each limit's unit and each factor that it needs. */
  readonly curves: readonly Curve[];
  readonly excluded: readonly Exclusion[];
  readonly gaps: readonly ReportingGap[];
  readonly checks: readonly (ControlCheck & { readonly curve: Curve })[];
  readonly elsewhere: Elsewhere;
};

export type SourceQuestion = {
  readonly capPeriod: CapPeriod;
  readonly factors: readonly Factor[];
  readonly asOf: string | null;
  readonly target: string;
  readonly goods: GoodsMatcher;
};

/** Keeps the ledger of one file under a cap. */
export function keepSourceLedger(file: FileReading, question: SourceQuestion): SourceLedger {
  const { capPeriod, target, goods } = question;
  const scope = rowsInScope(file.rows, question);
  const unread = rowsInScope(
    file.unread.map(({ row }) => row),
    question,
  ).rows;
  const negative = file.unread
    .filter(({ row, code }) => code === 'quantity-negative' && unread.includes(row))
    .map(({ row }) => row);
  const takenBack = file.unread
    .filter(({ row, code }) => code === 'row-withdrawn' && unread.includes(row))
    .map(({ row }) => row);
  const steps: ((rows: readonly TradeRow[]) => Sifted)[] = [
    siftDuplicates,
    (rows) => sift(rows, 'quantity-missing', (row) => !capPeriod.limits.some(({ unit }) => saysSomething(row, unit))),
    (rows) => siftSuperseded(rows, target, takenBack),
    (rows) => siftBreakdowns(rows, weightInFigures),
    (rows) => siftCovered(rows, target),
  ];
  const excluded: Sifted['excluded'][number][] = negative.map((row) => ({ row, reason: 'quantity-negative' as const }));
  let rows = scope.rows;
  for (const step of steps) {
    const sifted = step(rows);
    rows = sifted.rows;
    excluded.push(...sifted.excluded);
  }
  const counted = siftControlSums(rows, target);
  excluded.push(...counted.excluded);
  const all = entriesOf(counted.rows, target, goods);
  const entries = entriesWithin(all, capPeriod.period);
  const curves = curvesOf(entries, question);
  const sums = counted.excluded.map(({ row }) => row).filter((row) => sharesDays(row.period, capPeriod.period));
  return {
    source: file.report.file,
    sha256: file.report.sha256,
    entries,
    curves,
    excluded: excluded
      .filter(({ row }) => sharesDays(row.period, capPeriod.period))
      .map(({ row, reason, by }) => ({ file: row.file, row: row.row, reason, ...(by ? { by: by.row } : {}) }))
      .sort((a, b) => a.row - b.row),
    gaps: gapsOf([...counted.rows, ...rowsMissing(scope.rows, excluded), ...unread], target, capPeriod.period),
    checks: curves.flatMap((curve) =>
      sums.flatMap((row) => {
        const check = checkControlSum(row, all, curve.unit, curve.factor, target, goods);
        return check === null ? [] : [{ ...check, curve }];
      }),
    ),
    elsewhere: {
      ...scope.elsewhere,
      partners:
        file.report.accepted - new Set(file.rows.filter((row) => touches(row, target)).map(({ row }) => row)).size,
      periods: counted.rows.filter((row) => !sharesDays(row.period, capPeriod.period)).length,
    },
  };
}

/** Rows of the cap's goods that run in its direction, as the source stood on a day; the others are counted. */
export function rowsInScope(
  rows: readonly TradeRow[],
  { capPeriod, target, goods, asOf }: Omit<SourceQuestion, 'factors'>,
): { readonly rows: readonly TradeRow[]; readonly elsewhere: Elsewhere } {
  const inScope: TradeRow[] = [];
  const elsewhere = { goods: 0, partners: 0, flows: 0, periods: 0 };
  for (const row of rows) {
    if (asOf !== null && row.asOf !== null && row.asOf > asOf) continue;
    if (!touches(row, target)) elsewhere.partners++;
    else if (!runs(row, capPeriod.provision.direction, target)) elsewhere.flows++;
    else if (goods.match(row) === 'no') elsewhere.goods++;
    else inScope.push(row);
  }
  return { rows: inScope, elsewhere };
}

function runs(row: TradeRow, direction: string, target: string): boolean {
  if (direction === 'into-target') return row.to === target;
  if (direction === 'from-target') return row.from === target;
  return true;
}

/** Whether a row says anything that could be counted in a unit, by whatever factor. */
function saysSomething(row: TradeRow, unit: string): boolean {
  if (/^[A-Z]{3}$/.test(unit)) return row.value?.currency === unit;
  const units = unit === 'barrel' || unit === 'tonne' ? ['barrel', 'tonne'] : [unit];
  return row.measures.some((measure) => units.includes(measure.unit));
}

/** Rough size of a row, to tell which of two tellings of one flow says more. */
function weightInFigures(row: TradeRow): number {
  return Number(
    row.measures.find(({ unit }) => unit === 'tonne')?.high ?? row.measures[0]?.high ?? row.value?.high ?? 0,
  );
}

/** Rows that report without a figure: the source did report. */
function rowsMissing(rows: readonly TradeRow[], excluded: Sifted['excluded']): readonly TradeRow[] {
  const missing = new Set(excluded.filter(({ reason }) => reason === 'quantity-missing').map(({ row }) => row));
  return rows.filter((row) => missing.has(row));
}

/**
 * A running total for each unit of the limits. Dollars and tonnes need no factor; where a source states barrels alone, tonnes are reported
 * under each factor beside what it states in tonnes.
 */
function curvesOf(entries: readonly Entry[], { capPeriod, factors, goods }: SourceQuestion): readonly Curve[] {
  return capPeriod.limits.flatMap(({ unit }) => {
    const plain = curveOf(entries, unit, null, goods);
    const needsFactor =
      (unit === 'barrel' || unit === 'tonne') &&
      (unit === 'barrel' ||
        entries.some((entry) =>
          entry.rows.some((row) => amountOf(row, unit, null, null) === null && saysSomething(row, unit)),
        ));
    if (!needsFactor || factors.length === 0) return [plain];
    const converted = factors.map((factor) => curveOf(entries, unit, factor, goods));
    return unit === 'barrel' ? converted : [plain, ...converted];
  });
}
