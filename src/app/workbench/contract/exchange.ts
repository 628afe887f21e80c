import { z } from 'zod';
import { LOOK_STATES } from '../../../exchange/publication/look.ts';
import { get, post } from './endpoint.ts';
import { page } from './page.ts';
import { emptyAsNone, pageQuery, signed } from './request.ts';
import { list, maybeText, optional, text, texts } from './shape.ts';

const TAG = 'Watching together';

/** A witness of the policy, and the largest note that it is known to have cosigned. */
const witnessSeen = z.object({
  name: text,
  key: text,
  /** Acts under that note; null where it has cosigned none that is kept here. */
  size: z.int().nullable(),
  at: maybeText,
  /** Acts that the record has beyond it. */
  since: z.int().nullable(),
});

/** A kept note with what others have signed under it. */
const cosignedNote = z.object({
  size: z.int(),
  by: list(z.object({ name: text, at: text })),
  /** Names in it that the policy does not know: they do not count. */
  strangers: texts,
  /** What is wrong with it: a signature that does not verify, or a tree that the record no longer has. */
  fault: maybeText,
});

const stampView = z.object({ name: text, size: z.int(), at: maybeText, words: text, holds: z.boolean() });

/** The log of another organisation as it was last looked at. */
const followedLog = z.object({
  name: text,
  origin: text,
  way: text,
  act: text,
  at: text,
  state: z.enum(LOOK_STATES),
  /** What the command line says of such a look. */
  words: texts,
  lastGood: z.object({ act: text, at: text, size: z.int() }).nullable(),
  /** Nobody has looked, or nothing good was seen, for longer than is allowed. */
  warning: maybeText,
});

const watchView = z.object({
  /** How long nobody need look, in days. */
  allowedDays: z.int(),
  /** The policy that the record names, in words; null where it names none. It says whom the keeper asks, not whom a reader must trust. */
  policy: z.object({ lines: texts, warnings: texts }).nullable(),
  /** Whether the policy is met, in the words of the command line. */
  holds: z.boolean(),
  words: texts,
  warning: maybeText,
  witnesses: list(witnessSeen),
  notes: list(cosignedNote),
  /** How many notes are kept; the newest are told of. */
  noteCount: z.int(),
  stamps: list(stampView),
  logs: list(followedLog),
});
export type WatchView = z.infer<typeof watchView>;

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

/** Who has cosigned when the witnesses were asked: the result of its job. */
export const witnessesAsked = z.object({
  size: z.int(),
  quorum: z.boolean(),
  needs: z.int(),
  cosigned: list(z.object({ name: text, at: text })),
  missing: list(z.object({ name: text, why: text })),
  messages: texts,
});

/** What a look at the log of another came to: the result of its job. */
export const logLookedAt = z.object({ act: text, good: z.boolean(), messages: texts });

export const lookRequest = z.object({
  /** How the organisation is called here. Alone, it asks for another look at where that log was last looked at. */
  name: z.string().trim().min(1).max(200),
  /** Where its log is published. Folders of this machine are named on the command line alone. */
  target: optional(z.url({ protocol: /^https?$/ }).max(2000)),
  /** Its key, once it was confirmed by voice or on paper. */
  key: optional(z.string().trim().min(1).max(2000)),
});

const planned = z.object({
  acts: texts,
  documents: texts,
  withheld: texts,
  protected: texts,
  protectedDocuments: texts,
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
  watch: get('/record/watch', {
    tag: TAG,
    summary: 'Who has cosigned the record and when, time stamps, and the logs of others as they were last looked at',
    answer: watchView,
  }),
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

/** `POST /record/cosignatures`, a multipart form with a policy as `file`, or without: then the one that the record names. Answers a job. */
export const cosignForm = {
  path: '/record/cosignatures',
  tag: TAG,
  summary: 'Has the witnesses of a policy cosign the record as it stands; answers a job',
  fields: z.object({}),
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
