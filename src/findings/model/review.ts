/**
 * Where a finding or a comparison stands with people: `made` by a person, `accepted` or `left-out` of the program's
 * proposals by a person, or `proposed` by the program with nobody's word on it. What nobody accepted is no finding of anybody,
 * and contests nothing.
 */
export const REVIEW_STATES = ['made', 'accepted', 'proposed', 'left-out'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A person's word on one proposal. `seen` are the claims that stood under it then. */
export type ReviewAct = {
  readonly act: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  readonly status: 'accepted' | 'left-out';
  readonly seen: readonly string[];
  /** How the person words it, where they did not leave that to the program. */
  readonly words?: string;
};

/** The state of a proposal, whose word gave it, and what came under it since that person looked. */
export type Reviewed = {
  readonly review: ReviewState;
  /** Null where nobody has looked. It stays when an accepted proposal goes back to `proposed`. */
  readonly reviewedBy: Pick<ReviewAct, 'act' | 'by' | 'at' | 'reason' | 'words'> | null;
  /** Claims that stand under it now and were not seen by whoever accepted it: they send it back. */
  readonly unseen: readonly string[];
  /** How many claims stood under it when it was accepted and do not now: rejected, withdrawn, or read otherwise. Left out where none. */
  readonly gone?: number;
};

export const UNREVIEWED: Reviewed = Object.freeze({ review: 'proposed', reviewedBy: null, unseen: Object.freeze([]) });

/**
 * What the last word on a proposal makes of it. One that was accepted goes back to `proposed` when a claim came under it that
 * nobody had seen; one that was left out stays out. One of which claims went away stays accepted, and says so: the word was given on more than stands now.
 */
export function reviewedAs(claims: readonly string[], word: ReviewAct | undefined): Reviewed {
  if (word === undefined) return UNREVIEWED;
  const { act, by, at, reason, words, status, seen } = word;
  const unseen = claims.filter((id) => !seen.includes(id));
  const review = status === 'accepted' && unseen.length > 0 ? 'proposed' : status;
  const standing = new Set(claims);
  const gone = status === 'accepted' ? seen.filter((id) => !standing.has(id)).length : 0;
  const reviewedBy = { act, by, at, reason, ...(words === undefined ? {} : { words }) };
  return { review, reviewedBy, unseen, ...(gone === 0 ? {} : { gone }) };
}
