import { expect, test } from 'vitest';
import { tokenize } from '../tokens/token.ts';
import { findTimes } from './time-expression.ts';

const times = (text: string, published: string | null = '2024-03-29') =>
  findTimes(text, tokenize(text, 0, text.length), published).map(({ from, to, raw }) => [raw, from, to]);

// 29 March 2024 was a Friday.
test.each([
  ['It left on March 28.', 'on March 28', '2024-03-28', '2024-03-28'],
  ['It left on 28 March 2022.', 'on 28 March 2022', '2022-03-28', '2022-03-28'],
  ['It left on Dec. 22, 2017.', 'on Dec. 22, 2017', '2017-12-22', '2017-12-22'],
  ['It left on November 3.', 'on November 3', '2023-11-03', '2023-11-03'],
  ['It left overnight on Tuesday.', 'on Tuesday', '2024-03-26', '2024-03-26'],
  ['It left in the fourth quarter.', 'in the fourth quarter', '2023-10-01', '2023-12-31'],
  ['It will leave in the fourth quarter.', 'in the fourth quarter', '2024-10-01', '2024-12-31'],
  ['It will leave in the first half of next year.', 'in the first half of next year', '2025-01-01', '2025-06-30'],
  ['It left in the second half of the year.', 'in the second half of the year', '2023-07-01', '2023-12-31'],
  [
    'It left in the six-month period ending in February.',
    'in the six-month period ending in February',
    '2023-09-01',
    '2024-02-29',
  ],
  ['It left as recently as January.', 'as recently as January', '2024-01-01', '2024-01-31'],
  ['It left in May and again in July 2023.', 'in May and again in July 2023', '2023-05-01', '2023-07-31'],
  ['It left in the last five months of 2022.', 'in the last five months of 2022', '2022-08-01', '2022-12-31'],
  ['It left in the last five months of the war.', 'in the last five months', null, null],
  ['It left on 2024-03-05.', 'on 2024-03-05', '2024-03-05', '2024-03-05'],
  ['It left in the week of 5 March.', 'in the week of 5 March', '2024-03-05', '2024-03-11'],
  ['It left on the last day of February.', 'on the last day of February', '2024-02-29', '2024-02-29'],
  ['It left within six months of May 2023.', 'within six months of May 2023', null, null],
  ['It left no later than 3 March.', 'no later than 3 March', null, '2024-03-03'],
  [
    'It left three days before the raid of 10 March.',
    'three days before the raid of 10 March',
    '2024-03-07',
    '2024-03-07',
  ],
  ['It left in both 2019 and 2020.', 'in both 2019 and 2020', '2019-01-01', '2020-12-31'],
  ['It left in 1Q 2023.', 'in 1Q 2023', '2023-01-01', '2023-03-31'],
  ['It left in H2 2022.', 'in H2 2022', '2022-07-01', '2022-12-31'],
  ['It left during federal fiscal year 2019.', 'during federal fiscal year 2019', '2018-10-01', '2019-09-30'],
  [
    'During the fiscal year, which ended September 30, it left.',
    'During the fiscal year, which ended September 30',
    '2022-10-01',
    '2023-09-30',
  ],
  [
    'It left in the January to March period of 2022.',
    'in the January to March period of 2022',
    '2022-01-01',
    '2022-03-31',
  ],
  ['It left in the full 12 months of 2021.', 'in the full 12 months of 2021', '2021-01-01', '2021-12-31'],
  ['It left in late 2021 and early 2022.', 'in late 2021 and early 2022', '2021-07-01', '2022-06-30'],
  ['It left in Q4.', 'in Q4', '2023-10-01', '2023-12-31'],
  ['It left in Q1.', 'in Q1', '2024-01-01', '2024-03-31'],
  ['It left in 2021-22.', 'in 2021-22', '2021-01-01', '2022-12-31'],
  ['It left last winter.', 'last winter', null, null],
  ['It left on Tuesday.', 'on Tuesday', '2024-03-26', '2024-03-26'],
  ['It left on Friday.', 'on Friday', '2024-03-29', '2024-03-29'],
  ['It left on the 3rd.', 'the 3rd', '2024-03-03', '2024-03-03'],
  ['It left on the 30th.', 'the 30th', null, null],
  ['It was dated the 3rd.', 'the 3rd', '2024-03-03', '2024-03-03'],
  ['It left on the 21st of last month.', 'the 21st of last month', '2024-02-21', '2024-02-21'],
  ['It left yesterday.', 'yesterday', '2024-03-28', '2024-03-28'],
  ['It left last year.', 'last year', '2023-01-01', '2023-12-31'],
  ['It left last month.', 'last month', '2024-02-01', '2024-02-29'],
  ['It left last September.', 'last September', '2023-09-01', '2023-09-30'],
  ['It left last week.', 'last week', '2024-03-18', '2024-03-24'],
  ['Ten years ago this week it left.', 'Ten years ago this week', '2014-01-01', '2014-12-31'],
  ['It left two years ago today.', 'two years ago today', '2022-01-01', '2022-12-31'],
  ['It left three days ago.', 'three days ago', '2024-03-26', '2024-03-26'],
  ['It left in March last year.', 'in March last year', '2023-03-01', '2023-03-31'],
  ['It sailed over March 2021-June 2022.', 'over March 2021-June 2022', '2021-03-01', '2022-06-30'],
  ['It was of the 1991 level.', '1991', '1991-01-01', '1991-12-31'],
  ['It sailed from at least 2019 until May 2021.', 'from at least 2019 until May 2021', '2019-01-01', '2021-05-31'],
  [
    'It sailed from in or around June 2019 through on or about 3 May 2021.',
    'from in or around June 2019 through on or about 3 May 2021',
    '2019-06-01',
    '2021-05-03',
  ],
  ['It has sailed since at least 2019.', 'since at least 2019', '2019-01-01', null],
  ['Beginning in June 2019, it sailed.', 'Beginning in June 2019', '2019-06-01', null],
  ['It left three days after the 3 March raid.', 'three days after the 3 March', '2024-03-06', '2024-03-06'],
  ['It left a week before 3 March.', 'a week before 3 March', '2024-02-25', '2024-02-25'],
  ['It left in 2006.', 'in 2006', '2006-01-01', '2006-12-31'],
  ['It left in September 2023.', 'in September 2023', '2023-09-01', '2023-09-30'],
  ['It has sailed since September.', 'since September', '2023-09-01', null],
  ['It has sailed since mid-2022.', 'since mid-2022', '2022-05-01', null],
  ['It sold oil until approximately May 2023.', 'until approximately May 2023', null, '2023-05-31'],
  [
    'From its founding in 2010 until about May 2019, it sold oil.',
    'From its founding in 2010 until about May 2019',
    '2010-01-01',
    '2019-05-31',
  ],
  ['It sailed until 5 May 2023.', 'until 5 May 2023', null, '2023-05-05'],
  ['It sailed from 7 March to 5 November.', 'from 7 March to 5 November', '2023-03-07', '2023-11-05'],
  ['It sailed between January and August 2019.', 'between January and August 2019', '2019-01-01', '2019-08-31'],
  ['It sailed in the first half of 2021.', 'in the first half of 2021', '2021-01-01', '2021-06-30'],
  ['It sailed in the first nine months of 2025.', 'in the first nine months of 2025', '2025-01-01', '2025-09-30'],
  ['It sold coal in June and July of last year.', 'in June and July of last year', '2023-06-01', '2023-07-31'],
  [
    'It sold coal in September, November and January.',
    'in September, November and January',
    '2023-09-01',
    '2024-01-31',
  ],
  ['It came on Monday and Tuesday.', 'on Monday and Tuesday', '2024-03-25', '2024-03-26'],
  ['It came on 5, 6 and 7 May 2022.', 'on 5, 6 and 7 May 2022', '2022-05-05', '2022-05-07'],
  ['In March of this year it left.', 'In March of this year', '2024-03-01', '2024-03-31'],
  ['It left in March last year.', 'in March last year', '2023-03-01', '2023-03-31'],
  ['It meets on April 5.', 'on April 5', '2024-04-05', '2024-04-05'],
  ['It had fallen by mid-February.', 'by mid-February', null, '2024-02-29'],
  ['It is to end by June.', 'by June', null, '2024-06-30'],
  ['As of March 20 it lay idle.', 'As of March 20', null, '2024-03-20'],
  ['It has bought none for the rest of the year.', 'the rest of the year', null, '2024-12-31'],
  ['It has sailed since the lifting of the ban in 2013.', 'since the lifting of the ban in 2013', '2013-01-01', null],
  ['It was the first since March 7, when it sank.', 'since March 7', '2024-03-07', '2024-03-07'],
  ['It sold oil in the past year.', 'in the past year', '2023-03-29', '2024-03-29'],
  ['It sold oil in the fourth quarter.', 'in the fourth quarter', '2023-10-01', '2023-12-31'],
  ['It sold oil in the last week of February.', 'in the last week of February', '2024-02-23', '2024-02-29'],
  ['It sold oil in the seven weeks to 18 February.', 'in the seven weeks to 18 February', '2024-01-01', '2024-02-18'],
  ['It sold oil in January-March 2023.', 'in January-March 2023', '2023-01-01', '2023-03-31'],
  ['It sold oil in the summer of 2023.', 'in the summer of 2023', '2023-06-01', '2023-08-31'],
  ['It met over the weekend.', 'over the weekend', '2024-03-23', '2024-03-24'],
  ['It sold oil (April to July 2023).', 'April to July 2023', '2023-04-01', '2023-07-31'],
  ['It has sold oil since at least February.', 'since at least February', '2024-02-01', null],
  ['It sold oil in the first week of March.', 'in the first week of March', '2024-03-01', '2024-03-07'],
  ['It sold oil in Q4 2023.', 'in Q4 2023', '2023-10-01', '2023-12-31'],
  ['It sold oil in 2022/23.', 'in 2022/23', '2022-01-01', '2023-12-31'],
  ['It sold oil in the month of May.', 'in the month of May', '2023-05-01', '2023-05-31'],
  ['It sold oil over the course of 2023.', 'over the course of 2023', '2023-01-01', '2023-12-31'],
  ['It left on 5/6 May 2023.', 'on 5/6 May 2023', '2023-05-05', '2023-05-06'],
  ['It left on 05.06.2023.', 'on 05.06.2023', '2023-06-05', '2023-06-05'],
  ['It left overnight.', 'overnight', '2024-03-28', '2024-03-29'],
  ['It sank in the past 24 hours.', 'in the past 24 hours', '2024-03-28', '2024-03-29'],
  ['It left last summer.', 'last summer', '2023-06-01', '2023-08-31'],
  ['The 2022 attack was the worst.', '2022', '2022-01-01', '2022-12-31'],
])('%s', (text, raw, from, to) => {
  expect(times(text)).toEqual([[raw, from, to]]);
});

