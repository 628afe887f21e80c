import { z } from 'zod';
import { get, post } from '../endpoint.ts';
import { page } from '../page.ts';
import { emptyAsNone, pageQuery, signed } from '../request.ts';
import { list, maybeText, optional, text, texts } from '../shape.ts';

const TAG = 'Watching together';

const statement = z.object({
  act: text,
  recordedBy: text,
  origin: text,
  their: text,
  kind: text,
  by: maybeText,
  at: maybeText,
  marking: maybeText,
  text,
});
export type Statement = z.infer<typeof statement>;

/** What a package that came was, and what was logged of it: the result of its job. */
export const packageReceived = z.object({
  /** False: nothing was logged, since nobody here knows the sender. */
  known: z.boolean(),
  from: z.object({ origin: text, key: text, name: text }),
  marking: maybeText,
  received: texts,
  unchanged: z.int(),
  withheld: z.int(),
  documents: texts,
  statements: list(statement),
});

/** What went into a package: the result of its job. */
export const packageMade = z.object({
  /** Its name at `/record/packages/{name}`. */
  name: text,
  acts: texts,
  documents: texts,
  shared: text,
});

const planned = z.object({
  acts: texts,
  documents: texts,
  withheld: texts,
  protected: texts,
  protectedDocuments: texts,
  /** How far acts that came from others may go on, as those have said. */
  markings: list(z.object({ marking: text, acts: z.int() })),
});
export type PackagePlan = z.infer<typeof planned>;

/** Ids of acts, those of documents for all that speaks of them, or `all`. */
const chosenActs = z.array(z.string().max(200)).min(1, 'say what is to go').max(100_000);

export const makePackageRequest = z.object({
  by: signed.by,
  acts: chosenActs,
  /** Recipients of age. */
  to: z.array(z.string().trim().min(1).max(5000)).min(1, 'say for whom').max(100),
  documents: z.boolean(),
  marking: optional(z.string().trim().max(100)),
  /** Whether what protected sources gave stays here; else it is asked for expressly. */
  protected: z.enum(['stay', 'go']),
  /** How the sender calls itself. */
  name: optional(z.string().trim().min(1).max(200)),
});

const recipient = z.object({ recipient: text });

export const exchangeEndpoints = {
  received: get('/record/received', {
    tag: TAG,
    summary: 'What others have stated, as their records have it, the newest first',
    query: z.object(pageQuery),
    answer: page(statement),
  }),
  recipient: post('/record/recipient', {
    tag: TAG,
    summary: 'What others encrypt packages for when they share with this workspace; made at the first call',
    answer: recipient,
  }),
  plan: post('/record/packages/plan', {
    tag: TAG,
    summary: 'What a package of these acts would hold; makes none',
    body: z.object({ acts: chosenActs }),
    answer: planned,
  }),
};

/** `POST /record/received`, a multipart form with the package as `file`. Answers a job. */
export const receiveForm = {
  path: '/record/received',
  tag: TAG,
  summary: 'Opens a package, verifies all of it and logs each act as the word of the sender; answers a job',
  fields: z.object({
    by: signed.by,
    /** How the sender is called here. */
    name: emptyAsNone,
    /** The sender's key, once it was confirmed by voice or on paper. */
    key: emptyAsNone,
  }),
};
