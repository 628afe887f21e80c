import type { Problem } from './page.ts';

/** Work that takes longer than a request: read documents, screen a file, verify, write reports. */
export type Job = {
  readonly id: string;
  readonly what: 'add-documents' | 'screen-file' | 'verify' | 'write-report' | 'add-lists' | 'sync-lists';
  readonly state: 'running' | 'done' | 'failed';
  readonly step: string;
  readonly done: number;
  /** 0 when it cannot be told. */
  readonly total: number;
  readonly result: unknown;
  readonly problem: Problem | null;
  /** What the user must know whatever the result: a record recovered, a document not read. */
  readonly notes: readonly string[];
};

/** `GET /jobs`, newest first, and `GET /jobs/{id}`. A POST that answers a Job does so with status 202. */
export type JobList = { readonly jobs: readonly Job[] };

/** `GET /events` (server-sent events): `changed` after acts were logged, `job` whenever a job moves on. */
export type ChangedEvent = { readonly version: string; readonly acts: number; readonly kinds: readonly string[] };
