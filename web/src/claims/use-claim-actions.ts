import { useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { Action } from '../session/action.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import type { Credibility } from './claim-words.ts';
import { type ClaimValues, changedFields } from './form/claim-form-model.ts';
import { type Review, type ReviewDecision, useReview } from './use-review.ts';

export type ClaimActions = {
  readonly review: Review;
  /** Goes into the record with the next decision. */
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly asking: Question | null;
  readonly ask: (what: Question | null) => void;
  /** On the claim that is shown. */
  readonly accept: Action;
  readonly reject: Action;
  readonly edit: Action;
  readonly grade: Action;
  /** On the claims that are selected. */
  readonly acceptPicked: Action;
  readonly rejectPicked: Action;
  readonly correct: (values: ClaimValues, reason: string) => Promise<void>;
  readonly take: (changes: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly setGrade: (credibility: Credibility, reason: string) => Promise<void>;
};

type Question = 'edit' | 'grade';

/**
 * The actions on the claim that is shown and on those that are selected. While some are selected, the keys of decisions bear on
 * them; the buttons next to a claim always act on that claim. `onDecided` is reported when a decision is in the record, to move on.
 */
export function useClaimActions(
  row: ClaimRow | null,
  picked: readonly string[] = [],
  onDecided: (ids: readonly string[]) => void = () => {},
): ClaimActions {
  const review = useReview();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState<Question | null>(null);
  const decide = async (ids: readonly string[], status: ReviewDecision) => {
    if (!(await review.decide(ids, status, reason))) return;
    setReason('');
    onDecided(ids);
  };
  const decision = (status: ReviewDecision) => ({
    key: KEYS[status],
    words: `${VERBS[status]} the claim, or those selected`,
  });
  const onShown = (status: ReviewDecision): Action => ({
    ...decision(status),
    label: VERBS[status],
    when: row !== null && row.status !== status && !review.pending,
    run: () => void decide(row === null ? [] : [row.id], status),
  });
  const onPicked = (status: ReviewDecision): Action => ({
    ...decision(status),
    label: picked.length === 1 ? VERBS[status] : `${VERBS[status]} all`,
    when: picked.length > 0 && !review.pending,
    run: () => void decide(picked, status),
  });
  const ask = (what: Question | null) => {
    review.clear();
    setAsking(what);
  };
  const question = (what: Question, key: string, label: string): Action => ({
    key,
    label,
    words: `${label} the claim`,
    when: row !== null && !review.pending,
    run: () => ask(what),
  });
  const closeAfter = (done: boolean) => {
    if (done) setAsking(null);
  };
  const [accept, reject] = [onShown('accepted'), onShown('rejected')];
  const [acceptPicked, rejectPicked] = [onPicked('accepted'), onPicked('rejected')];
  const [edit, grade] = [question('edit', 'e', 'Edit'), question('grade', 'g', 'Grade')];
  const decisions = picked.length > 0 ? [acceptPicked, rejectPicked] : [accept, reject];
  useShortcuts([...decisions, edit, grade, review.undo]);
  return {
    review,
    reason,
    setReason,
    asking,
    ask,
    accept,
    reject,
    edit,
    grade,
    acceptPicked,
    rejectPicked,
    correct: async (values, why) => {
      if (row === null) return;
      const changes = changedFields(row, values);
      if (Object.keys(changes).length === 0) setAsking(null);
      else closeAfter(await review.edit(row.id, changes, why));
    },
    take: async (changes) => {
      if (row !== null) await review.edit(row.id, changes, 'Took what the program reads today');
    },
    setGrade: async (credibility, why) => {
      if (row !== null) closeAfter(await review.grade(row.id, credibility, why));
    },
  };
}

const KEYS = { accepted: 'a', rejected: 'r' } as const;
const VERBS = { accepted: 'Accept', rejected: 'Reject' } as const;
