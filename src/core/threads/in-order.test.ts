import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

it('gives results in the order of the items, of which no more are worked on at once than is said', async () => {
  let working = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++working);
    await after((item * 7) % 5);
    working -= 1;
    return item * 2;
  };
  const results: number[] = [];
  for await (const { item, result } of inOrder(
    Array.from({ length: 40 }, (_, at) => at),
    3,
    work,
  )) {
    expect(result).toBe(item * 2);
    results.push(result);
  }
  expect(results).toEqual(Array.from({ length: 40 }, (_, at) => at * 2));
  expect(most).toBe(3);
});

it('tells a failure in its turn, after the work that was begun has ended', async () => {
  let ended = 0;
  const work = async (item: number): Promise<number> => {
    await after(item === 1 ? 0 : 10);
    ended += 1;
    if (item === 1) throw new Error('the second fails');
    return item;
  };
  const seen: number[] = [];
  const go = async () => {
    for await (const { result } of inOrder([0, 1, 2, 3, 4], 4, work)) seen.push(result);
  };
  await expect(go()).rejects.toThrow('the second fails');
  expect(seen).toEqual([0]);
  // The first fills the places with 0 to 3, and 4 takes that of 0.
  expect(ended).toBe(5);
});
