import { useEffect, useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { ContentsListed } from '../../../src/app/workbench/contract/record/document.ts';
import { asProblem, postForm } from '../api/client.ts';
import { dismissJob, noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';

export type SentContents = ContentsListed['files'][number];

/** What lies in files that hold others: of each file by its number, and whether it is still being looked for. */
export type Contents = {
  readonly byFile: ReadonlyMap<number, SentContents>;
  readonly looking: boolean;
  /** Why the content could not be listed; all of it is taken in then. */
  readonly fault: string | null;
};

/** Names under which archives, mails and captures go. What hides under another is taken in with all that lies in it. */
const HOLDS_FILES = /\.(?:zip|wacz|tar|tgz|gz|warc|mbox|eml|msg|mht|mhtml)$/i;

const NONE: Contents = { byFile: new Map(), looking: false, fault: null };

/** Has the server list what lies in files before any of it is taken in. */
export function useContents(files: readonly File[]): Contents {
  const [asked, setAsked] = useState<{ readonly of: readonly File[]; readonly job: string | null } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setFault(null);
    setAsked(null);
    const holding = files.filter(({ name }) => HOLDS_FILES.test(name));
    if (holding.length === 0) return;
    let isLeft = false;
    const form = new FormData();
    for (const file of holding) form.append('file', file, file.name);
    setAsked({ of: files, job: null });
    postForm<Job>('/documents/contents', form).then(
      (job) => {
        noteJob(job);
        if (isLeft) dismissJob(job.id);
        else setAsked({ of: files, job: job.id });
      },
      (error: unknown) => {
        if (isLeft) return;
        setFault(asProblem(error).detail);
        setAsked(null);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [files]);
  const job = useJob(asked?.job ?? null);
  const failure = job?.state === 'failed' ? (job.problem?.detail ?? 'It could not be looked into.') : null;
  if (asked === null || asked.of !== files) return { ...NONE, fault };
  const result = jobResult(job, 'list-contents');
  const numbers = files.flatMap(({ name }, at) => (HOLDS_FILES.test(name) ? [at] : []));
  return {
    byFile: new Map((result?.files ?? []).map((one, at) => [numbers[at] ?? -1, one])),
    looking: result === null && failure === null,
    fault: failure,
  };
}
