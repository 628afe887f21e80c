import { z } from 'zod';
import { SUBJECT_KINDS } from '../../subjects/model/mention.ts';
import { SUBJECT_JUDGEMENTS } from '../../subjects/model/subject.ts';

const nullable = z.string().nullable();

const namedShape = z.object({
  id: z.string(),
  kind: z.enum(SUBJECT_KINDS),
  /** Null of an identifier that stands with no name. */
  name: nullable,
  document: z.string(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })).readonly(),
});

/**
 * `subject-judged`: whether two namings are one subject. What each was then is logged with it, so that the judgement can be
 * understood when the documents are read otherwise.
 */
export const subjectJudgedBody = z.object({
  a: z.string(),
  b: z.string(),
  judgement: z.enum(SUBJECT_JUDGEMENTS),
  why: nullable,
  named: z.tuple([namedShape, namedShape]),
});
export type SubjectJudgedBody = z.infer<typeof subjectJudgedBody>;
