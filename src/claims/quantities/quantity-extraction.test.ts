import { describe, expect, test } from 'vitest';
import { extractQuantities } from './quantity-extraction.ts';

const of = (text: string) =>
  extractQuantities(text).map(({ counts, unit, qualifier, low, high, raw }) => [
    unit === undefined ? counts : `${counts}/${unit}`,
    qualifier,
    low,
    high,
    raw,
  ]);

test('a measure of two words, of which the second alone tells how far something is', () => {
  expect(of('It sold 45 cubic metres of timber 40 metres away.')).toEqual([
    ['timber/cubic metre', 'exactly', '45', '45', '45 cubic metres of timber'],
  ]);
});

test('a year later is no rate', () => {
  expect(of('It came to 45 tonnes a year later.')).toEqual([['tonne', 'exactly', '45', '45', '45 tonnes']]);
});

test.each([
  ['It sold about twenty-nine (29) rifles.', [['rifle', 'about', '23.2', '34.8', 'about twenty-nine (29) rifles']]],
  ['It paid a fine of MYR10,000.', [['MYR', 'exactly', '10000', '10000', 'MYR10,000']]],
  ['It shipped chips to Oslo under nine codes.', [['code', 'exactly', '9', '9', 'nine codes']]],
  ['Guards led Operation ARMES 72 in Narva.', []],
  ['It breaks Section 491B (1) of the code.', []],
  [
    'It paid 40 million dollars. Guards arrested 23,300 more, burned sheds and left.',
    [
      ['USD', 'exactly', '40000000', '40000000', '40 million dollars'],
      ['person', 'exactly', '23300', '23300', '23,300 more'],
    ],
  ],
])('%s', (text, expected) => {
  expect(of(text)).toEqual(expected);
});

describe('hedges', () => {
  test.each([
    ['about 40 trucks', 'about', '32', '48'],
    ['nearly 45 trucks', 'about', '36', '54'],
    ['some 45 trucks', 'about', '36', '54'],
    ['over 45 trucks', 'more-than', '45', null],
    ['upwards of 45 trucks', 'more-than', '45', null],
    ['at least 45 trucks', 'at-least', '45', null],
    ['no fewer than 45 trucks', 'at-least', '45', null],
    ['45 or more trucks', 'at-least', '45', null],
    ['up to 45 trucks', 'up-to', null, '45'],
    ['as many as 45 trucks', 'up-to', null, '45'],
    ['at most 45 trucks', 'at-most', null, '45'],
    ['not exceed 45 trucks', 'at-most', null, '45'],
    ['a cap of 45 trucks', 'at-most', null, '45'],
    ['fewer than 45 trucks', 'fewer-than', null, '45'],
    ['between 40 and 45 trucks', 'between', '40', '45'],
    ['40 to 45 trucks', 'between', '40', '45'],
    ['40-45 trucks', 'between', '40', '45'],
    ['two or three trucks', 'between', '2', '3'],
    ['dozens of trucks', 'some', null, null],
    ['hundreds of thousands of trucks', 'some', null, null],
    ['an estimated 45 trucks', 'exactly', '45', '45'],
    ['forty-five trucks', 'exactly', '45', '45'],
    ['one hundred and five trucks', 'exactly', '105', '105'],
    ['half a million trucks', 'exactly', '500000', '500000'],
    ['1.25 million trucks', 'exactly', '1250000', '1250000'],
    ['two dozen trucks', 'exactly', '24', '24'],
  ])('%s', (text, qualifier, low, high) => {
    expect(of(`They counted ${text}.`)).toEqual([['truck', qualifier, low, high, text]]);
  });
});

describe('what is counted', () => {
  test.each([
    ['The yard sold 12 short-range ballistic missiles.', ['short-range ballistic missile']],
    ['The yard sold 12 new North Korean missiles.', ['missile']],
    ['The yard sold 600,000 barrels of refined petroleum.', ['refined petroleum/barrel']],
    ['The yard sold 600,000 barrels.', ['barrel']],
    ['The yard moved 3,500 metric tons of coal.', ['coal/tonne']],
    ['The yard moved 30 t of coal and 200t of iron.', ['coal/tonne', 'iron/tonne']],
    ['Guards found 320g of cocaine.', ['cocaine/gram']],
    ['The raid cost $2.8 billion.', ['USD']],
    ['The raid cost 1.5 trillion won and 20 million euros.', ['KRW', 'EUR']],
    ['The storm injured 19 people.', ['person injured']],
    [
      'The text got 13 votes in favour, one against and two abstentions.',
      ['vote in favour', 'vote against', 'abstention'],
    ],
    ['The text passed by a vote of 12-2-1.', ['vote in favour', 'vote against', 'abstention']],
  ])('%s', (text, counts) => {
    expect(of(text).map((row) => row[0])).toEqual(counts);
  });

  test('parts of a whole are percentages with their whole as scope', () => {
    expect(extractQuantities('Two-thirds of the shells and 41.6 percent of the fuses failed.')).toMatchObject([
      { counts: 'percent', of: 'shells', low: '66.66666666666666666667' },
      { counts: 'percent', of: 'fuses', low: '41.6', high: '41.6' },
    ]);
  });

  test('either-or figures are alternatives of each other', () => {
    const [a, b] = extractQuantities('The crates hold more than 900,000 152 mm shells or 150,000 122 mm rockets.');
    expect(a).toMatchObject({ counts: 'shell', of: '152 mm', low: '900000' });
    expect(b).toMatchObject({ counts: 'rocket', of: '122 mm', low: '150000' });
    expect(a?.alternative).toBeDefined();
    expect(b?.alternative).toBe(a?.alternative);
  });

  test('a running total is told from a count', () => {
    expect(extractQuantities('It has shipped 700 crates since January.')).toMatchObject([
      { counts: 'crate', nature: 'running-total' },
    ]);
    expect(extractQuantities('It shipped 700 crates in 2022.')[0]?.nature).toBeUndefined();
  });
});

