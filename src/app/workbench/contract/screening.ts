import { z } from 'zod';
import { BATCH_INPUT_COLUMNS } from '../../../screening/batch.ts';
import { get, post } from './endpoint.ts';
import { page } from './page.ts';
import { actsDone } from './record/act.ts';
import { day, filter, idParameter, pageQuery, signed } from './request.ts';
import { list, maybeText, text, texts } from './shape.ts';

const TAG = 'Screening';
const LISTS = 'Lists';

const listSummary = z
  .object({
    document: text,
    list: text,
    format: text,
    file: text,
    versionDate: maybeText,
    acquired: text,
    entities: z.int().nullable(),
    newest: z.boolean(),
  })
  .meta({ id: 'ListSummary' });
export type ListSummary = z.infer<typeof listSummary>;

export const screeningDecision = z
  .object({
    act: text,
    decision: z.enum(['true', 'false', 'unsure']),
    reason: text,
    by: text,
    at: text,
    note: text,
    name: text,
    entityId: text,
    caption: text,
  })
  .meta({ id: 'ScreeningDecision' });
export type ScreeningDecision = z.infer<typeof screeningDecision>;

export const screeningHit = z.object({
  entityId: text,
  dataset: text,
  schema: text,
  caption: text,
  rank: z.int(),
  score: z.number(),
  support: z.number(),
  match: z.boolean(),
  reasons: texts,
  /** Asked and listed name side by side, part by part; null where one has none. */
  aligned: list(z.object({ asked: maybeText, listed: maybeText, how: text })),
  names: texts,
  birthDates: texts,
  countries: texts,
  numbers: texts,
  listedOn: maybeText,
  program: maybeText,
  decision: screeningDecision.nullable(),
  /** Set where the list that it comes from is more than a year old. */
  listAge: maybeText,
});
export type ScreeningHit = z.infer<typeof screeningHit>;

const screeningAnswer = z.object({ hits: list(screeningHit), lists: list(listSummary), milliseconds: z.number() });
export type ScreeningAnswer = z.infer<typeof screeningAnswer>;

const decisionList = z.object({ decisions: list(screeningDecision) });
export type DecisionList = z.infer<typeof decisionList>;

/** What a screened file came to: the result of its job. */
export const screenedFile = z.object({ rows: z.int(), withHits: z.int(), hits: z.int(), faults: texts });
export type ScreenedFile = z.infer<typeof screenedFile>;

/** What a table holds, before it is screened: the result of its job. */
export const tableRead = z.object({
  rows: z.int(),
  columns: list(z.object({ heading: text, samples: texts, guess: z.enum(BATCH_INPUT_COLUMNS).nullable() })),
});
export type TableRead = z.infer<typeof tableRead>;
export type BatchColumnName = (typeof BATCH_INPUT_COLUMNS)[number];

const batchSummary = z.object({
  id: text,
  file: text,
  at: text,
  whole: z.boolean(),
  rows: z.int(),
  withHits: z.int(),
  hits: z.int(),
  /** Hits on which nobody has decided, or whose entry has changed since. */
  open: z.int(),
});
export type BatchSummary = z.infer<typeof batchSummary>;

const batchList = z.object({ batches: list(batchSummary) });
export type BatchList = z.infer<typeof batchList>;

/** Newest version first in each list. */
const heldListsView = z.object({ lists: list(listSummary) });
export type HeldListsView = z.infer<typeof heldListsView>;

const listDifferenceView = z.object({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  rows: list(
    z.object({
      change: z.enum(['added', 'removed', 'changed']),
      entityId: text,
      caption: text,
      fields: list(z.object({ field: text, before: texts, after: texts })),
    }),
  ),
});
export type ListDifferenceView = z.infer<typeof listDifferenceView>;

/** What adding list files came to: the result of its job. */
export const listsAdded = z.object({
  added: list(
    z.object({
      document: text,
      list: text,
      format: text,
      file: text,
      versionDate: maybeText,
      act: text,
      faults: z.int(),
    }),
  ),
  unchanged: list(z.object({ document: text, file: text })),
  refused: list(z.object({ name: text, code: text, message: text })),
});

