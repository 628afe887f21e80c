import { describe, expect, test } from 'vitest';
import { loadRegime } from '../loading/load.ts';
import { questionInWords } from './question.ts';

const regime = loadRegime('un-1718');

describe('the question as it was understood', () => {
  test('says what a name was taken for, the route, the totals and what was stated', () => {
    const words = questionInWords(regime, {
      date: '2018-06-01',
      act: 'sale',
      goods: { name: 'diesel', hs: '27.10' },
      from: 'China',
      to: 'KP',
      via: ['RU'],
      quantity: { value: '1', unit: 'ton' },
      periodTotal: { value: '600000', unit: 'bbl', period: '2018' },
      contractDate: '2018-05-01',
      parties: ['un-KPe.020'],
      circumstances: ['livelihood'],
    });
    expect(words).toBe(
      'Asked: 2018-06-01, supply, diesel (taken as Gas oil), HS 2710; from China to North Korea by way of Russia; 1 tonne; in all 600,000 barrels for 2018; contract of 2018-05-01; parties un-KPe.020; stated: livelihood.',
    );
  });

  test('says no more than was given', () => {
    expect(questionInWords(regime, { date: '2018-06-01', act: 'launch', from: 'KP' })).toBe(
      'Asked: 2018-06-01, launch; from North Korea.',
    );
    expect(
      questionInWords(regime, {
        date: '2017-12-01',
        act: 'supply',
        goods: { name: 'unobtainium' },
        to: 'KP',
        origin: 'RU',
        periodTotal: { value: '3', unit: 'USD', period: '2017-10-01/2017-12-31' },
      }),
    ).toBe(
      'Asked: 2017-12-01, supply, unobtainium; to North Korea; origin Russia; in all 3 USD for 2017-10-01 to 2017-12-31.',
    );
  });

  test('a question that cannot be put is refused as the assessment refuses it', () => {
    expect(() => questionInWords(regime, { date: '2018-06-01', act: 'suply' })).toThrow(/nearest is "supply"/);
  });
});
