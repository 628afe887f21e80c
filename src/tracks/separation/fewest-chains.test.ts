import { expect, test } from 'vitest';
import { fewestChains } from './fewest-chains.ts';

test('takes the cheaper of two links', () => {
  const links = [
    { from: 1, to: 2, cost: 1 },
    { from: 0, to: 2, cost: 5 },
  ];
  expect([...fewestChains(3, links)]).toEqual([-1, 2, -1]);
});

test('exchanges links where one chain less is possible, and only there', () => {
  // 0 goes on as 2 at the least cost, but then nothing can be before 3.
  const links = [
    { from: 0, to: 2, cost: 1 },
    { from: 0, to: 3, cost: 3 },
    { from: 1, to: 2, cost: 4 },
  ];
  expect([...fewestChains(4, links)]).toEqual([3, 2, -1, -1]);
  expect([...fewestChains(4, links.slice(0, 1))]).toEqual([2, -1, -1, -1]);
});

test('goes along a path of several exchanges', () => {
  const links = [
    { from: 0, to: 3, cost: 1 },
    { from: 1, to: 4, cost: 1 },
    { from: 1, to: 3, cost: 2 },
    { from: 2, to: 4, cost: 2 },
    { from: 0, to: 5, cost: 9 },
  ];
  expect([...fewestChains(6, links)]).toEqual([5, 3, 4, -1, -1, -1]);
});
