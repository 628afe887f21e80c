import type { Job, JobKind, JobResult } from '../../../src/app/workbench/contract/job.ts';

/** What a job of one kind came to; null while it runs, when it failed, and of a job of another kind. */
export function jobResult<Kind extends JobKind>(job: Job | undefined, what: Kind): JobResult<Kind> | null {
  return job?.state === 'done' && job.what === what ? (job.result as JobResult<Kind>) : null;
}
