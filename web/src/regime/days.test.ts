import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, isDate, neighbour } from './days.ts';

describe('days along an axis', () => {
  it('are one apart over a leap day and back again', () => {
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
    expect(dateOfDay(dayNumber('2024-02-29') + 1)).toBe('2024-03-01');
  });

  it('are told from what an address may hold else', () => {
    expect(['2024-02-29', '2023-02-29', '2024-13-01', '24-1-1', undefined].map(isDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('have neighbours among the days on which the law changed', () => {
    const days = ['2006-10-14', '2009-06-12', '2024-04-30'];
    expect(neighbour(days, '2009-06-12', 1)).toBe('2024-04-30');
    expect(neighbour(days, '2009-06-13', -1)).toBe('2009-06-12');
    expect(neighbour(days, '2006-10-14', -1)).toBeNull();
  });
});
