import { describe, expect, test } from 'vitest';
import { parsePeriod, recurringPeriod, relatePeriods } from './period.ts';

describe('periods of totals and caps', () => {
  test.each([
    ['2018', { from: '2018-01-01', to: '2018-12-31' }],
    ['2017-Q4', { from: '2017-10-01', to: '2017-12-31' }],
    ['2017Q1', { from: '2017-01-01', to: '2017-03-31' }],
    ['2017-11', { from: '2017-11-01', to: '2017-11-30' }],
    ['2017-10-01/2017-12-31', { from: '2017-10-01', to: '2017-12-31' }],
    ['2017-12-31/2017-10-01', undefined],
    ['last year', undefined],
    ['2017-Q5', undefined],
  ])('%s', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  test('a recurring period is counted from its anchor', () => {
    expect(recurringPeriod('2017-12-22', 12, '2018-12-21')).toEqual({ from: '2017-12-22', to: '2018-12-21' });
    expect(recurringPeriod('2017-12-22', 12, '2018-12-22')).toEqual({ from: '2018-12-22', to: '2019-12-21' });
    expect(recurringPeriod('2018-01-01', 12, '2024-02-29')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(recurringPeriod('2020-01-31', 1, '2020-03-01')).toEqual({ from: '2020-02-29', to: '2020-03-30' });
  });

  test('a year stands for the period that shares most of it, an interval only for itself', () => {
    const cap = { from: '2017-12-22', to: '2018-12-21' };
    const year = { from: '2018-01-01', to: '2018-12-31' };
    expect(relatePeriods(year, cap, true)).toBe('same');
    expect(relatePeriods(year, cap, false)).toBe('other');
    expect(relatePeriods({ from: '2017-01-01', to: '2017-12-31' }, cap, true)).toBe('other');
    expect(relatePeriods({ from: '2018-01-01', to: '2018-05-31' }, cap, false)).toBe('part');
    expect(relatePeriods({ from: '2017-01-01', to: '2018-12-31' }, cap, false)).toBe('whole');
  });
});