test.each([
  'The Luna, the 2nd in a series, left.',
  'It will leave on the 20th.',
  'It is to leave on the 20th.',
  'Since the 3rd it has left.',
])('a number that tells no day: %s', (text) => {
  expect(times(text)).toEqual([]);
});

test('a part of a year that is far from over is not of the year of the telling', () => {
  // "Last year was a bad one. In the first seven months of the year …", told in January.
  expect(times('It was hit in the first seven months of the year.', '2024-01-20')).toEqual([
    ['in the first seven months of the year', null, null],
  ]);
  expect(times('It was hit in the first seven months of the year.', '2024-07-25')).toEqual([
    ['in the first seven months of the year', '2024-01-01', '2024-07-31'],
  ]);
});

test('without a day of publication relative dates stay open, printed years do not', () => {
  expect(times('It left on Tuesday.', null)).toEqual([['on Tuesday', null, null]]);
  expect(times('It left in 2006.', null)).toEqual([['in 2006', '2006-01-01', '2006-12-31']]);
});

test('what is told of the same day or the next is measured from the day told last', () => {
  expect(times('It left on March 4 and came back the next day.')).toEqual([
    ['on March 4', '2024-03-04', '2024-03-04'],
    ['the next day', '2024-03-05', '2024-03-05'],
  ]);
  const text = 'On the same day two more left.';
  const words = tokenize(text, 0, text.length);
  const stated = [
    { from: '2024-03-04', to: '2024-03-04', raw: 'on 4 March' },
    { from: '2023-01-01', to: '2023-12-31', raw: 'in 2023' },
  ];
  expect(findTimes(text, words, '2024-03-29', stated)).toMatchObject([{ from: '2024-03-04', to: '2024-03-04' }]);
  expect(findTimes(text, words, '2024-03-29')).toMatchObject([{ from: null, to: null }]);
});

