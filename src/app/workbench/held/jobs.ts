import { randomBytes } from 'node:crypto';
import type { Progress } from '../../progress.ts';
import type { Job, JobKind, JobResult } from '../contract/job.ts';
import type { EventHub } from './events.ts';
import { OWN_FAULT, problemOf } from './problem.ts';

/** Work that takes longer than a request. */
export type JobBoard = {
  /** Starts at once; `work` tells where it is, and what it answers is the job's result. */
  start<Kind extends JobKind>(what: Kind, work: (progress: Progress) => Promise<JobResult<Kind>>): Job;
  get(id: string): Job | undefined;
  /** Ends a running job where it can be ended, and answers it as it stands; what it did until then stays. */
  cancel(id: string): Job | undefined;
  /** Newest first. */
  list(): readonly Job[];
  /** Resolves when no job runs any more. */
  settled(): Promise<void>;
};

/** Work that can be ended between its parts: documents that were taken in stay, and the rest is not taken in. */
const CANCELLABLE: ReadonlySet<JobKind> = new Set<JobKind>(['add-documents']);
/** Jobs that have ended and are still told of. */
const MOST_ENDED = 100;
/** A job that counts bytes would otherwise tell thousands of times. */
const TELL_MS = 100;

export function openJobBoard(events: EventHub, onError: (error: unknown) => void): JobBoard {
  const jobs = new Map<string, Job>();
  const running = new Set<Promise<void>>();
  const endings = new Map<string, AbortController>();

  const forgetOld = (): void => {
    const ended = [...jobs.values()].filter(({ state }) => state !== 'running');
    for (const { id } of ended.slice(0, Math.max(0, ended.length - MOST_ENDED))) jobs.delete(id);
  };

  return {
    start(what, work) {
      const id = `j-${randomBytes(9).toString('hex')}`;
      let job: Job = {
        id,
        what,
        cancellable: CANCELLABLE.has(what),
        state: 'running',
        step: '',
        done: 0,
        total: 0,
        result: null,
        problem: null,
        notes: [],
      };
      let reported = 0;
      let step = '';
      const ending = new AbortController();
      endings.set(id, ending);
      const move = (change: Partial<Job>, always: boolean): void => {
        job = Object.freeze({ ...job, ...change });
        jobs.set(id, job);
        const now = Date.now();
        if (!always && now - reported < TELL_MS) return;
        reported = now;
        events.tell({ name: 'job', data: job });
      };
      const progress: Progress = {
        step: (name) => {
          step = name;
          move({ step, done: 0, total: 0 }, true);
        },
        detail: (text) => move({ step: `${step} (${text})` }, false),
        signal: ending.signal,
        advance: (done, total) => move({ done, total: total ?? 0 }, false),
        note: (text) => move({ notes: [...job.notes, text] }, true),
        done: () => undefined,
      };
      move({}, true);
      const task = Promise.resolve()
        .then(() => work(progress))
        .then(
          (result) => move({ state: 'done', result }, true),
          (error: unknown) => {
            const known = problemOf(error);
            if (known === null) onError(error);
            move({ state: 'failed', problem: known ?? OWN_FAULT }, true);
          },
        )
        .finally(() => {
          running.delete(task);
          endings.delete(id);
          forgetOld();
        });
      running.add(task);
      return job;
    },
    get: (id) => jobs.get(id),
    cancel: (id) => {
      if (jobs.get(id)?.cancellable === true) endings.get(id)?.abort();
      return jobs.get(id);
    },
    list: () => [...jobs.values()].reverse(),
    settled: async () => {
      await Promise.all(running);
    },
  };
}
