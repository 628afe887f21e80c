import { describe, expect, it } from 'vitest';
import { timelineSpan, timelineTicks } from './timeline-span.ts';

const claim = (from: string | null, to: string | null, published: string | null = null) => ({ from, to, published });

describe('the span of a timeline', () => {
  it('reaches over what is spoken of and over the days of publication', () => {
    const span = timelineSpan([claim('2023-09-01', null), claim(null, null, '2024-05-08')]);
    expect(span!.from < '2023-09-01').toBe(true);
    expect(span!.to > '2024-05-08').toBe(true);
  });

  it('is null where no day is named', () => {
    expect(timelineSpan([claim(null, null)])).toBeNull();
  });

  it('counts by months over a year, by years over ten, by days over a week', () => {
    expect(timelineTicks({ from: '2023-11-15', to: '2024-02-10' }).map(({ day }) => day)).toEqual([
      '2023-12-01',
      '2024-01-01',
      '2024-02-01',
    ]);
    expect(timelineTicks({ from: '2013-06-01', to: '2016-01-02' }).length).toBe(31);
    expect(timelineTicks({ from: '2009-06-01', to: '2020-06-01' }).map(({ words }) => words)[0]).toBe('2010');
    expect(timelineTicks({ from: '2024-03-28', to: '2024-04-02' }).map(({ day }) => day)).toEqual([
      '2024-03-28',
      '2024-03-29',
      '2024-03-30',
      '2024-03-31',
      '2024-04-01',
      '2024-04-02',
    ]);
  });
});
