import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { jobEndpoints } from '../../app/workbench-contract.ts';
import { type Job, problem } from '../../app/workbench-facade.ts';
import { addCall, type WorkbenchApi } from './api.ts';
import { ProblemAnswer } from './problems.ts';

/** Between events, so that a connection that broke is noticed at both ends. */
const HEARTBEAT_MS = 20_000;
/** A reader who takes none of so many events is let go, and may connect again: nothing is kept for who does not read. */
const MOST_WAITING = 1000;

export function addJobs(api: WorkbenchApi): void {
  addCall(api, jobEndpoints.list, ({ workbench }) => ({ jobs: workbench.jobs.list() }));
  addCall(api, jobEndpoints.detail, ({ workbench, parameters }) =>
    jobOrNone(workbench.jobs.get(parameters.id), parameters.id),
  );
  addCall(api, jobEndpoints.cancel, ({ workbench, parameters }) =>
    jobOrNone(workbench.jobs.cancel(parameters.id), parameters.id),
  );
}

/** @throws ProblemAnswer where there is none */
function jobOrNone(job: Job | undefined, id: string): Job {
  if (job !== undefined) return job;
  throw new ProblemAnswer(problem(404, 'no-such-job', 'There is no such job, or it ended long ago.', id));
}

/** `changed` after acts were logged, `job` whenever a job moves on (server-sent events). */
export function addEvents({ app, workbench }: WorkbenchApi, ended: AbortSignal): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/events',
    tags: ['Jobs and events'],
    summary: 'Server-sent events: "changed" after acts were logged, "job" whenever a job moves on',
    responses: { 200: { description: 'Open', content: { 'text/event-stream': { schema: z.string() } } } },
  });
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      await new Promise<void>((resolve) => {
        let writing: Promise<unknown> = Promise.resolve();
        let waiting = 0;
        const send = (event: string, data: string): void => {
          waiting++;
          if (waiting > MOST_WAITING) end();
          else
            writing = writing
              .then(() => stream.writeSSE({ event, data }))
              .then(() => waiting--)
              .catch(end);
        };
        const stopListening = workbench.events.listen(({ name, data }) => send(name, JSON.stringify(data)));
        const heartbeat = setInterval(() => send('alive', ''), HEARTBEAT_MS);
        const end = (): void => {
          clearInterval(heartbeat);
          stopListening();
          ended.removeEventListener('abort', end);
          resolve();
        };
        stream.onAbort(end);
        ended.addEventListener('abort', end, { once: true });
        send('alive', '');
      });
    }),
  );
}
