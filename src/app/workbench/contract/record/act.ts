import { z } from 'zod';
import { get, post } from '../endpoint.ts';
import { page } from '../page.ts';
import { filter, idParameter, pageQuery, signed } from '../request.ts';
import { list, maybeText, text } from '../shape.ts';

const TAG = 'Record';

/** One act as a line of a list. */
export const actLine = z
  .object({
    id: text,
    kind: text,
    at: text,
    by: text,
    /** The act in one sentence. */
    summary: text,
    supersedes: maybeText,
    /** True when a later act took it back or replaced it. */
    superseded: z.boolean(),
    /** What became of it since: taken back, or followed by an act that stands in its place (a letter that was answered). */
    since: z.enum(['taken-back', 'followed']).nullable(),
    /** True where somebody may take it back: a person's word that still counts. */
    canBeUndone: z.boolean(),
    withheld: z.boolean(),
  })
  .meta({ id: 'ActLine' });
export type ActLine = z.infer<typeof actLine>;

/** What an act, or several of one gesture, came to. */
export const actsDone = z.object({ acts: list(actLine), version: text }).meta({ id: 'ActsDone' });
export type ActsDone = z.infer<typeof actsDone>;

const actDetail = actLine.extend({
  /** Of a form of its kind (acts/act-table.ts), or of one that this program does not know; null where it was withheld. */
  body: z.record(text, z.unknown()).nullable(),
  /** What stands for the act in the log (record/log/act-line.ts). */
  leaf: z.object({ v: z.literal(1), kind: text, id: text, commitment: text, key: text, time: text }),
  index: z.int(),
});
export type ActDetail = z.infer<typeof actDetail>;

export const actEndpoints = {
  page: get('/record/acts', {
    tag: TAG,
    summary: 'Acts, the newest first',
    query: z.object({ kind: filter, by: filter, q: filter, ...pageQuery }),
    answer: page(actLine),
  }),
  detail: get('/record/acts/{id}', {
    tag: TAG,
    summary: 'One act whole, with its leaf',
    parameters: idParameter,
    answer: actDetail,
  }),
  undo: post('/acts/{id}/undo', {
    tag: TAG,
    summary: 'Takes an act back by another act; undoing an undoing restores it',
    parameters: idParameter,
    body: z.object(signed),
    answer: actsDone,
  }),
};

export type { ActKind } from '../../../../record/log/act.ts';
