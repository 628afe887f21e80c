import { useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { useShortcuts } from '../session/shortcuts.tsx';
import type { Credibility } from './claim-words.ts';
import { type ClaimValues, changedFields } from './form/claim-form-model.ts';
import { type Decision, type Review, useReview } from './use-review.ts';

export type ClaimActions = {
  readonly review: Review;
  /** Goes into the record with the next decision. */
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly asking: 'edit' | 'grade' | null;
  readonly ask: (what: 'edit' | 'grade' | null) => void;
  readonly decide: (status: Decision) => Promise<void>;
  readonly decideOn: (ids: readonly string[], status: Decision) => Promise<void>;
  readonly edit: (values: ClaimValues, reason: string) => Promise<void>;
  readonly take: (changes: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly grade: (credibility: Credibility, reason: string) => Promise<void>;
};

/**
 * The acts on the claim that is shown, with their keys. `picked`: several claims that the decision keys act on instead; the
 * buttons beside a claim always act on that claim. `onDecided` is told when a decision is in the record, to move on.
 */
export function useClaimActions(
  row: ClaimRow | null,
  picked: readonly string[] = [],
  onDecided: (ids: readonly string[]) => void = () => {},
): ClaimActions {
  const review = useReview();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState<ClaimActions['asking']>(null);
  const decideOn = async (ids: readonly string[], status: Decision) => {
    if (ids.length === 0 || review.pending) return;
    if (!(await review.decide(ids, status, reason))) return;
    setReason('');
    onDecided(ids);
  };
  const byKey = (status: Decision) => () => void decideOn(picked.length > 0 ? picked : row ? [row.id] : [], status);
  const ask = (what: ClaimActions['asking']) => {
    review.clear();
    if (what === null || row !== null) setAsking(what);
  };
  const closeAfter = (done: boolean) => {
    if (done) setAsking(null);
  };
  useShortcuts([
    { key: 'a', words: 'Accept the claim, or those selected', run: byKey('accepted') },
    { key: 'e', words: 'Edit the claim', run: () => ask('edit') },
    { key: 'r', words: 'Reject the claim, or those selected', run: byKey('rejected') },
    { key: 'g', words: 'Grade the claim', run: () => ask('grade') },
    { key: 'u', words: 'Take back the last act', run: () => void review.undo() },
  ]);
  return {
    review,
    reason,
    setReason,
    asking,
    ask,
    decideOn,
    decide: async (status) => await decideOn(row ? [row.id] : [], status),
    edit: async (values, why) => {
      if (row === null) return;
      const changes = changedFields(row, values);
      if (Object.keys(changes).length === 0) setAsking(null);
      else closeAfter(await review.edit(row.id, changes, why));
    },
    take: async (changes) => {
      if (row !== null) await review.edit(row.id, changes, 'Took what the program reads today');
    },
    grade: async (credibility, why) => {
      if (row !== null) closeAfter(await review.grade(row.id, credibility, why));
    },
  };
}
