import { expect, it } from 'vitest';
import { createPace } from './pace.ts';

it('says how fast a step goes and how much time is left, once it is known', () => {
  const pace = createPace();
  const said = Array.from({ length: 20 }, (_, second) => pace(second * 1000, second * 12, 1200));
  expect(said.slice(0, 5)).toEqual(['', '', '', '', '']);
  expect(said[10]).toBe(', 12 a second, 2 min left');
  expect(said[19]).toBe(', 12 a second, 2 min left');
});

it('goes by what is done now, not by what was there before', () => {
  const pace = createPace();
  // A thousand documents that an earlier run had read, in a moment; then one in two seconds.
  pace(0, 0, 2000);
  pace(10, 1000, 2000);
  let said = '';
  for (let second = 1; second <= 120; second++) said = pace(second * 1000, 1000 + Math.floor(second / 2), 2000);
  expect(said).toBe(', 30.0 a minute, 32 min left');
});

it('gives no time where the number is not known or nothing moves', () => {
  const pace = createPace();
  for (let second = 0; second < 10; second++) pace(second * 1000, second, null);
  expect(pace(10_000, 10, null)).toBe(', 1.0 a second');
  const stuck = createPace();
  for (let second = 0; second < 60; second++) expect(stuck(second * 1000, 3, 10)).toBe('');
});
