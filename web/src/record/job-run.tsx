import { useEffect, useRef, useState } from 'react';
import type { Job, JobKind, JobResult } from '../../../src/app/workbench/contract/job.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { asProblem, postForm, postJson } from '../api/client.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { refreshAll } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Progress } from '../parts/progress.tsx';

/** One piece of work that this part of the page has begun, from the button to what came of it. */
export type JobRun<Kind extends JobKind> = {
  readonly job: Job | undefined;
  readonly running: boolean;
  readonly result: JobResult<Kind> | null;
  readonly problem: Problem | null;
  /** Sends a form, or an object as JSON. */
  readonly start: (path: string, body: object | FormData) => Promise<void>;
};

export function useJobRun<Kind extends JobKind>(what: Kind): JobRun<Kind> {
  const [started, setStarted] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const job = useJob(started);
  const result = jobResult(job, what);
  const ended = result === null ? null : (job?.id ?? null);
  const refreshed = useRef<string | null>(null);
  // Cosignatures and stamps are no acts: nobody else tells of them.
  useEffect(() => {
    if (ended === null || refreshed.current === ended) return;
    refreshed.current = ended;
    void refreshAll();
  }, [ended]);
  const start = async (path: string, body: object | FormData) => {
    setProblem(null);
    setStarted(null);
    try {
      const answer = await (body instanceof FormData ? postForm<Job>(path, body) : postJson<Job>(path, body));
      noteJob(answer);
      setStarted(answer.id);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return { job, running: job?.state === 'running', result, problem, start };
}

/** How far the work is, or why it failed; what came of it the caller shows. */
export function JobState({ run: { job, problem }, label }: { readonly run: JobRun<JobKind>; readonly label: string }) {
  return (
    <>
      {problem === null ? null : <ErrorNote problem={problem} />}
      {job?.state === 'running' ? <Progress label={label} step={job.step} done={job.done} total={job.total} /> : null}
      {job?.state === 'failed' && job.problem !== null ? <ErrorNote problem={job.problem} /> : null}
    </>
  );
}
