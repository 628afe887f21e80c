import { type RefObject, useState } from 'react';
import type { ActsDone } from '../../../src/app/workbench/contract/record/act.ts';
import type { EventJudgementRequest, ShipEvent } from '../../../src/app/workbench/contract/ship.ts';
import { useAct } from '../api/act.ts';
import { useReview } from '../claims/use-review.ts';
import type { Action } from '../session/action.ts';
import { say } from '../session/notices.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { pushMade } from '../session/undo-stack.ts';

export type EventJudgement = EventJudgementRequest['judgement'];

export type JudgementActions = {
  readonly actions: readonly Action[];
  readonly undo: Action;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** What the reason that is being written is for; null while nothing was chosen. */
  readonly wanted: EventJudgement | null;
  /** Judges as was chosen, when the reason has been written. */
  readonly submit: () => void;
};

const KEYS: Readonly<Record<EventJudgement, string>> = { relevant: 'r', innocent: 'i', unsure: 's' };
export const JUDGEMENT_WORDS: Readonly<Record<EventJudgement, string>> = {
  relevant: 'Relevant',
  innocent: 'Innocent',
  unsure: 'Unsure',
};

/**
 * Judging the event that is shown, or those that are selected, by buttons and keys. A judgement needs its reason: without one the key
 * leads to the field for it, and Enter there judges.
 */
export function useEventJudgement(
  shown: ShipEvent | null,
  selected: readonly string[],
  field: RefObject<HTMLElement | null>,
  set: string | undefined,
  onJudged: (ids: readonly string[]) => void,
): JudgementActions {
  const { act, pending } = useAct();
  const { undo } = useReview();
  const [reason, setReason] = useState('');
  const [wanted, setWanted] = useState<EventJudgement | null>(null);
  const ids = selected.length > 0 ? selected : shown === null ? [] : [shown.id];
  const judge = async (judgement: EventJudgement) => {
    if (reason.trim() === '') {
      setWanted(judgement);
      say('Write why; Enter then judges.');
      field.current?.querySelector('input')?.focus();
      return;
    }
    const words = `${JUDGEMENT_WORDS[judgement]}: ${ids.length === 1 ? 'the event' : `${ids.length} events`}`;
    await act<ActsDone>(
      '/ships/events/judge',
      { events: ids, judgement, reason: reason.trim(), ...(set === undefined ? {} : { set }) },
      `${words}.`,
      ({ acts }) => {
        pushMade(acts, words);
        // At once: what is written or chosen while the page is asked for again is of the next event.
        setReason('');
        setWanted(null);
        // The keys are the page's again.
        field.current?.querySelector('input')?.blur();
        onJudged(ids);
      },
    );
  };
  const actions = (Object.keys(KEYS) as EventJudgement[]).map(
    (judgement): Action => ({
      key: KEYS[judgement],
      label: JUDGEMENT_WORDS[judgement],
      words: `Judge the event, or those selected, ${judgement}`,
      when: ids.length > 0 && !pending,
      run: () => void judge(judgement),
    }),
  );
  useShortcuts([...actions, undo]);
  return {
    actions,
    undo,
    reason,
    setReason,
    wanted,
    submit: () => {
      if (wanted !== null && ids.length > 0 && !pending) void judge(wanted);
    },
  };
}
