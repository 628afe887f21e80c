import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  formatDecimal,
  isDecimal,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
  toDecimal,
} from './decimal.ts';

const PLACES = 6;
const scaled = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

/** An integer number of millionths, as a decimal. */
function decimalOf(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  return toDecimal(`${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`);
}

describe('decimals', () => {
  it('compute as integers of millionths do, without rounding', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        const [x, y] = [decimalOf(a), decimalOf(b)];
        expect(addDecimals(x, y)).toBe(decimalOf(a + b));
        expect(subtractDecimals(x, y)).toBe(decimalOf(a - b));
        expect(compareDecimals(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(multiplyDecimals(multiplyDecimals(x, y), '1000000000000')).toBe(toDecimal((a * b).toString()));
      }),
    );
  });

  it('have one spelling each', () => {
    fc.assert(
      fc.property(scaled, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (a, before, after) => {
        const text = decimalOf(a);
        expect(isDecimal(text)).toBe(true);
        expect(toDecimal(text)).toBe(text);
        const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
        expect(toDecimal(`${sign}${'0'.repeat(before)}${whole}.${fraction || '0'}${'0'.repeat(after)}`)).toBe(text);
      }),
    );
  });

  it('divide so that multiplying gives the dividend back to 19 places', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        fc.pre(b !== 0n && b > -(10n ** 12n) && b < 10n ** 12n);
        const back = multiplyDecimals(divideDecimals(decimalOf(a), decimalOf(b)), decimalOf(b));
        expect(roundDecimal(back, PLACES)).toBe(decimalOf(a));
      }),
    );
  });

  it('refuse what is not a number in digits, and division by zero', () => {
    for (const text of ['', '1,000', '1e3', '.5', '5.', '--1', 'ten', '9'.repeat(201)])
      expect(() => toDecimal(text)).toThrow(expect.objectContaining({ code: 'not-a-decimal' }));
    expect(() => divideDecimals('1', '0')).toThrow(expect.objectContaining({ code: 'not-a-decimal' }));
  });

  it('are shown with thousands separators', () => {
    expect(formatDecimal('400870018.25')).toBe('400,870,018.25');
    expect(formatDecimal('-1234')).toBe('-1,234');
    expect(formatDecimal('999')).toBe('999');
  });
});
