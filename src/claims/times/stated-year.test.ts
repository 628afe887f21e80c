import { expect, test } from 'vitest';
import { tokenize } from '../tokens/token.ts';
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
  // Back and forth: the year of the telling was told as well.
  ['In April it sold lead.', [march2019, february2017], 'In April', '2019-04-01', '2019-04-30'],
  ['In April 2019 it sold lead.', [february2017], 'In April 2019', '2019-04-01', '2019-04-30'],
  ['Up to 5 August 2017 it sold lead.', [], 'Up to 5 August 2017', null, '2017-08-05'],
])('%s', (text, earlier, raw, from, to) => {
  expect(times(text, earlier)).toContainEqual([raw, from, to]);
});

test('an amount after "up to" is no time', () => {
  expect(times('It sold up to 500 tonnes.')).toEqual([]);
});
