import { compareDecimals, type Decimal, divideDecimals, formatDecimal, multiplyDecimals } from '../../core/decimal.ts';
import { writePlural } from '../../core/plural.ts';
import { amountInWords, type Total } from '../model/amount.ts';
import { type Period, recurringPeriod, relatePeriods } from '../model/period.ts';
import type { Cap } from '../model/regime.ts';
import type { Facts } from './facts.ts';

type Limit = {
  readonly unit: string;
  readonly limit: Decimal;
  /** What must not be reached (a stop threshold) or must not be passed (the limit itself). */
  readonly line: Decimal;
  readonly stops: boolean;
};

type CapPeriod = {
  readonly from: string;
  readonly until: string | null;
  readonly everyMonths: number | null;
  readonly limits: readonly Limit[];
};

export type CompiledCap = {
  readonly periods: readonly CapPeriod[];
  readonly alerts: readonly number[];
  readonly stopAt: number | null;
  readonly conversions: Cap['conversions'];
  readonly baseline: Cap['baseline'];
};

export function compileCap(cap: Cap): CompiledCap {
  const stopAt = cap.stopAt ?? null;
  return {
    periods: cap.periods.map(({ from, until, everyMonths, limits }) => ({
      from,
      until: until ?? null,
      everyMonths: everyMonths ?? null,
      limits: limits.map(({ value, unit }) => ({
        unit,
        limit: value,
        line: stopAt === null ? value : divideDecimals(multiplyDecimals(value, String(stopAt)), '100'),
        stops: stopAt !== null,
      })),
    })),
    alerts: cap.alerts,
    stopAt,
    conversions: cap.conversions,
    baseline: cap.baseline,
  };
}

/** What a cap says of an activity, with the arithmetic in words. */
export type CapAnswer = {
  readonly effect: 'within-cap' | 'cap-exceeded' | 'undetermined';
  readonly text: string;
  readonly missing: readonly string[];
};

/** Undefined when the cap has no period on that day. */
export function evaluateCap(cap: CompiledCap, facts: Facts): CapAnswer | undefined {
  if (cap.baseline) return againstBaseline(cap.baseline, facts);
  const found = cap.periods.find((row) => row.from <= facts.date && (row.until === null || facts.date <= row.until));
  if (!found) return undefined;
  const period: Period =
    found.everyMonths === null
      ? { from: found.from, to: found.until ?? '9999-12-31' }
      : recurringPeriod(found.from, found.everyMonths, facts.date);
  const days = `${period.from}/${period.to}`;
  const units = found.limits.map((limit) => writePlural(limit.unit)).join(' or ');
  if (facts.totals.length === 0)
    return undetermined(
      `The cap is ${describeLimits(found.limits)} for ${days}; without the period's total it cannot be applied.`,
      `periodTotal: the total for ${days} in ${units}, with what of this activity falls in it`,
    );
  const answers = facts.totals.map((total) => againstTotal(cap, found.limits, period, days, total));
  const exceeded = answers.find((answer) => answer.effect === 'cap-exceeded');
  if (exceeded) return exceeded;
  const within = answers.filter((answer) => answer.effect === 'within-cap');
  if (within.length === 0) return answers[0];
  const untested = untestedLimits(found.limits, facts.totals);
  return { effect: 'within-cap', text: [...within.map((answer) => answer.text), ...untested].join(' '), missing: [] };
}

/** Limits in another unit that no total speaks of, said once there is an answer in one of the units. */
function untestedLimits(limits: readonly Limit[], totals: readonly Total[]): string[] {
  if (!limits.some((limit) => totals.some((total) => total.unit === limit.unit))) return [];
  const other = limits.filter((limit) => !totals.some((total) => total.unit === limit.unit));
  if (other.length === 0) return [];
  return [`The alternative limit of ${describeLimits(other)} was not tested: no total in that unit.`];
}

function againstBaseline(baseline: NonNullable<Cap['baseline']>, facts: Facts): CapAnswer {
  if (facts.circumstances.has(baseline.above))
    return { effect: 'cap-exceeded', text: 'It is stated that the limit is passed.', missing: [] };
  if (facts.circumstances.has(baseline.within))
    return { effect: 'within-cap', text: 'It is stated that the limit is not passed.', missing: [] };
  return undetermined('The limit is what there was before; that figure is not known here.', baseline.missing);
}

