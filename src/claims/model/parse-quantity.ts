import { compareDecimals, type Decimal, toDecimal } from '../../core/decimal.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import { BASES, type Basis } from './basis.ts';
import { ClaimsError } from './claims-error.ts';
import { NATURES, type Nature, QUALIFIERS, QUANTITY_PARTS, type Qualifier, type Quantity } from './quantity.ts';

/**
 * A quantity from JSON that a user wrote. Only `counts` is required: a missing qualifier follows from the bounds, a
 * missing phrase is made from them, numbers may be JSON numbers, null and missing mean the same.
 *
 * @throws ClaimsError `invalid-quantity`, naming the field and what it must be
 */
export function parseQuantity(json: unknown, place?: string): Quantity {
  const refuse = (message: string): never => {
    throw new ClaimsError('invalid-quantity', message, { place });
  };
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refuse(
      'A quantity is a JSON object such as {"counts":"attack","qualifier":"about","low":"40","high":"60"}.',
    );
  const fields = json as Record<string, unknown>;
  const text = (key: string): string | undefined => {
    const value = fields[key];
    if (value === undefined || value === null || value === '') return undefined;
    return typeof value === 'string' ? value : refuse(`"${key}" must be a string.`);
  };
  const bound = (key: 'low' | 'high'): Decimal | null => {
    const value = fields[key];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string' && typeof value !== 'number')
      return refuse(`"${key}" must be a decimal such as "40".`);
    try {
      return toDecimal(typeof value === 'string' ? value.replaceAll(',', '').trim() : value);
    } catch {
      return refuse(`"${key}" is "${String(value).slice(0, 40)}"; write digits, with a point before the fraction.`);
    }
  };
  const flag = (key: string): boolean | undefined => {
    const value = fields[key];
    if (value === undefined || value === null) return undefined;
    return typeof value === 'boolean' ? value : refuse(`"${key}" must be true or false.`);
  };
  const counts = text('counts') ?? refuse('"counts" is missing: say what is counted, such as "attack" or "USD".');
  let [low, high] = [bound('low'), bound('high')];
  const named = text('qualifier');
  if (named !== undefined && !(QUALIFIERS as readonly string[]).includes(named))
    refuse(`"qualifier" is "${named.slice(0, 40)}"; it must be one of ${QUALIFIERS.join(', ')}.`);
  const qualifier = (named as Qualifier | undefined) ?? qualifierOf(low, high);
  if (qualifier === 'exactly') [low, high] = [low ?? high, high ?? low];
  if (low !== null && high !== null && compareDecimals(low, high) > 0)
    refuse(`"low" (${low}) is above "high" (${high}).`);
  const lowOpen = flag('lowOpen') ?? (qualifier === 'more-than' && low !== null);
  const highOpen = flag('highOpen') ?? (qualifier === 'fewer-than' && high !== null);
  const unit = text('unit');
  // `scope` and `cumulative` are what files written before the fields `of` and `nature` say.
  const of = text('of') ?? text('scope');
  const event = text('event');
  const convention = text('convention');
  const alternative = text('alternative');
  const window = windowOf(fields.window, refuse);
  const nature = natureOf(text('nature'), flag('cumulative'), refuse);
  const asOf = dayOf(text('asOf'), refuse);
  const basis = basisOf(fields.basis, refuse);
  const series = seriesOf(fields.series, refuse);
  return {
    counts,
    ...(unit === undefined ? {} : { unit }),
    qualifier,
    low,
    high,
    ...(lowOpen ? { lowOpen } : {}),
    ...(highOpen ? { highOpen } : {}),
    raw: text('raw') ?? phraseOf(qualifier, low, high, unit ?? counts),
    ...(window === undefined ? {} : { window }),
    ...(of === undefined ? {} : { of }),
    ...(event === undefined ? {} : { event }),
    ...(nature === undefined ? {} : { nature }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(basis === undefined ? {} : { basis }),
    ...(convention === undefined ? {} : { convention }),
    ...(series === undefined ? {} : { series }),
    ...(alternative === undefined ? {} : { alternative }),
  };
}

function qualifierOf(low: Decimal | null, high: Decimal | null): Qualifier {
  if (low !== null && high !== null) return compareDecimals(low, high) === 0 ? 'exactly' : 'between';
  if (low !== null) return 'at-least';
  return high !== null ? 'at-most' : 'some';
}

function natureOf(
  named: string | undefined,
  cumulative: boolean | undefined,
  refuse: (message: string) => never,
): Nature | undefined {
  if (named === undefined) return cumulative ? 'running-total' : undefined;
  if (!(NATURES as readonly string[]).includes(named))
    refuse(`"nature" is "${named.slice(0, 40)}"; it must be one of ${NATURES.join(', ')}.`);
  return named as Nature;
}

function dayOf(day: string | undefined, refuse: (message: string) => never): string | undefined {
  if (day !== undefined && !isCalendarDate(day)) refuse('"asOf" must be a day such as "2024-03-28".');
  return day;
}

function basisOf(value: unknown, refuse: (message: string) => never): Quantity['basis'] {
  if (value === undefined || value === null) return undefined;
  const parts = typeof value === 'object' ? Object.entries(value) : [];
  const fits = ([part, basis]: [string, unknown]): boolean =>
    (QUANTITY_PARTS as readonly string[]).includes(part) && BASES.includes(basis as Basis);
  if (typeof value !== 'object' || Array.isArray(value) || !parts.every(fits))
    return refuse(`"basis" names how ${QUANTITY_PARTS.join(', ')} were read: ${BASES.join(', ')}.`);
  return Object.fromEntries(parts) as Quantity['basis'];
}

function seriesOf(value: unknown, refuse: (message: string) => never): Quantity['series'] {
  if (value === undefined || value === null) return undefined;
  const { kind, authority, asOf = null } = value as Record<string, unknown>;
  if (typeof value !== 'object' || typeof kind !== 'string' || typeof authority !== 'string')
    return refuse('"series" must be {"kind":"customs","authority":"customs of China","asOf":"YYYY-MM-DD" or null}.');
  return { kind, authority, asOf: asOf === null ? null : (dayOf(String(asOf), refuse) ?? null) };
}

function windowOf(value: unknown, refuse: (message: string) => never): DateInterval | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value))
    return refuse('"window" must be {"from":"YYYY-MM-DD","to":"YYYY-MM-DD"}.');
  const day = (key: 'from' | 'to'): string | null => {
    const date = (value as Record<string, unknown>)[key];
    if (date === undefined || date === null) return null;
    return typeof date === 'string' && isCalendarDate(date)
      ? date
      : refuse(`"window.${key}" must be a day such as "2024-03-28" or null.`);
  };
  const window = { from: day('from'), to: day('to') };
  if (window.from !== null && window.to !== null && window.from > window.to)
    return refuse('"window" ends before it begins.');
  return window.from === null && window.to === null ? undefined : window;
}

function phraseOf(qualifier: Qualifier, low: Decimal | null, high: Decimal | null, noun: string): string {
  if (low !== null && high !== null) return low === high ? `${low} ${noun}` : `${low} to ${high} ${noun}`;
  if (low !== null) return `${qualifier === 'more-than' ? 'more than' : 'at least'} ${low} ${noun}`;
  if (high !== null) return `${qualifier === 'fewer-than' ? 'fewer than' : 'up to'} ${high} ${noun}`;
  return `some ${noun}`;
}
