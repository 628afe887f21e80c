import { useState } from 'react';
import type { ProposalReviewRequest } from '../../../src/app/workbench/contract/finding.ts';
import { useAct } from '../api/act.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { TextAreaField, TextField } from '../parts/form/field.tsx';
import { Tag } from '../parts/tag.tsx';

/** What a person has said of a proposal, as far as it is shown. */
type Reviewed = {
  readonly review: 'made' | 'accepted' | 'proposed' | 'left-out';
  readonly reviewedBy: { readonly by: string; readonly at: string; readonly words?: string } | null;
  readonly unseen: readonly string[];
};

/** Whose word stands behind a finding or a comparison, and the acts by which a person accepts it, leaves it out or words it. */
export function ProposalReview({
  path,
  what,
  proposal,
}: {
  /** Address of the proposal under the interface: `/findings/f-1`. */
  readonly path: string;
  readonly what: 'finding' | 'comparison';
  readonly proposal: Reviewed;
}) {
  const { act, pending, problem } = useAct();
  const [words, setWords] = useState(proposal.reviewedBy?.words ?? '');
  const [reason, setReason] = useState('');
  const { review } = proposal;
  if (review === 'made') return null;
  const say = async (status: ProposalReviewRequest['status']) => {
    const body: Omit<ProposalReviewRequest, 'by'> = {
      status,
      ...(status === 'accepted' && words.trim() !== '' ? { words: words.trim() } : {}),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    };
    const done = await act(`${path}/review`, body, status === 'accepted' ? 'Accepted.' : 'Left out.');
    if (done !== null) setReason('');
  };
  return (
    <section className="proposal-review" aria-label={`Review of this ${what}`}>
      <p>
        <Tag tone={review === 'accepted' ? 'strong' : 'open'}>{REVIEW_WORDS[review]}</Tag>{' '}
        {standingWords(what, proposal)}
      </p>
      {proposal.reviewedBy?.words && review === 'accepted' ? (
        <blockquote>{proposal.reviewedBy.words}</blockquote>
      ) : null}
      <TextAreaField
        label="In your words"
        hint="Printed in the report; may be empty"
        rows={2}
        value={words}
        onChange={setWords}
      />
      <TextField label="Reason, kept in the record" value={reason} onChange={setReason} />
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button look="primary" disabled={pending} onClick={() => void say('accepted')}>
          {review === 'accepted' ? 'Accept again, in these words' : 'Accept'}
        </Button>
        {review === 'left-out' ? null : (
          <Button look="danger" disabled={pending} onClick={() => void say('left-out')}>
            Leave out
          </Button>
        )}
      </div>
    </section>
  );
}

const REVIEW_WORDS = { accepted: 'accepted', proposed: 'not reviewed', 'left-out': 'left out' } as const;

function standingWords(what: string, { review, reviewedBy, unseen }: Reviewed): string {
  if (reviewedBy === null) return `The program proposes this ${what}; nobody has accepted it or left it out.`;
  const { by, at } = reviewedBy;
  const day = at.slice(0, 10);
  if (review === 'accepted') return `${by} accepted this ${what} on ${day}.`;
  if (review === 'left-out') return `${by} left this ${what} out on ${day}: it is not printed and contests nothing.`;
  const since = unseen.length === 1 ? 'a claim has' : `${unseen.length} claims have`;
  return `${by} accepted this ${what} on ${day}; ${since} come under it since that ${by} has not seen.`;
}
