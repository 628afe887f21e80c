import type { ActsDone } from '../../../src/app/workbench/contract/record/act.ts';
import type { SubjectJudgementRequest } from '../../../src/app/workbench/contract/subject.ts';
import { useAct } from '../api/act.ts';
import { pushMade } from '../session/undo-stack.ts';
import { counted } from './subject-words.ts';

export type Judgement = SubjectJudgementRequest['judgement'];
type Pairs = SubjectJudgementRequest['pairs'];

export const JUDGEMENT_WORDS: Readonly<Record<Judgement, string>> = {
  same: 'One subject',
  different: 'Different subjects',
  unsure: 'Left open',
};

/**
 * Judges pairs of namings, remembered so that `u` can take them back. Answers whether it is in the record; `kept` is called as
 * soon as it is there, before the page shows it.
 */
export function useJudgement() {
  const { act, pending, problem } = useAct();
  return {
    pending,
    problem,
    judge: async (pairs: Pairs, judgement: Judgement, reason?: string, kept?: () => void): Promise<boolean> => {
      const words = `${JUDGEMENT_WORDS[judgement]}: ${counted(pairs.length, 'pair')}`;
      const body: Omit<SubjectJudgementRequest, 'by'> = { pairs, judgement, ...(reason ? { reason } : {}) };
      const done = await act<ActsDone>('/subjects/judgements', body, `${words}.`, ({ acts }) => {
        pushMade(acts, words);
        kept?.();
      });
      return done !== null;
    },
  };
}
