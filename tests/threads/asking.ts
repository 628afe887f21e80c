import { mock } from 'node:test';
import { openBoundedThread } from '../../src/core/threads/bounded-thread.ts';
import { openThreadPool } from '../../src/core/threads/thread-pool.ts';

/**
 * Asks threads for pieces of work, in a process of its own: a thread is large by what the process grows for it, and among other
 * tests the process may shrink meanwhile. Prints, for each question, how many pieces its thread has done.
 */
const ROOM = '../tests/threads';
const LIMITS = { milliseconds: 60_000, memoryMegabytes: 2_000 };
const LARGE = 400;

const askings: Record<string, () => Promise<unknown[]>> = {
  async growing() {
    const thread = openBoundedThread<number, number>(ROOM, LIMITS);
    const answers: unknown[] = [];
    for (const megabytes of [LARGE, 0, 0, LARGE, 0]) answers.push(await thread.ask(megabytes));
    await thread.close();
    return answers;
  },

  async idle() {
    mock.timers.enable({ apis: ['setTimeout'] });
    const pool = openThreadPool<number, number>(ROOM, LIMITS, 1);
    const answers: unknown[] = [];
    for (const [megabytes, wait] of [
      [0, 11_000],
      [LARGE, 1_000],
      [0, 11_000],
      [0, 0],
    ] as const) {
      answers.push(await pool.ask(megabytes));
      mock.timers.tick(wait);
    }
    await pool.close();
    return answers;
  },

  async left() {
    const answers: unknown[] = [];
    for (const [megabytes, limits] of [
      [0, LIMITS],
      [0, { ...LIMITS }],
      [LARGE, LIMITS],
      [0, LIMITS],
    ] as const) {
      const pool = openThreadPool<number, number>(ROOM, limits, 1);
      answers.push(await pool.ask(megabytes));
      await pool.close();
    }
    return answers;
  },
};

const answers = await askings[process.argv[2] ?? '']?.();
process.stdout.write(`${JSON.stringify(answers)}\n`);