describe('figures in running text', () => {
  const row = (text: string) => of(text).map(([counts, qualifier, low, high]) => [counts, qualifier, low, high]);

  test.each([
    ['The yard sent several dozen rockets.', [['rocket', 'some', null, null]]],
    ['The yard sent a few hundred crates.', [['crate', 'some', null, null]]],
    ['The text capped exports of oil at 300,000 barrels a year.', [['barrel', 'at-most', null, '300000']]],
    [
      'The text limits sales to 4 million barrels of crude oil and 300,000 barrels of diesel.',
      [
        ['crude oil/barrel', 'at-most', null, '4000000'],
        ['diesel/barrel', 'at-most', null, '300000'],
      ],
    ],
    [
      'The staff fell from 2,410 to 1,095 engineers.',
      [
        ['engineer', 'exactly', '2410', '2410'],
        ['engineer', 'exactly', '1095', '1095'],
      ],
    ],
    ['Sales came to 200 to 500 million dollars.', [['USD', 'between', '200000000', '500000000']]],
    [
      'The ballot in the 15-member board was 11-3.',
      [
        ['vote in favour', 'exactly', '11', '11'],
        ['vote against', 'exactly', '3', '3'],
      ],
    ],
    ['Some three-thousand guards were hired.', [['guard', 'about', '2400', '3600']]],
    ['The total had already passed 600,000 barrels.', [['barrel', 'more-than', '600000', null]]],
    [
      'Denmark has listed 43 of the ferries, Norway 27 and Sweden 39.',
      [
        ['ferry', 'exactly', '43', '43'],
        ['ferry', 'exactly', '27', '27'],
        ['ferry', 'exactly', '39', '39'],
      ],
    ],
    ['Mortar rounds, of which hundreds were fired, are left out.', [['mortar round', 'some', null, null]]],
    [
      'Over 290 of its electronic parts bear the brands of 26 firms.',
      [
        ['electronic part', 'more-than', '290', null],
        ['firm', 'exactly', '26', '26'],
      ],
    ],
    [
      'The price rose 3 percent to $81.20.',
      [
        ['percent', 'exactly', '3', '3'],
        ['USD', 'exactly', '81.2', '81.2'],
      ],
    ],
    ['The group fired one cruise missile at the quay.', [['cruise missile', 'exactly', '1', '1']]],
    ['Between 30 and 40 IT workers left.', [['IT worker', 'between', '30', '40']]],
  ])('%s', (text, expected) => {
    expect(row(text)).toEqual(expected);
  });
});

describe('what is no quantity', () => {
  test.each([
    'All the crates except one were sealed, a club with one virtue.',
    'It was settled in five and a half months, once a quarter, like political scores.',
    'The listing bears the mark YEi.004.',
    'The member estimated 2018 exports.',
    'The Council met on 28 March 2024 at 10:30 a.m.',
    'Resolution 2397 (2017) followed resolutions 2270, 2321 and 2356.',
    'The mandate lasts 12 months and 15 days.',
    'The 34-year-old driver, aged 34, drove 550 miles and 900 km.',
    'The tanker Sun Wave 7 (IMO 8510324) sailed under paragraph 26 of S/2024/215.',
    'The 1718 Committee met in room 3, see annex 25 and page 14.',
    'A 152 mm gun has a range of 40 kilometres.',
    'One of them said that no one came.',
  ])('%s', (text) => {
    expect(of(text)).toEqual([]);
  });
});

test.each([
  ['The number of trucks that Latvia sent to Chad in May had reached about 40.', 'truck', 'about 40'],
  ['The volume of crates that the navy saw in Riga was around 40.', 'crate', 'around 40'],
  ['The number of barrels of diesel it may buy is capped at 40 a year.', 'diesel/barrel', 'capped at 40 a year'],
])('a figure counts what the number before it is of: %s', (text, counts, raw) => {
  expect(of(text).map(([thing, , , , phrase]) => [thing, phrase])).toEqual([[counts, raw]]);
});

test('"over" before a time compares nothing', () => {
  expect(of('Tankers called a total of 43 times over the past eight months.')[0]?.[2]).toBe('43');
});

describe('currencies by their codes', () => {
  test.each([
    ['Some EUR 210 billion remain frozen.', 'EUR', '168000000000', '252000000000', 'Some EUR 210 billion'],
    ['The bank paid USD 210 million to the firm.', 'USD', '210000000', '210000000', 'USD 210 million'],
    ['The bank paid NOK 85 to the firm.', 'NOK', '85', '85', 'NOK 85'],
    ['The bank paid 85 million SEK to the firm.', 'SEK', '85000000', '85000000', '85 million SEK'],
    [
      'It cost between A$85 million and A$95 million.',
      'AUD',
      '85000000',
      '95000000',
      'between A$85 million and A$95 million',
    ],
    ['It cost EUR 85 million to EUR 95 million.', 'EUR', '85000000', '95000000', 'EUR 85 million to EUR 95 million'],
  ])('%s', (text, code, low, high, raw) => {
    const found = of(text).map(([counts, , ...rest]) => [counts, ...rest]);
    expect(found).toContainEqual([code, low, high, raw]);
  });

  test('a word in small letters is none', () => {
    expect(of('In the end 85 try to leave.').map(([counts]) => counts)).not.toContain('TRY');
  });
});
