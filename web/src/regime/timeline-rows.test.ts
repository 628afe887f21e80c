import { describe, expect, it } from 'vitest';
import { dayNumber } from './days.ts';
import { countOn, mandateRows, stepsOf } from './timeline-rows.ts';

describe('rows of the timeline', () => {
  it('count a measure on its first and last day, and not after', () => {
    const steps = stepsOf([
      { label: 'A', from: '2016-03-02', to: '2017-12-22' },
      { label: 'B', from: '2017-12-22', to: null },
      { label: 'C', from: '2018-01-02', to: '2018-01-01' },
    ]);
    const counted = ['2016-03-01', '2016-03-02', '2017-12-22', '2017-12-23', '2018-01-02'].map((day) =>
      countOn(steps, dayNumber(day)),
    );
    expect(counted).toEqual([0, 1, 2, 1, 1]);
  });

  it('show the time after the last mandate of a U.N. body as a gap, not that of others', () => {
    const term = { label: 'S/RES/2680(2023)', from: '2023-03-23', to: '2024-04-30' };
    const rows = mandateRows({
      title: '',
      from: '2020-01-01',
      to: '2025-01-01',
      asOf: '2025-01-01',
      votes: [],
      subjects: [],
      mandates: [
        { body: 'Panel', outsideUn: false, terms: [{ ...term, from: '2022-03-25', to: '2023-04-30' }, term] },
        { body: 'Team', outsideUn: true, terms: [term] },
      ],
    });
    expect(rows[0]?.terms).toHaveLength(1);
    expect(rows[0]?.gaps.map(({ words }) => words)).toEqual(['no mandate since 2024-05-01']);
    expect(rows[1]?.gaps).toEqual([]);
  });
});
