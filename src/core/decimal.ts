import Big from 'big.js';
import { CoreError } from './errors.ts';

/**
 * An exact decimal number as a string: optional minus, digits, optional fraction; no exponent, no leading zeros, no
 * trailing zeros in the fraction. Figures of sanctions law and of sources are decimal ("41.6 %", "400,870,018"), and
 * binary fractions would make two equal figures unequal.
 */
export type Decimal = string;

/** Enough places for any unit factor in use; division is the only operation that rounds (half up). */
const DIVISION_PLACES = 20;
const ExactBig = Big();
ExactBig.DP = DIVISION_PLACES;
ExactBig.RM = Big.roundHalfUp;

/** Beyond this length a "number" in a document is an attack on the program or a telephone book, not a figure. */
const LONGEST = 200;

/** Normal form of a number written in digits (no separators). @throws CoreError `not-a-decimal` */
export function toDecimal(text: string | number): Decimal {
  const source = String(text).trim();
  if (source.length > LONGEST || !/^-?\d+(\.\d+)?$/.test(source)) {
    if (typeof text === 'number' && Number.isFinite(text)) return new ExactBig(text).toFixed();
    throw new CoreError(
      'not-a-decimal',
      `"${source.slice(0, 40)}" is not a decimal number; write digits, with a point before the fraction`,
    );
  }
  return plain(new ExactBig(source));
}

export function isDecimal(text: string): boolean {
  return text.length <= LONGEST && /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text) && text !== '-0';
}

export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a === b) return 0;
  return new ExactBig(a).cmp(b);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return plain(new ExactBig(a).plus(b));
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return plain(new ExactBig(a).minus(b));
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return plain(new ExactBig(a).times(b));
}

/** Quotient, rounded half up at 20 places when it does not end. @throws CoreError `not-a-decimal` for a zero divisor */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (compareDecimals(b, '0') === 0) throw new CoreError('not-a-decimal', `${a} cannot be divided by zero`);
  return plain(new ExactBig(a).div(b));
}

/** Rounded half up to a number of places, trailing zeros removed. */
export function roundDecimal(a: Decimal, places: number): Decimal {
  return plain(new ExactBig(a).round(places, Big.roundHalfUp));
}

/** With thousands separators, for people: 1234567.5 as "1,234,567.5". */
export function formatDecimal(a: Decimal): string {
  const [whole = '', fraction] = a.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function plain(value: Big): Decimal {
  const text = value.toFixed();
  return text === '-0' ? '0' : text;
}
