import { type Decimal, divideDecimals, multiplyDecimals, roundDecimal } from '../../core/decimal.ts';
import type { Period } from '../../regime/model/period.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { RowRefusal } from '../errors.ts';
import type { FileReading } from '../reading/file-reading.ts';
import type { TradeTerms } from '../terms/terms.ts';
import { capPeriodOf, cappingProvision } from './cap.ts';
import { type Curve, passingOf } from './curve.ts';
import type { Exclusion } from './exclusion.ts';
import { type Factor, factorsOf } from './factor.ts';
import { goodsMatcher } from './goods-match.ts';
import { type Elsewhere, keepSourceLedger, type SourceLedger } from './source-ledger.ts';

export type LedgerTotal = {
  readonly source: string;
  readonly unit: string;
  readonly factor: Decimal | null;
  readonly low: Decimal;
  readonly high: Decimal;
  /** Per cent of the limit, to a tenth. */
  readonly share: { readonly low: Decimal; readonly high: Decimal };
  /** The least there was: the source itself states a greater sum, or has rows without a figure in this unit. */
  readonly atLeast?: true;
};

export type LedgerThreshold = {
  readonly source: string;
  readonly percent: number;
  /** What the paragraph does at this share: it warns, supply stops, the cap is reached; null: a mark of ours. */
  readonly means: 'alert' | 'stop' | 'limit' | null;
  readonly unit: string;
  readonly factor: Decimal | null;
  /** The first period at which the high figures are at or above the share; null: not in this source. */
  readonly earliest: string | null;
  /** The same by the low figures. */
  readonly latest: string | null;
};

/** Which of several limits is reached first. */
export type LedgerFirst = {
  readonly source: string;
  readonly percent: number;
  readonly factor: Decimal | null;
  readonly earliest: string | null;
  readonly units: readonly string[];
};

export type LedgerCheck = {
  readonly source: string;
  readonly row: number;
  readonly supplier: string;
  readonly period: string;
  readonly asOf: string | null;
  readonly unit: string;
  readonly factor: Decimal | null;
  readonly stated: { readonly low: Decimal; readonly high: Decimal };
  readonly parts: { readonly low: Decimal; readonly high: Decimal } | null;
  readonly difference: { readonly low: Decimal; readonly high: Decimal } | null;
  /** The stated sum is more than all its parts, so that parts are missing or were revised. */
  readonly isGreater: boolean;
  /** Shares of the limit that the stated sum alone reaches. */
  readonly reaches: readonly number[];
};

/** A step of a running total, for a picture: each names the rows behind it. */
export type LedgerStep = {
  readonly source: string;
  readonly unit: string;
  readonly factor: Decimal | null;
  readonly period: string;
  readonly to: string;
  readonly added: { readonly low: Decimal; readonly high: Decimal };
  readonly sum: { readonly low: Decimal; readonly high: Decimal };
  readonly rows: readonly number[];
};

/** Figures of sources against a cap. Sources are never added together: a cargo that is notified may be among the calls of a list. */
export type Ledger = {
  readonly provision: string;
  readonly period: Period;
  readonly limits: readonly { readonly unit: string; readonly value: Decimal }[];
  readonly factors: readonly Factor[];
  readonly asOf: string | null;
  readonly sources: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly form: string | null;
    readonly counted: number;
    /** Of those the rows that do not say as of which day they are: they count whatever day is asked about. */
    readonly undated: number;
    readonly elsewhere: Elsewhere;
  }[];
  readonly totals: readonly LedgerTotal[];
  readonly thresholds: readonly LedgerThreshold[];
  readonly first: readonly LedgerFirst[];
  readonly excluded: readonly Exclusion[];
  readonly refused: readonly (RowRefusal & { readonly file: string })[];
  readonly gaps: readonly { readonly source: string; readonly reporter: string; readonly period: string }[];
  readonly checks: readonly LedgerCheck[];
  readonly steps: readonly LedgerStep[];
};

export type LedgerQuestion = {
  readonly provision: string;
  readonly period: string;
  readonly factors: readonly string[];
  readonly asOf: string | null;
};

/**
 * Keeps the ledgers of files against a cap: per source the sums, low and high, under each factor, and the period at which each share of
 * the limit is passed.
 * @throws TradeError `no-cap`, `no-period`, `factor-invalid`
 */
