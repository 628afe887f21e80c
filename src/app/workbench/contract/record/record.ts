import { z } from 'zod';
import { get, post } from '../endpoint.ts';
import { list, maybeText, text } from '../shape.ts';

const TAG = 'Record';

const recordView = z.object({
  origin: text,
  acts: z.int(),
  documents: z.int(),
  withheld: z.int(),
  checkpoint: maybeText,
  checkpointAt: maybeText,
  /** How many acts the checkpoint covers: it follows the acts a second later. */
  covered: z.int(),
  vkey: text,
});
export type RecordView = z.infer<typeof recordView>;

/** What a check of every byte came to: the result of its job. */
export const verificationResult = z.object({
  whole: z.boolean(),
  summary: text,
  faults: list(z.object({ path: text, offset: z.int().nullable(), code: text, message: text })),
});
export type VerificationResult = z.infer<typeof verificationResult>;

export const recordEndpoints = {
  view: get('/record', { tag: TAG, summary: 'The record and its last checkpoint', answer: recordView }),
  checkpoint: post('/record/checkpoint', {
    tag: TAG,
    summary: 'Signs the record as it stands',
    answer: recordView,
  }),
};

/** `GET /record/proofs/{id}` (act, claim or document) gives the proof as text, to be kept with what it proves. */
export type ProofText = string;
