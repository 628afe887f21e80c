import type { ExportedClaim, ExportedFinding } from './exported.ts';

/** Where a claim stands with people, in one sentence: it goes with the claim into every format. */
export function claimReviewWords({
  isReviewed,
  awaitsSight,
}: Pick<ExportedClaim, 'isReviewed' | 'awaitsSight'>): string {
  if (isReviewed) return 'Reviewed: a person accepted that the passage says this, which is not to say that it is true.';
  const sight = awaitsSight ? ' The passage was read off a picture by a program and was not compared with it.' : '';
  return `Not reviewed: a program read this in the passage, and no person has looked at it.${sight}`;
}

/** The same of a finding. */
export function findingReviewWords({ review }: Pick<ExportedFinding, 'review'>): string {
  if (review === 'made') return 'A person made this finding.';
  if (review === 'accepted') return 'The program proposed this finding, and a person accepted it.';
  return 'Not reviewed: the program proposes this, and it is nobody’s finding.';
}

/** What a finding says, for every format: the law is applied to what is alleged, and nothing is said of its truth. */
export const FINDING_STANDARD =
  'A finding says what provisions an allegation would breach if it is true; it does not say that it is true.';
