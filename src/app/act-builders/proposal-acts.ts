import type { ProposalReviewBody } from '../acts/act-body.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import { type Drafting, draftBy, type Signature } from './act-builder.ts';

export type ProposalReviewRequest = Signature & {
  readonly target: ProposalReviewBody['target'];
  readonly id: string;
  readonly status: ProposalReviewBody['status'];
  /** How the person words it, beside what the program lays side by side. */
  readonly words?: string | null | undefined;
};

/**
 * A person's word on what the program proposes: accepted, or left out of report and overview. The claims that stand under it
 * now are logged with it: another that comes later was not seen, and sends what was accepted back.
 *
 * @throws AppError `no-such-finding`, `no-such-comparison`, `refused-by-rule` for a finding that a person made
 */
export function draftProposalReview({ target, id, status, words, ...signature }: ProposalReviewRequest): Drafting {
  return (snapshot) => {
    const { title, seen } = target === 'finding' ? findingUnder(snapshot, id) : comparisonUnder(snapshot, id);
    const worded = words?.trim() ? { words: words.trim() } : {};
    const reason = signature.reason ?? null;
    return [draftBy(signature, 'reviewed', { target, id, title, status, seen, ...worded, reason })];
  };
}

type Proposal = { readonly title: string; readonly seen: readonly string[] };

function findingUnder({ derived }: Snapshot, id: string): Proposal {
  const finding = derived.findings.find((one) => one.id === id);
  if (finding === undefined)
    throw new AppError('no-such-finding', 'there is no such finding; "panel findings" lists them', {
      place: id.slice(0, 80),
    });
  if (finding.made !== null)
    throw new AppError(
      'refused-by-rule',
      `a person made this finding: take back its act (${finding.made.act}) instead of leaving it out`,
      { place: id },
    );
  return { title: finding.title, seen: finding.claims };
}

function comparisonUnder({ derived }: Snapshot, id: string): Proposal {
  const topic = derived.topics.find((one) => one.id === id);
  if (topic === undefined)
    throw new AppError('no-such-comparison', 'there is no such comparison; "panel comparisons" lists them', {
      place: id.slice(0, 80),
    });
  return { title: topic.title, seen: [...new Set(topic.figures.map(({ claim }) => claim.id))] };
}