export function keepLedger(
  regime: Regime,
  terms: TradeTerms,
  files: readonly FileReading[],
  question: LedgerQuestion,
): Ledger {
  const provision = cappingProvision(regime, question.provision);
  const capPeriod = capPeriodOf(provision, question.period);
  const factors = factorsOf(provision.cap, question.factors);
  const goods = goodsMatcher(regime, provision);
  const ledgers = files.map((file) =>
    keepSourceLedger(file, { capPeriod, factors, asOf: question.asOf, target: terms.target, goods }),
  );
  // A file that was not read has no figure, and a nought is a figure.
  const read = ledgers.filter((_, at) => files[at]?.report.form !== null);
  const percents = [...new Set([...terms.thresholds, ...provision.cap.alerts])].sort((a, b) => a - b);
  const limitOf = (unit: string): Decimal => capPeriod.limits.find((limit) => limit.unit === unit)?.value ?? '0';
  return {
    provision: provision.id,
    period: capPeriod.period,
    limits: capPeriod.limits,
    factors: capPeriod.limits.some(({ unit }) => unit === 'barrel') ? factors : [],
    asOf: question.asOf,
    sources: ledgers.map((ledger, at) => ({
      file: ledger.source,
      sha256: ledger.sha256,
      form: files[at]?.report.form ?? null,
      counted: ledger.entries.reduce((count, entry) => count + entry.rows.length, 0),
      undated: ledger.entries.reduce((count, { rows }) => count + rows.filter((row) => row.asOf === null).length, 0),
      elsewhere: ledger.elsewhere,
    })),
    totals: read.flatMap((ledger) => totalsOf(ledger, limitOf)),
    thresholds: read.flatMap((ledger) =>
      ledger.curves.flatMap((curve) =>
        percents.map((percent): LedgerThreshold => {
          const { earliest, latest } = passingOf(curve, limitOf(curve.unit), percent);
          return {
            source: ledger.source,
            percent,
            means: meaningOf(percent, provision.cap.alerts, provision.cap.stopAt),
            unit: curve.unit,
            factor: curve.factor?.factor ?? null,
            earliest: stepLabel(curve, earliest),
            latest: stepLabel(curve, latest),
          };
        }),
      ),
    ),
    first: capPeriod.limits.length > 1 ? read.flatMap((ledger) => firstOf(ledger, percents, limitOf)) : [],
    excluded: read.flatMap((ledger) => ledger.excluded),
    refused: files.flatMap(({ report }) => report.refused.map((refusal) => ({ file: report.file, ...refusal }))),
    gaps: read.flatMap((ledger) => ledger.gaps.map((gap) => ({ source: ledger.source, ...gap }))),
    checks: read.flatMap((ledger) => checksOf(ledger, terms.target, percents, limitOf)),
    steps: read.flatMap(stepsOf),
  };
}

function totalsOf(
  { source, curves, checks }: SourceLedger,
  limitOf: (unit: string) => Decimal,
): readonly LedgerTotal[] {
  return curves.map((curve) => {
    const atLeast = curve.isPartial || checks.some((check) => check.curve === curve && check.isGreater);
    return {
      source,
      unit: curve.unit,
      factor: curve.factor?.factor ?? null,
      low: curve.total.low,
      high: curve.total.high,
      share: {
        low: shareOf(curve.total.low, limitOf(curve.unit)),
        high: shareOf(curve.total.high, limitOf(curve.unit)),
      },
      ...(atLeast ? { atLeast: true as const } : {}),
    };
  });
}

function shareOf(amount: Decimal, limit: Decimal): Decimal {
  return roundDecimal(divideDecimals(multiplyDecimals(amount, '100'), limit), 1);
}

function meaningOf(percent: number, alerts: readonly number[], stopAt: number | undefined): LedgerThreshold['means'] {
  if (percent === 100) return 'limit';
  if (percent === stopAt) return 'stop';
  return alerts.includes(percent) ? 'alert' : null;
}

function stepLabel({ steps }: Curve, at: number | null): string | null {
  return at === null ? null : (steps[at]?.period.label ?? null);
}

/** Under each factor: the limit that the high figures reach first, or several in the same period. */
function firstOf(
  ledger: SourceLedger,
  percents: readonly number[],
  limitOf: (unit: string) => Decimal,
): readonly LedgerFirst[] {
  const factors = [...new Set(ledger.curves.map((curve) => curve.factor?.factor ?? null))].filter(
    (factor) => factor !== null,
  );
  return percents.flatMap((percent) =>
    (factors.length === 0 ? [null] : factors).map((factor): LedgerFirst => {
      const reached = ledger.curves
        .filter((curve) => curve.factor === null || curve.factor.factor === factor)
        .flatMap((curve) => {
          const { earliest } = passingOf(curve, limitOf(curve.unit), percent);
          const period = earliest === null ? undefined : curve.steps[earliest]?.period;
          return period === undefined ? [] : [{ unit: curve.unit, period }];
        })
        .sort((a, b) => (a.period.to < b.period.to ? -1 : a.period.to > b.period.to ? 1 : 0));
      const [first] = reached;
      const units = reached.filter(({ period }) => period.to === first?.period.to).map(({ unit }) => unit);
      return {
        source: ledger.source,
        percent,
        factor,
        earliest: first?.period.label ?? null,
        units: [...new Set(units)],
      };
    }),
  );
}

function checksOf(
  ledger: SourceLedger,
  target: string,
  percents: readonly number[],
  limitOf: (unit: string) => Decimal,
): readonly LedgerCheck[] {
  return ledger.checks.map(({ row, stated, parts, difference, isGreater, curve }) => {
    const alone = { ...curve, steps: [{ period: row.period, added: stated, sum: stated, rows: [row.row] }] };
    return {
      source: ledger.source,
      row: row.row,
      supplier: (row.from === target ? row.to : row.from) ?? '',
      period: row.period.label,
      asOf: row.asOf,
      unit: curve.unit,
      factor: curve.factor?.factor ?? null,
      stated,
      parts,
      difference,
      isGreater,
      reaches: percents.filter((percent) => passingOf(alone, limitOf(curve.unit), percent).latest !== null),
    };
  });
}

function stepsOf({ source, curves }: SourceLedger): readonly LedgerStep[] {
  return curves.flatMap((curve) =>
    curve.steps.map(({ period, added, sum, rows }) => ({
      source,
      unit: curve.unit,
      factor: curve.factor?.factor ?? null,
      period: period.label,
      to: period.to,
      added,
      sum,
      rows,
    })),
  );
}
