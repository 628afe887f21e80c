import { expect, it } from 'vitest';
import { writePeriod } from './written-date.ts';

it.each([
  [null, null, null],
  ['2023-12-01', '2023-12-31', 'in December 2023'],
  ['2024-02-01', '2024-02-29', 'in February 2024'],
  ['2024-02-01', '2024-02-28', 'between 1 February 2024 and 28 February 2024'],
  ['2023-11-01', '2024-01-31', 'between November 2023 and January 2024'],
  ['2023-01-01', '2024-02-29', 'between January 2023 and February 2024'],
  ['2023-01-01', '2023-12-31', 'in 2023'],
  ['2022-01-01', '2023-12-31', 'between 2022 and 2023'],
  ['2023-12-05', '2023-12-05', 'on 5 December 2023'],
  [null, '2023-12-05', 'by 5 December 2023'],
  [null, '2023-11-30', 'by the end of November 2023'],
  [null, '2023-12-31', 'by the end of 2023'],
  ['2023-12-05', null, 'since 5 December 2023'],
  ['2023-12-01', null, 'since December 2023'],
  ['2023-01-01', null, 'since 2023'],
])('a time from %s to %s is written in its own measure', (from, to, words) => {
  expect(writePeriod({ from, to })).toBe(words);
});
