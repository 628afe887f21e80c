import { z } from 'zod';
import { memoized } from '../../core/memoized.ts';
import type { Act } from '../../record/log/act.ts';
import type { Question } from '../../screening/question.ts';

const answer = z.object({
  question: z.looseObject({ names: z.array(z.string()) }),
  hits: z.array(z.object({ entityId: z.string(), score: z.number(), match: z.boolean(), rank: z.number() })),
});

/** `screened` of a file of names: one act for each part of a long one. */
const batchBody = z.object({
  batch: z.object({ file: z.string(), document: z.string() }),
  part: z.int(),
  last: z.boolean(),
  answers: z.array(answer),
});

export type BatchReply = {
  readonly question: Question & { readonly id?: string };
  readonly hits: readonly z.infer<typeof answer>['hits'][number][];
};

/** A file of names as it was screened, out of the record: what was asked and found is there whatever becomes of the file. */
export type ScreenedBatch = {
  /** Of its first act. */
  readonly id: string;
  readonly file: string;
  readonly at: string;
  /** False where the screening was ended before it had done. */
  readonly isWhole: boolean;
  readonly answers: readonly BatchReply[];
};

/** The files of names that a record tells of, the newest first. */
export const screenedBatches = memoized((acts: readonly Act[]): readonly ScreenedBatch[] => {
  const found: { id: string; file: string; document: string; at: string; isWhole: boolean; answers: BatchReply[] }[] =
    [];
  for (const act of acts) {
    if (act.kind !== 'screened' || !('batch' in act.body)) continue;
    const parsed = batchBody.safeParse(act.body);
    if (!parsed.success) continue;
    const { batch, part, last, answers } = parsed.data;
    let own = part === 1 ? undefined : found.findLast((one) => one.document === batch.document && !one.isWhole);
    if (own === undefined) {
      own = { id: act.id, file: batch.file, document: batch.document, at: act.at, isWhole: false, answers: [] };
      found.push(own);
    }
    own.isWhole = last;
    own.answers.push(...(answers as unknown as readonly BatchReply[]));
  }
  return found.reverse();
});
