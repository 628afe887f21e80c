import { z } from 'zod';
import { signed } from '../request.ts';
import { maybeText, text, texts } from '../shape.ts';

const TAG = 'Watching together';

/** Where this workspace is published and copied to, as whoever started the server named it; null where nobody did. */
export const keptAt = z.object({ publication: maybeText, copy: maybeText });

export const stampRequest = z.object({
  /** Address of an authority. */
  tsa: z.url({ protocol: /^https?$/ }).max(2000),
  /** Stamp the last stamp as well, before its authority's certificate ends. */
  renew: z.boolean(),
});

/** What an authority has stamped: the result of its job. */
export const stampTaken = z.object({
  size: z.int(),
  /** Its file under `record/cosigned/`. */
  name: text,
  at: text,
  authority: text,
  /** When the certificate of the authority ends. */
  expires: text,
});

export const stampQueryRequest = stampRequest.pick({ renew: true });

/** A request of RFC 3161 to be carried to an authority. */
export const stampQuery = z.object({ size: z.int(), name: text, base64: text });
export type StampQuery = z.infer<typeof stampQuery>;

/** `POST /record/stamps/replies`, a multipart form with an authority's reply as `file`. Answers a job. */
export const stampReplyForm = {
  path: '/record/stamps/replies',
  tag: TAG,
  summary: 'Takes an authority’s reply to such a request, verifies and keeps it; answers a job',
  fields: z.object({}),
};

export const publishRequest = z.object({
  /** Documents and acts are published by the command line alone: what protected sources gave is among them. */
  extent: z.enum(['hashes', 'leaves']),
});

/** What was published, and where: the result of its job. */
export const recordPublished = z.object({
  way: text,
  size: z.int(),
  root: text,
  written: z.int(),
  unchanged: z.int(),
  /** Whether others have cosigned what was published. */
  cosigned: z.boolean(),
});

/** `verify` checks the copy and changes nothing; `copy` brings it abreast of the record and checks it. */
export const mirrorRequest = z.object({ mode: z.enum(['copy', 'verify']) });

/** What the copy holds, checked byte for byte: the result of its job. */
export const recordMirrored = z.object({
  place: text,
  acts: z.int(),
  documents: z.int(),
  copied: z.int(),
  /** Null where nothing was read back: a copy to a store is checked when that is asked for. */
  whole: z.boolean().nullable(),
  faults: texts,
});

/**
 * `POST /record/continuations`, a multipart form with an exported record as `file`, or without: then this record. Answers a job.
 */
export const continueForm = {
  path: '/record/continuations',
  tag: TAG,
  summary: 'Begins a new log, in a workspace of its own, that names the old one and holds its acts; answers a job',
  fields: z.object({ by: signed.by, reason: z.string().trim().min(1, 'say why the old log ends').max(2000) }),
};

/** The new log: the result of its job. */
export const recordContinued = z.object({
  /** The folder of the new workspace. */
  workspace: text,
  origin: text,
  vkey: text,
  from: z.object({ origin: text, size: z.int() }),
  acts: z.int(),
  documents: z.int(),
});

/** A log that this one goes on for. */
export const continuedLog = z.object({ act: text, at: text, origin: text, size: z.int(), reason: text });
