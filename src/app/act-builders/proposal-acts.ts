import type { ActDraft } from '../../record/log/act.ts';
import type { ProposalReviewBody } from '../acts/act-body.ts';
import { AppError } from '../errors.ts';
import { actBy, type ItemActBuilder, type Signature, type StandingItems } from './act-builder.ts';

export type ProposalRequest = Signature & {
  readonly ids: readonly string[];
  readonly status: ProposalReviewBody['status'];
  /** How the person words it in the report, beside what the program says. */
  readonly words?: string | undefined;
};

/**
 * Accepts findings that the program proposes, or leaves them out, each with the claims that stand under it now.
 * @throws AppError `no-such-finding`; `refused-by-rule` for one that a person made
 */
export function buildFindingReview({ ids, status, words, ...signature }: ProposalRequest): ItemActBuilder {
  const word = ({ findings }: StandingItems): readonly ActDraft[] =>
    [...new Set(ids)].map((id) => {
      const finding = findings.find((one) => one.id === id);
      if (finding === undefined)
        throw new AppError(
          'no-such-finding',
          'there is no such finding in this workspace; "panel findings" lists them',
          {
            place: id,
          },
        );
      if (finding.review === 'made')
        throw new AppError('refused-by-rule', 'this finding was made by a person; take that act back to remove it', {
          place: id,
        });
      const { title, claims: seen } = finding;
      return actBy(
        signature,
        'reviewed',
        bodyOf({ target: 'finding', id, title, status, seen, ...worded(words) }, signature),
      );
    });
  return { items: { findings: ids }, word };
}

/**
 * Accepts comparisons that the program proposes, or leaves them out, each with the claims whose figures stand in it now.
 * @throws AppError `no-such-comparison`
 */
export function buildComparisonReview({ ids, status, words, ...signature }: ProposalRequest): ItemActBuilder {
  const word = ({ comparisons }: StandingItems): readonly ActDraft[] =>
    [...new Set(ids)].map((id) => {
      const comparison = comparisons.find((one) => one.id === id);
      if (comparison === undefined)
        throw new AppError(
          'no-such-comparison',
          'there is no such comparison in this workspace; "panel comparisons" lists them',
          { place: id },
        );
      const { title, claims: seen } = comparison;
      return actBy(
        signature,
        'reviewed',
        bodyOf({ target: 'comparison', id, title, status, seen, ...worded(words) }, signature),
      );
    });
  return { items: { comparisons: ids }, word };
}

function worded(words: string | undefined): { readonly words?: string } {
  return words?.trim() ? { words: words.trim() } : {};
}

function bodyOf(body: Omit<ProposalReviewBody, 'reason'>, { reason = null }: Signature): ProposalReviewBody {
  return { ...body, reason };
}
