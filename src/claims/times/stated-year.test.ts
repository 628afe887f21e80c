import { expect, test } from 'vitest';
import { tokenize } from '../tokens/token.ts';
import { isHistory } from './history.ts';
import type { StatedTime } from './stated-year.ts';
import { findTimes } from './time-expression.ts';

const times = (text: string, earlier: readonly StatedTime[] = []) =>
  findTimes(text, tokenize(text, 0, text.length), '2019-06-20', earlier).map(({ from, to, raw }) => [raw, from, to]);

const february2017 = { from: '2017-02-01', to: '2017-02-28', raw: 'In February 2017' } as const;
const march2019 = { from: '2019-03-01', to: '2019-03-31', raw: 'in March 2019' } as const;

test.each<[string, readonly StatedTime[], string, string | null, string | null]>([
  ['In April it sold lead.', [february2017], 'In April', null, null],
  ['On 3 April it sold lead.', [february2017], 'On 3 April', null, null],
  ['In July of that year it sold lead.', [february2017], 'In July of that year', '2017-07-01', '2017-07-31'],
  ['In July of the same year it sold lead.', [february2017], 'In July of the same year', '2017-07-01', '2017-07-31'],
  ['On 3 July that year it sold lead.', [february2017], 'On 3 July that year', '2017-07-03', '2017-07-03'],
  [
    'It sold lead that same day.',
    [{ from: '2016-10-08', to: '2016-10-08', raw: 'on 8 October 2016' }],
    'that same day',
    '2016-10-08',
    '2016-10-08',
  ],
  ['In July of that year it sold lead.', [], 'In July of that year', null, null],
  ['In April it sold lead.', [], 'In April', '2019-04-01', '2019-04-30'],
  ['In April it sold lead.', [march2019], 'In April', '2019-04-01', '2019-04-30'],
  // The year of a bare month was inferred: it says nothing about the next one.
  [
    'In April it sold lead.',
    [{ from: '2018-11-01', to: '2018-11-30', raw: 'In November' }],
    'In April',
    '2019-04-01',
    '2019-04-30',
  ],
  // A day within weeks of one that was told with its year, and a year told as the subject.
  [
    'On 9 October it sold lead.',
    [{ from: '2016-10-08', to: '2016-10-08', raw: 'on 8 October 2016' }],
    'On 9 October',
    '2016-10-09',
    '2016-10-09',
  ],
  // How old a thing is, in passing.
  ['The ship, built in 1998, sailed in April.', [], 'in April', '2019-04-01', '2019-04-30'],
  // Back and forth: the year of the telling was told as well.
  ['In April it sold lead.', [march2019, february2017], 'In April', '2019-04-01', '2019-04-30'],
  ['In April 2019 it sold lead.', [february2017], 'In April 2019', '2019-04-01', '2019-04-30'],
  ['Up to 5 August 2017 it sold lead.', [], 'Up to 5 August 2017', null, '2017-08-05'],
])('%s', (text, earlier, raw, from, to) => {
  expect(times(text, earlier)).toContainEqual([raw, from, to]);
});

test('"the year" is the one that was told, where the text tells of no year beside it', () => {
  const whole = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31`, raw: `in ${year}` }) as const;
  const text = 'It sold lead throughout the year.';
  expect(times(text, [whole(2017)])).toEqual([['throughout the year', '2017-01-01', '2017-12-31']]);
  expect(times(text, [whole(2016), whole(2017)])).toEqual([['throughout the year', null, null]]);
  expect(times(text)).toEqual([['throughout the year', '2019-01-01', '2019-12-31']]);
});

test('in a history a bare month is of the year told, as long as the telling goes forward', () => {
  const read = (text: string, earlier: readonly StatedTime[]) =>
    findTimes(text, tokenize(text, 0, text.length), '2019-06-20', earlier, true).map(({ from }) => from);
  expect(read('In April it sold lead.', [february2017])).toEqual(['2017-04-01']);
  expect(read('In January it sold lead.', [february2017])).toEqual([null]);
});

test.each([
  ['It left in 2012. It came back in 2014 and sank in 2015.', true],
  // News, a text of the year told, and one with too few years.
  ['It left in 2012. It came back in 2014 and sank in 2015, the navy said on Tuesday.', false],
  ['It left in 2012. It came back in 2014 and sank in 2019.', false],
  ['It left in 2012 and came back in 2014.', false],
])('history: %s', (text, expected) => {
  expect(isHistory(text, '2019-06-20')).toBe(expected);
});

test('an amount after "up to" is no time', () => {
  expect(times('It sold up to 500 tonnes.')).toEqual([]);
});