/** What fetching the official lists came to: the result of its job. */
export const listsSynced = z.object({
  outcomes: list(
    z.object({
      list: text,
      file: text,
      outcome: z.enum(['added', 'unchanged', 'skipped', 'failed']),
      document: maybeText,
      versionDate: maybeText,
      message: maybeText,
    }),
  ),
});

const share = z.coerce.number().min(0).max(1).optional();
const limit = z.coerce.number().int().min(1).max(500).optional();

export const questionFields = {
  name: z.string().max(1000).optional(),
  schema: filter,
  birthDate: filter,
  country: filter,
  idNumber: filter,
  imoNumber: filter,
};

const batchRow = z.object({
  id: text,
  /** As the file calls it. */
  row: text,
  asked: text,
  question: z.object(questionFields),
  hits: list(z.object({ hit: screeningHit, open: z.boolean() })),
});
export type BatchAnswerRow = z.infer<typeof batchRow>;

const batchPage = page(batchRow).extend({ summary: batchSummary });
export type BatchPage = z.infer<typeof batchPage>;

/** `question` as the query of `GET /screening`. The screening is logged with it. */
export const decisionRequest = z.object({
  by: signed.by,
  reason: z.string().trim().min(1, 'say why').max(10_000),
  decision: screeningDecision.shape.decision,
  entityId: z.string().max(500),
  question: z.object(questionFields),
});
export type DecisionRequest = z.input<typeof decisionRequest>;

const version = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'the hash of a list version is expected');

export const screeningEndpoints = {
  screen: get('/screening', {
    tag: TAG,
    summary: 'One question against the lists; looked at only, not logged',
    query: z.object({ ...questionFields, threshold: share, limit, asOf: day.optional() }),
    answer: screeningAnswer,
  }),
  decisions: get('/screening/decisions', {
    tag: TAG,
    summary: 'Decisions on hits in force, the newest first',
    answer: decisionList,
  }),
  decide: post('/screening/decisions', {
    tag: TAG,
    summary: 'Decides on a hit; the screening is logged with it',
    body: decisionRequest,
    answer: actsDone,
  }),
  batches: get('/screening/batches', {
    tag: TAG,
    summary: 'Files of names that were screened, the newest first',
    answer: batchList,
  }),
  batch: get('/screening/batches/{id}', {
    tag: TAG,
    summary: 'The rows of a screened file that have hits, with what was decided on each',
    parameters: idParameter,
    query: z.object({ state: z.enum(['open', 'decided']).optional(), ...pageQuery }),
    answer: batchPage,
  }),
  lists: get('/lists', { tag: LISTS, summary: 'The list versions of the workspace', answer: heldListsView }),
  listDifference: get('/lists/difference', {
    tag: LISTS,
    summary: 'What became of a list between two of its versions',
    query: z.object({ before: version, after: version }),
    answer: listDifferenceView,
  }),
};

const columnChoice = z
  .string()
  .max(2000)
  .transform((value, context) => {
    const parsed = z
      .partialRecord(z.enum(BATCH_INPUT_COLUMNS), z.int().min(0).max(10_000))
      .safeParse(parsedJson(value));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'say which column holds what: {"name": 0}' });
    return z.NEVER;
  });

function parsedJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** `POST /screening/files`, a multipart form with one CSV as `file`; the answers are at `GET /screening/files/{job}`. */
export const screeningForm = {
  path: '/screening/files',
  tag: TAG,
  summary: 'Screens a CSV of questions; answers a job',
  fields: z.object({
    threshold: share,
    limit,
    /** Which column of the file holds what, as JSON: `{"name": 0, "birthDate": 3}`. Left out where its headings are the usual ones. */
    columns: columnChoice.optional(),
    /** What is asked for where no column says it. */
    schema: filter,
  }),
};

/** `POST /screening/tables`, a multipart form with one CSV or spreadsheet as `file`: what its columns may hold. */
export const tableForm = {
  path: '/screening/tables',
  tag: TAG,
  summary: 'Reads the columns of a table of names; answers a job',
  fields: z.object({}),
};

/** `POST /lists`, a multipart form with list files as `file`. */
export const listsForm = {
  path: '/lists',
  tag: LISTS,
  summary: 'Adds list files; answers a job',
  fields: z.object({
    /** The day of lists that state none. */
    published: z
      .literal('')
      .transform(() => undefined)
      .or(day)
      .optional(),
  }),
};
