import { availableParallelism, totalmem } from 'node:os';
import { type BoundedThread, openBoundedThread, type WatchedThread, type WorkLimits } from './bounded-thread.ts';

/** A thread that holds a language model, with what it works on. */
const MEMORY_A_THREAD = 1.5 * 1024 ** 3;

/** How many pieces of work go on at once: one a core, and fewer where memory would not suffice. */
export const MOST_THREADS = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_A_THREAD)));

/** How long a thread beside the first, or a large one, waits for work before it gives its memory back. */
const IDLE_MS = 10_000;

type Member<Request, Answer> = {
  readonly thread: WatchedThread<Request, Answer>;
  idle: NodeJS.Timeout | null;
};

/** A thread that waits for the next pool of its room. */
type Spare = {
  readonly room: string;
  readonly thread: WatchedThread<unknown, unknown>;
  readonly idle: NodeJS.Timeout;
};

/** By their limits: threads that pools had when they were closed. The next pool begins with one, since it takes half a second to start. */
const spares = new Map<WorkLimits, Spare>();

/** Keeps a thread for the next pool, for as long as others wait for work. @returns whether it is kept */
function keepSpare(room: string, usual: WorkLimits, thread: WatchedThread<unknown, unknown>): boolean {
  if (thread.isLarge() || spares.has(usual)) return false;
  const idle = setTimeout(() => {
    spares.delete(usual);
    void thread.close();
  }, IDLE_MS);
  // Waiting for nothing must not keep the program from ending.
  idle.unref();
  spares.set(usual, { room, thread, idle });
  return true;
}

/** The thread that another pool of the room and these limits left. */
function takeSpare(room: string, usual: WorkLimits): WatchedThread<unknown, unknown> | undefined {
  const found = spares.get(usual);
  if (found?.room !== room) return undefined;
  spares.delete(usual);
  clearTimeout(found.idle);
  return found.thread;
}

/**
 * Bounded threads of one room that work side by side, started when there is work for them. Whoever asks while all are busy waits
 * for the first that is free.
 */
export function openThreadPool<Request, Answer>(
  room: string,
  usual: WorkLimits,
  size = MOST_THREADS,
): BoundedThread<Request, Answer> {
  const free: Member<Request, Answer>[] = [];
  const waiting: ((member: Member<Request, Answer>) => void)[] = [];
  const asking = new Set<Promise<unknown>>();
  const leaving = new Set<Promise<void>>();
  let opened = 0;
  let closed = false;

  const take = (): Promise<Member<Request, Answer>> => {
    const known = free.pop();
    if (known !== undefined) {
      if (known.idle !== null) clearTimeout(known.idle);
      known.idle = null;
      return Promise.resolve(known);
    }
    if (opened >= size) return new Promise((resolve) => waiting.push(resolve));
    opened += 1;
    const left = takeSpare(room, usual) as WatchedThread<Request, Answer> | undefined;
    return Promise.resolve({ thread: left ?? openBoundedThread<Request, Answer>(room, usual), idle: null });
  };

  const isKept = ({ thread }: Member<Request, Answer>): boolean => opened === 1 && !thread.isLarge();

  const giveBack = (member: Member<Request, Answer>): void => {
    const next = waiting.shift();
    if (next !== undefined) {
      next(member);
      return;
    }
    free.push(member);
    if (closed || isKept(member)) return;
    member.idle = setTimeout(() => leave(member), IDLE_MS);
    // Waiting for nothing must not keep the program from ending.
    member.idle.unref();
  };

  const leave = (member: Member<Request, Answer>): void => {
    const at = free.indexOf(member);
    if (at < 0 || isKept(member)) return;
    free.splice(at, 1);
    opened -= 1;
    const gone = member.thread.close().finally(() => leaving.delete(gone));
    leaving.add(gone);
  };

  const askOne = async (...request: Parameters<BoundedThread<Request, Answer>['ask']>) => {
    const member = await take();
    try {
      return await member.thread.ask(...request);
    } finally {
      giveBack(member);
    }
  };

  return {
    ask: (...request) => {
      if (closed) return Promise.reject(new Error('the threads are closed'));
      const answer = askOne(...request);
      const settled: Promise<unknown> = answer.catch(() => undefined).finally(() => asking.delete(settled));
      asking.add(settled);
      return answer;
    },
    close: async () => {
      closed = true;
      await Promise.all(asking);
      for (const { idle } of free) if (idle !== null) clearTimeout(idle);
      const ended = free
        .splice(0)
        .filter(({ thread }) => !keepSpare(room, usual, thread as WatchedThread<unknown, unknown>));
      await Promise.all([...leaving, ...ended.map(({ thread }) => thread.close())]);
    },
  };
}
