import { z } from 'zod';
import { STANDING_STATES } from '../../../../exchange/policy/cosigned-standing.ts';
import { LOOK_STATES } from '../../../../exchange/publication/look.ts';
import { get, post } from '../endpoint.ts';
import { list, maybeText, optional, text, texts } from '../shape.ts';
import { continuedLog, keptAt, stampQuery, stampQueryRequest } from './keeping.ts';

const TAG = 'Watching together';

/** A witness of the policy, and the largest note that it is known to have cosigned. */
const witnessSeen = z.object({
  name: text,
  key: text,
  /** Acts under that note; null where it has cosigned none that is kept here and counts. */
  size: z.int().nullable(),
  at: maybeText,
  /** Acts that the record has beyond it. */
  since: z.int().nullable(),
});

/** A kept note with what others have signed under it. */
const cosignedNote = z.object({
  size: z.int(),
  /** By the name that the policy gives them, and the key that it names. */
  by: list(z.object({ name: text, key: text, at: text })),
  /** Names in it that the policy does not know: they do not count. */
  strangers: texts,
  /** What is wrong with it: a signature that does not verify, or a tree that the record no longer has. */
  fault: maybeText,
});

const stampView = z.object({ name: text, size: z.int(), at: maybeText, words: text, holds: z.boolean() });

/** The log of another organisation as it was last looked at. */
const followedLog = z.object({
  /** How the organisation is called here; what its log calls itself is `origin`. */
  name: text,
  origin: text,
  key: text,
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
  /** Whether the policy is met, in the words of the command line; the state is null without a policy. */
  holds: z.boolean(),
  state: z.enum(STANDING_STATES).nullable(),
  words: texts,
  warning: maybeText,
  witnesses: list(witnessSeen),
  notes: list(cosignedNote),
  /** How many notes are kept; the newest are told of. */
  noteCount: z.int(),
  stamps: list(stampView),
  logs: list(followedLog),
  /** Logs that this one goes on for. */
  continued: list(continuedLog),
  kept: keptAt,
});
export type WatchView = z.infer<typeof watchView>;

/** Who has cosigned when the witnesses were asked: the result of its job. */
export const witnessesAsked = z.object({
  size: z.int(),
  quorum: z.boolean(),
  needs: z.int(),
  cosigned: list(z.object({ name: text, key: text, at: text })),
  missing: list(z.object({ name: text, why: text })),
  messages: texts,
  /** Files to be carried to the witnesses, where they are asked so. */
  requests: list(z.object({ name: text, text })),
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

export const watchEndpoints = {
  watch: get('/record/watch', {
    tag: TAG,
    summary: 'Who has cosigned the record and when, time stamps, and the logs of others as they were last looked at',
    answer: watchView,
  }),
  stampQuery: post('/record/stamps/query', {
    tag: TAG,
    summary: 'A request to an authority that stamps the time, to be carried there as a file',
    body: stampQueryRequest,
    answer: stampQuery,
  }),
};

/**
 * `POST /record/cosignatures`, a multipart form with a policy as `file`, or without: then the one that the record names. Answers a
 * job.
 */
export const cosignForm = {
  path: '/record/cosignatures',
  tag: TAG,
  summary:
    'Has the witnesses of a policy cosign the record as it stands, or writes what is to be carried to them; answers a job',
  fields: z.object({ way: z.enum(['online', 'by-file']) }),
};

/** `POST /record/cosignatures/lines`, a multipart form with what a witness gave back as `file`. Answers a job. */
export const cosignedLinesForm = {
  path: '/record/cosignatures/lines',
  tag: TAG,
  summary: 'Adds signature lines that a witness gave on such a file; answers a job',
  fields: z.object({}),
};
