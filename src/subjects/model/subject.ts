import type { SubjectLeaf } from './leaf.ts';
import type { SubjectKind } from './mention.ts';

export const SUBJECT_JUDGEMENTS = ['same', 'different', 'unsure'] as const;
export type SubjectJudgement = (typeof SUBJECT_JUDGEMENTS)[number];

/** A person's word on two leaves; of several on one pair the latest counts. */
export type JudgedPair = {
  readonly a: string;
  readonly b: string;
  readonly judgement: SubjectJudgement;
  readonly act: string;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
};

/** Who or what is named: the leaves that people judged to be one. */
export type Subject = {
  /** Id of its first leaf, in the order of the documents. */
  readonly id: string;
  readonly kind: SubjectKind;
  /** Every spelling once, the most frequent first. */
  readonly names: readonly string[];
  readonly leaves: readonly SubjectLeaf[];
  /** The judgements that made it one. */
  readonly joinedBy: readonly JudgedPair[];
};

/** A judgement that would join what was judged to be different: it is not followed, and somebody has to look at it. */
export type JudgementConflict = { readonly judged: JudgedPair; readonly against: JudgedPair };

export type SubjectPartition = {
  readonly subjects: readonly Subject[];
  /** Subject of each leaf. */
  readonly ofLeaf: ReadonlyMap<string, Subject>;
  readonly conflicts: readonly JudgementConflict[];
};
