import { expect, it, vi } from 'vitest';
import { openBoundedThread } from '../../src/core/threads/bounded-thread.ts';
import { openThreadPool } from '../../src/core/threads/thread-pool.ts';

const ROOM = '../tests/threads';
const LIMITS = { milliseconds: 60_000, memoryMegabytes: 2_000 };
const LARGE = 400;

it('keeps a thread that has loaded what it needs, and ends one that grows again', async () => {
  const thread = openBoundedThread<number, number>(ROOM, LIMITS);
  const asked: unknown[] = [];
  for (const megabytes of [LARGE, 0, 0, LARGE, 0]) asked.push(await thread.ask(megabytes));
  expect(asked).toEqual([1, 2, 3, 4, 1].map((answer) => ({ answer })));
  await thread.close();
}, 60_000);

it('gives the memory of a large thread back when nothing comes for it to do', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const pool = openThreadPool<number, number>(ROOM, LIMITS, 1);
  try {
    const asked: unknown[] = [];
    for (const [megabytes, wait] of [
      [0, 11_000],
      [LARGE, 1_000],
      [0, 11_000],
      [0, 0],
    ] as const) {
      asked.push(await pool.ask(megabytes));
      vi.advanceTimersByTime(wait);
    }
    expect(asked).toEqual([1, 2, 3, 1].map((answer) => ({ answer })));
  } finally {
    vi.useRealTimers();
    await pool.close();
  }
}, 60_000);

it('leaves a thread to the next pool of the same limits, unless it is large', async () => {
  const limits = { ...LIMITS };
  const answerOf = async (megabytes: number, own = limits) => {
    const pool = openThreadPool<number, number>(ROOM, own, 1);
    try {
      return await pool.ask(megabytes);
    } finally {
      await pool.close();
    }
  };
  expect(await answerOf(0)).toEqual({ answer: 1 });
  expect(await answerOf(0, { ...LIMITS })).toEqual({ answer: 1 });
  expect(await answerOf(LARGE)).toEqual({ answer: 2 });
  expect(await answerOf(0)).toEqual({ answer: 1 });
}, 60_000);
