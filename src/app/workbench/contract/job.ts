import { z } from 'zod';
import { get, post } from './endpoint.ts';
import { contentsListed, documentsAdded } from './record/document.ts';
import { makePackageRequest, packageMade, packageReceived } from './record/exchange.ts';
import {
  mirrorRequest,
  publishRequest,
  recordContinued,
  recordMirrored,
  recordPublished,
  stampRequest,
  stampTaken,
} from './record/keeping.ts';
import { verificationResult } from './record/record.ts';
import { logLookedAt, lookRequest, witnessesAsked } from './record/watching.ts';
import { writeReportRequest, writtenReportFile } from './report.ts';
import { idParameter } from './request.ts';
import { listsAdded, listsSynced, screenedFile, tableRead } from './screening.ts';
import { list, problem, text, texts } from './shape.ts';

const TAG = 'Jobs and events';

/** What each kind of job comes to. Total: a new kind of job has its result here, and the pages find its type. */
export const JOB_RESULTS = {
  'add-documents': documentsAdded,
  'list-contents': contentsListed,
  'screen-file': screenedFile,
  'read-table': tableRead,
  verify: verificationResult,
  'write-report': list(writtenReportFile),
  'add-lists': listsAdded,
  'sync-lists': listsSynced,
  'make-package': packageMade,
  'receive-package': packageReceived,
  'ask-witnesses': witnessesAsked,
  'look-at-log': logLookedAt,
  'stamp-time': stampTaken,
  'publish-record': recordPublished,
  'mirror-record': recordMirrored,
  'continue-record': recordContinued,
} as const;
export type JobKind = keyof typeof JOB_RESULTS;
export type JobResult<Kind extends JobKind> = z.infer<(typeof JOB_RESULTS)[Kind]>;

/** Work that takes longer than a request: read documents, screen a file, verify, write reports. */
export const job = z
  .object({
    id: text,
    what: z.enum(Object.keys(JOB_RESULTS) as [JobKind, ...JobKind[]]),
    /** Whether it can be ended before its end. */
    cancellable: z.boolean(),
    state: z.enum(['running', 'done', 'failed']),
    step: text,
    done: z.int(),
    /** 0 when it cannot be told. */
    total: z.int(),
    /** Of the kind of job; null until it is done. */
    result: z.union(Object.values(JOB_RESULTS)).nullable(),
    problem: problem.nullable(),
    /** What the user must know whatever the result: a record recovered, a document not read. */
    notes: texts,
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof job>;

const jobList = z.object({ jobs: list(job) });
export type JobList = z.infer<typeof jobList>;

/** What goes on as a job answers it at once, with status 202; so do the forms that bring files. */
export const jobEndpoints = {
  list: get('/jobs', { tag: TAG, summary: 'Jobs, the newest first', answer: jobList }),
  detail: get('/jobs/{id}', {
    tag: TAG,
    summary: 'One job: where it is, and its result when it is done',
    parameters: idParameter,
    answer: job,
  }),
  cancel: post('/jobs/{id}/cancellations', {
    tag: TAG,
    summary: 'Ends a job that takes documents in; what was taken in until then stays. Answers the job',
    parameters: idParameter,
    answer: job,
  }),
  verify: post('/record/verifications', {
    tag: 'Record',
    summary: 'Checks every byte of the record; answers a job',
    answer: job,
    status: 202,
  }),
  lookAtLog: post('/record/looks', {
    tag: 'Watching together',
    summary: 'Looks at the log of another; answers a job. Each look is an act',
    body: lookRequest,
    answer: job,
    status: 202,
  }),
  stamp: post('/record/stamps', {
    tag: 'Watching together',
    summary: 'Has an authority stamp the time over the last cosigned checkpoint (RFC 3161); answers a job',
    body: stampRequest,
    answer: job,
    status: 202,
  }),
  publish: post('/record/publications', {
    tag: 'Watching together',
    summary: 'Publishes the log at the place that was named when the server was started; answers a job',
    body: publishRequest,
    answer: job,
    status: 202,
  }),
  mirror: post('/record/copies', {
    tag: 'Watching together',
    summary:
      'Brings the full copy at the place that was named when the server was started abreast, or checks it; answers a job',
    body: mirrorRequest,
    answer: job,
    status: 202,
  }),
  makePackage: post('/record/packages', {
    tag: 'Watching together',
    summary: 'Encrypts chosen acts with their proofs for named recipients; answers a job. What went to whom is logged',
    body: makePackageRequest,
    answer: job,
    status: 202,
  }),
  writeReport: post('/reports', {
    tag: 'Report',
    summary: 'Writes the report; answers a job. What was written is logged with the hash of each file',
    body: writeReportRequest,
    answer: job,
    status: 202,
  }),
  syncLists: post('/lists/sync', {
    tag: 'Lists',
    summary: 'Fetches the official lists; answers a job. It fails with what to do when no address answers',
    answer: job,
    status: 202,
  }),
};

/** `GET /events` (server-sent events): `changed` after acts were logged, `job` whenever a job moves on. */
export type ChangedEvent = { readonly version: string; readonly acts: number; readonly kinds: readonly string[] };
