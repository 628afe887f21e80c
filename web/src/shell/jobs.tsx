import type { Job } from '../../../src/app/workbench/contract/job.ts';
import { dismissJob, useJobs } from '../api/events.ts';
import { Button } from '../parts/button.tsx';
import { Progress } from '../parts/progress.tsx';

const WHAT: Readonly<Record<Job['what'], string>> = {
  'add-documents': 'Reading documents',
  'list-contents': 'Looking into files',
  'screen-file': 'Screening a file',
  'read-table': 'Reading a table',
  verify: 'Verifying the record',
  'write-report': 'Writing the report',
  'add-lists': 'Reading lists',
  'sync-lists': 'Fetching lists',
  'make-package': 'Making a package',
  'receive-package': 'Opening a package',
  'ask-witnesses': 'Asking the witnesses',
  'look-at-log': 'Looking at a log',
  'stamp-time': 'Stamping the time',
  'publish-record': 'Publishing the log',
  'mirror-record': 'Copying the record',
  'continue-record': 'Beginning a new log',
};

/** Work that goes on after every page, and work that failed until it is dismissed. */
export function Jobs() {
  const jobs = useJobs().filter(({ state }) => state !== 'done');
  if (jobs.length === 0) return null;
  return (
    <section className="jobs" aria-label="Work going on">
      {jobs.map((job) =>
        job.state === 'running' ? (
          <Progress key={job.id} label={WHAT[job.what]} step={job.step} done={job.done} total={job.total} />
        ) : (
          <p key={job.id} className="job-failed">
            <span>
              <strong>{WHAT[job.what]} failed.</strong> {job.problem?.detail}
            </span>
            <Button look="quiet" onClick={() => dismissJob(job.id)}>
              Dismiss
            </Button>
          </p>
        ),
      )}
    </section>
  );
}