function againstTotal(
  cap: CompiledCap,
  limits: readonly Limit[],
  period: Period,
  days: string,
  total: Total,
): CapAnswer {
  const relation = total.period === null ? 'same' : relatePeriods(total.period, period, total.labelled);
  if (relation === 'other')
    return undetermined(
      `The total is for ${total.period?.from}/${total.period?.to}, the cap for ${days}.`,
      `periodTotal: the total for ${days}, not for another period`,
    );
  const direct = limits.filter((limit) => limit.unit === total.unit);
  if (direct.length > 0) return judge(direct, total.value, amountInWords(total), cap, relation, days);
  const converted = limits.flatMap((limit) =>
    cap.conversions
      // A total of a period is of all products together, so that no factor of one product is its own.
      .filter((factor) => factor.product === undefined && factor.from === total.unit && factor.to === limit.unit)
      .map((factor) => {
        const value = multiplyDecimals(total.value, factor.factor);
        const sum = `${amountInWords(total)} = ${amountInWords({ value, unit: limit.unit })} at ${factor.name}`;
        return judge([limit], value, sum, cap, relation, days);
      }),
  );
  const first = converted[0];
  if (!first)
    return undetermined(
      `The cap is ${describeLimits(limits)}; the total is in ${total.unit}s, and no factor between them is named.`,
      `periodTotal in ${limits.map((limit) => limit.unit).join(' or ')}`,
    );
  if (converted.every((answer) => answer.effect === first.effect))
    return { ...first, text: converted.map((answer) => answer.text).join(' ') };
  return undetermined(
    converted.map((answer) => answer.text).join(' '),
    `periodTotal in ${limits.map((limit) => limit.unit).join(' or ')}: the factors in use lead to different answers`,
  );
}

function judge(
  limits: readonly Limit[],
  value: Decimal,
  sum: string,
  cap: CompiledCap,
  relation: 'same' | 'part' | 'whole',
  days: string,
): CapAnswer {
  const passed = limits.find((limit) =>
    limit.stops ? compareAmounts(value, limit.line) >= 0 : compareAmounts(value, limit.line) > 0,
  );
  const limit = passed ?? limits[0];
  if (!limit) return undetermined('', '');
  const line = limit.stops
    ? `${amountInWords({ value: limit.line, unit: limit.unit })} (${cap.stopAt} % of ${formatDecimal(limit.limit)}), where supply stops`
    : amountInWords({ value: limit.line, unit: limit.unit });
  if (passed) {
    // More than the cap within a longer time than the cap's says nothing about the cap's own period.
    if (relation === 'whole')
      return undetermined(
        `${sum}: above ${line}, but for a longer time than ${days}.`,
        `periodTotal: the total for ${days} alone`,
      );
    return {
      effect: 'cap-exceeded',
      text: `${sum} for ${days}: ${limit.stops ? 'at or above' : 'above'} ${line}.`,
      missing: [],
    };
  }
  if (relation === 'part')
    return undetermined(
      `${sum}: below ${line}, but for a part of ${days} only.`,
      `periodTotal: the total for the whole of ${days}`,
    );
  const alert = cap.alerts.findLast(
    (percent) => compareAmounts(multiplyDecimals(value, '100'), multiplyDecimals(limit.limit, String(percent))) >= 0,
  );
  const warned = alert === undefined ? '' : ` The Committee warns from ${alert} % on.`;
  return {
    effect: 'within-cap',
    text: `${sum} for ${days}: ${limit.stops ? 'below' : 'not above'} ${line}.${warned}`,
    missing: [],
  };
}

function describeLimits(limits: readonly Limit[]): string {
  const words = limits.map((limit) => amountInWords({ value: limit.limit, unit: limit.unit })).join(' or ');
  return limits.length > 1 ? `${words}, whichever is reached first` : words;
}

function undetermined(text: string, missing: string): CapAnswer {
  return { effect: 'undetermined', text, missing: [missing] };
}

const WHOLE = /^\d{1,15}$/;

/** Exact; whole numbers that a double holds exactly are compared as such, which is the common case. */
function compareAmounts(a: Decimal, b: Decimal): number {
  if (WHOLE.test(a) && WHOLE.test(b)) return Number(a) - Number(b);
  return compareDecimals(a, b);
}
