import type { Decimal } from '../../core/decimal.ts';
import { addMonths, isCalendarDate } from '../../core/time/calendar.ts';
import { intersectIntervals } from '../../core/time/interval.ts';
import { type Period, parsePeriod, recurringPeriod } from '../../regime/model/period.ts';
import type { Cap, Provision, Regime } from '../../regime/model/regime.ts';
import { TradeError } from '../errors.ts';

/** A paragraph that caps, with the days and limits that a ledger is kept for. */
export type CapPeriod = {
  readonly provision: Provision;
  readonly cap: Cap;
  readonly period: Period;
  readonly limits: readonly { readonly unit: string; readonly value: Decimal }[];
};

type Row = Cap['periods'][number];

/** The paragraphs of a regime that set a cap in amounts. */
export function cappingProvisions(regime: Regime): readonly (Provision & { readonly cap: Cap })[] {
  return regime.provisions.filter(
    (provision): provision is Provision & { readonly cap: Cap } => (provision.cap?.periods.length ?? 0) > 0,
  );
}

/** The paragraph with a cap in amounts, by its id. @throws TradeError `no-cap` naming those there are */
export function cappingProvision(regime: Regime, id: string): Provision & { readonly cap: Cap } {
  const wanted = id.trim().replace(/\s+/g, ' ');
  const capping = cappingProvisions(regime);
  const found = capping.find((provision) => provision.id === wanted);
  if (found !== undefined) return found;
  throw new TradeError(
    'no-cap',
    `"${wanted.slice(0, 60)}" sets no cap in amounts; write one of ${capping.map((one) => one.id).join(', ')}`,
  );
}

/**
 * The cap's period that is asked for: by a day in it, by a year (the period that holds its 1 July) or by the interval itself, which may
 * be a part of a period. A period ends where another paragraph took the place of this one.
 * @throws TradeError `no-period` naming the periods there are
 */
export function capPeriodOf(provision: Provision & { readonly cap: Cap }, text: string): CapPeriod {
  const said = text.trim();
  const none = (): TradeError =>
    new TradeError(
      'no-period',
      `${provision.id} has no period for "${said.slice(0, 40)}"; it has ${periodsInWords(provision)}. Write a day, a year or an interval of one of them`,
    );
  const day = isCalendarDate(said) ? said : /^\d{4}$/.test(said) ? `${said}-07-01` : undefined;
  if (day !== undefined) {
    const found = holding(provision, day);
    if (found === undefined) throw none();
    return { provision, cap: provision.cap, period: found.period, limits: found.limits };
  }
  const interval = parsePeriod(said);
  if (interval === undefined) throw none();
  const found = holding(provision, interval.from) ?? holding(provision, interval.to);
  if (found === undefined || interval.from < found.whole.from || interval.to > found.whole.to) throw none();
  const shared = intersectIntervals(interval, found.period);
  const period = { from: shared.from ?? found.period.from, to: shared.to ?? found.period.to };
  return { provision, cap: provision.cap, period, limits: found.limits };
}

/** All periods of a cap that began by a day, the first ones first. */
export function capPeriodsUntil(provision: Provision & { readonly cap: Cap }, day: string): readonly CapPeriod[] {
  const last = provision.to !== null && provision.to < day ? provision.to : day;
  const periods: CapPeriod[] = [];
  for (const row of provision.cap.periods)
    for (let from = row.from; from <= last && (row.until === undefined || from <= row.until); ) {
      const { from: first, to } = wholePeriod(row, from);
      const period = inForce({ from: first, to }, provision);
      if (period.from <= period.to) periods.push({ provision, cap: provision.cap, period, limits: row.limits });
      if (row.everyMonths === undefined) break;
      from = addMonths(first, row.everyMonths);
    }
  return periods;
}

type Held = { readonly period: Period; readonly whole: Period; readonly limits: CapPeriod['limits'] };

function holding(provision: Provision & { readonly cap: Cap }, day: string): Held | undefined {
  if (day < provision.from || (provision.to !== null && day > provision.to)) return undefined;
  const row = provision.cap.periods.find((one) => one.from <= day && (one.until === undefined || day <= one.until));
  if (row === undefined) return undefined;
  const whole = wholePeriod(row, day);
  return { period: inForce(whole, provision), whole, limits: row.limits };
}

function wholePeriod(row: Row, day: string): Period {
  return row.everyMonths === undefined
    ? { from: row.from, to: row.until ?? day }
    : recurringPeriod(row.from, row.everyMonths, day);
}

function inForce(period: Period, provision: Provision): Period {
  const { from, to } = intersectIntervals(period, provision);
  return { from: from ?? period.from, to: to ?? period.to };
}

/** `2016-11-30/2016-12-31, 2017-01-01/2017-08-04`, or the first of a series that goes on. */
function periodsInWords(provision: Provision & { readonly cap: Cap }): string {
  const words = provision.cap.periods.flatMap((row) => {
    if (provision.to !== null && row.from > provision.to) return [];
    const { from, to } = inForce(wholePeriod(row, row.from), provision);
    const series =
      row.everyMonths !== undefined && (provision.to === null || addMonths(row.from, row.everyMonths) <= provision.to);
    return [`${from}/${to}${series ? ` and every ${row.everyMonths} months from then on` : ''}`];
  });
  return words.join(', ');
}