test('an hour without a day is one of the day told last', () => {
  const text = 'It was fired at 6:14 a.m. towards the sea.';
  const words = tokenize(text, 0, text.length);
  const day = { from: '2024-03-04', to: '2024-03-04', raw: 'on 4 March' };
  expect(findTimes(text, words, '2024-03-29', [day])).toMatchObject([{ from: day.from, to: day.to }]);
  expect(findTimes(text, words, '2024-03-29')).toEqual([]);
  expect(times('It was fired at 6:14 a.m. on March 20.')).toEqual([['on March 20', '2024-03-20', '2024-03-20']]);
});

test('words that only look like dates are none', () => {
  expect(times('They may march against 2,024 tonnes.')).toEqual([]);
});

// Without a day of publication, the year that a range prints once holds for both its ends.
test.each([
  ['It sailed between 1 January and 15 September 2023.', '2023-01-01', '2023-09-15'],
  ['It sailed between November and March 2023.', '2022-11-01', '2023-03-31'],
  ['It sailed from 3 March to 5 May 2022.', '2022-03-03', '2022-05-05'],
  ['It sailed on July 8 to 12, 2021.', '2021-07-08', '2021-07-12'],
  ['It sailed between 1 January and 15 September.', null, null],
])('%s', (text, from, to) => {
  expect(times(text, null).map(([, ...bounds]) => bounds)).toEqual([[from, to]]);
});
