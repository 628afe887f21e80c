import { memoized } from '../../core/memoized.ts';
import type { ReviewAct } from '../../findings/model/review.ts';
import type { ProposalReviewBody } from '../acts/act-body.ts';
import type { Evidence } from '../acts/evidence.ts';

/** What people said of the proposals of one kind, the last word on each. */
export type ReviewsOf = {
  /** The last word on the proposal of this id. */
  of(id: string): ReviewAct | undefined;
  /** The last words on all proposals of the kind, with the ids that these had. */
  readonly all: readonly (ReviewAct & { readonly id: string })[];
};

/** The reviews of findings or of comparisons in a record. */
export function proposalReviews(evidence: Evidence, target: ProposalReviewBody['target']): ReviewsOf {
  return reviewsIn(evidence)[target];
}

const reviewsIn = memoized((evidence: Evidence): Readonly<Record<ProposalReviewBody['target'], ReviewsOf>> => {
  const gather = (target: ProposalReviewBody['target']): ReviewsOf => {
    const last = new Map<string, ReviewAct & { readonly id: string }>();
    for (const { target: kind, id, act, by, at, reason, status, seen, words } of evidence.proposalReviews) {
      if (kind !== target) continue;
      last.delete(id);
      last.set(id, {
        id,
        act,
        by,
        at,
        reason: reason ?? null,
        status,
        seen,
        ...(words === undefined ? {} : { words }),
      });
    }
    return { of: (id) => last.get(id), all: [...last.values()] };
  };
  return { finding: gather('finding'), comparison: gather('comparison') };
});
